#include "actors/actor_tables.h"
#include "knowledge/actors/actor_lexicon.h"
#include "knowledge/actors/atoms.h"
#include "knowledge/actors/lexicon_builder.h"
#include "knowledge/actors/lexicon_files.h"
#include "knowledge/actors/name_matcher.h"

#include <filesystem>
#include <map>

namespace attache::knowledge {
namespace {

/// A matcher too simple to be wrong: every name of the source as its words, and at each word of a text the longest name that begins there.
class SlowMatcher {
 public:
  explicit SlowMatcher(const LexiconSource& source) {
    for (const auto& actor : source.actors) {
      if (actor.kind == ActorKind::person) continue;
      add(actor.name);
      for (const auto* list : {&actor.names, &actor.demonyms, &actor.metonyms}) std::for_each(list->begin(), list->end(), [&](const std::string& name) { add(name); });
    }
  }

  /// Names as "first-last" word numbers, case left aside.
  std::vector<std::string> matches(const std::vector<std::string>& words) const {
    std::vector<std::string> found;
    for (std::size_t i = 0; i < words.size();) {
      std::size_t longest = 0;
      std::string text;
      for (std::size_t j = i; j < words.size() && j < i + 16; ++j) {
        text += (j > i ? " " : "") + words[j];
        if (names_.contains(text)) longest = j + 1 - i;
      }
      if (longest == 0) {
        ++i;
        continue;
      }
      found.push_back(std::to_string(i) + "-" + std::to_string(i + longest - 1));
      i += longest;
    }
    return found;
  }

 private:
  void add(const std::string& name) {
    std::string text;
    const auto words = lexicon_words(name);
    if (words.empty() || words.size() > 16) return;
    for (const auto& word : words) text += (text.empty() ? "" : " ") + word.text;
    names_.insert(text);
  }

  std::set<std::string> names_;
};

/// The fast tree's answer to the same question.
std::vector<std::string> tree_matches(const ActorLexicon& lexicon, const std::vector<std::string>& words) {
  std::vector<std::string> found;
  for (std::size_t i = 0; i < words.size();) {
    std::size_t longest = 0;
    std::uint32_t node = 0;
    for (std::size_t j = i; j < words.size(); ++j) {
      const auto next = lexicon.follow(node, word_hash(words[j]));
      node = next.node;
      if (node == 0) break;
      for (const Use& use : lexicon.uses_at(next.uses)) {
        const bool name = use.kind == UseKind::name || use.kind == UseKind::demonym || use.kind == UseKind::metonym;
        if (name && lexicon.actor(use.target).kind != ActorKind::person) longest = j + 1 - i;
      }
    }
    if (longest == 0) {
      ++i;
      continue;
    }
    found.push_back(std::to_string(i) + "-" + std::to_string(i + longest - 1));
    i += longest;
  }
  return found;
}

/// Every text of the project's tests, in words as names are compared.
std::vector<std::vector<std::string>> test_texts() {
  std::vector<std::vector<std::string>> texts;
  const std::string folder = std::string(ATTACHE_SOURCE_DIR) + "/tests";
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const auto extension = entry.path().extension();
    if (extension == ".tsv" || extension == ".txt" || extension == ".html" || extension == ".jsonl") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  for (const auto& path : paths) {
    std::ifstream file(path);
    std::string line;
    while (std::getline(file, line)) {
      std::vector<std::string> words;
      for (auto& word : lexicon_words(line)) words.push_back(std::move(word.text));
      if (!words.empty()) texts.push_back(std::move(words));
    }
  }
  return texts;
}

TEST(NameMatcher, AgreesWithASlowOneOnAllTestText) {
  const auto source = read_lexicon_files(std::string(ATTACHE_SOURCE_DIR) + "/lexicon");
  ASSERT_TRUE(source) << to_string(source.error());
  const SlowMatcher slow(*source);
  const ActorLexicon& lexicon = testing::engine().knowledge.actors();
  const auto texts = test_texts();
  EXPECT_GT(texts.size(), 1000u);
  std::size_t names = 0;
  for (const auto& words : texts) {
    const auto expected = slow.matches(words);
    names += expected.size();
    std::string text;
    for (const auto& word : words) text += word + " ";
    ASSERT_EQ(tree_matches(lexicon, words), expected) << text;
  }
  EXPECT_GT(names, 1000u);
}

}  // namespace
}  // namespace attache::knowledge
