#include "coding/scan_triggers.h"

#include "language/scan.h"
#include "language/segmenter.h"

#include <gtest/gtest.h>

namespace attache::coding {
namespace {

TEST(ScanTriggers, LetEveryExampleThatGivesEventsPass) {
  std::vector<FrameExample> examples;
  const auto lexicon = FrameLexicon::read(std::string(ATTACHE_SOURCE_DIR) + "/lexicon", &examples);
  ASSERT_TRUE(lexicon) << to_string(lexicon.error());
  ScanVocabulary vocabulary;
  vocabulary.triggers = scan_triggers(*lexicon);
  EXPECT_GT(vocabulary.triggers.size(), 500u);
  std::vector<Document> documents(examples.size());
  for (std::size_t i = 0; i < examples.size(); ++i) {
    documents[i].blocks.push_back({BlockKind::body, examples[i].sentence});
    Arena arena;
    std::vector<Sentence> sentences;
    segment(documents[i], arena, sentences);
    for (const Sentence& sentence : sentences) {
      for (const Token& token : sentence.tokens) vocabulary.names.emplace_back(token.text);  // any word may be a participant: only triggers decide
    }
  }
  const LexicalScan scan = LexicalScan::compile(vocabulary);
  for (std::size_t i = 0; i < examples.size(); ++i) {
    Arena arena;
    std::vector<Sentence> sentences;
    segment(documents[i], arena, sentences);
    bool kept = false;
    for (const ScanReason reason : scan.select(sentences)) kept = kept || reason != ScanReason::none;
    if (!examples[i].events.empty()) { EXPECT_TRUE(kept) << examples[i].entry << ": " << examples[i].sentence; }
  }
}

}  // namespace
}  // namespace attache::coding
