#include "coding/scan_triggers.h"

#include "language/scan.h"
#include "language/segmenter.h"

#include <gtest/gtest.h>

#include <algorithm>

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
      for (const Token& token : sentence.tokens)
        vocabulary.names.emplace_back(token.text);  // any word may be a participant: only triggers decide
    }
  }
  const LexicalScan scan = LexicalScan::compile(vocabulary);
  for (std::size_t i = 0; i < examples.size(); ++i) {
    Arena arena;
    std::vector<Sentence> sentences;
    segment(documents[i], arena, sentences);
    bool kept = false;
    for (const ScanReason reason : scan.select(sentences)) kept = kept || reason != ScanReason::none;
    if (!examples[i].events.empty()) {
      EXPECT_TRUE(kept) << examples[i].entry << ": " << examples[i].sentence;
    }
  }
}

TEST(ScanTriggers, ArePairsOfTheWordsThatTellMost) {
  const auto lexicon = FrameLexicon::read(std::string(ATTACHE_SOURCE_DIR) + "/lexicon", nullptr);
  ASSERT_TRUE(lexicon) << to_string(lexicon.error());
  std::string standing_in_most_sentences;  // "back off", "be against" have no other words; "be war" is looked for and not "be at"
  for (const std::string& trigger : scan_triggers(*lexicon)) {
    const std::size_t blank = trigger.find(' ');
    if (blank == std::string::npos) continue;
    if (commonness_in_text(trigger.substr(0, blank)) == 2 && commonness_in_text(trigger.substr(blank + 1)) == 2) standing_in_most_sentences += trigger + "\n";
  }
  EXPECT_LT(std::count(standing_in_most_sentences.begin(), standing_in_most_sentences.end(), '\n'), 10) << standing_in_most_sentences;
}

}  // namespace
}  // namespace attache::coding
