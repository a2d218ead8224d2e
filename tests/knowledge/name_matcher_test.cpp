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

/// Names have no more words.
constexpr std::size_t most_words = 16;

/// A matcher too simple to be wrong: every name of the source as its words, and at each word of a text all names that begin there.
class SlowMatcher {
 public:
  explicit SlowMatcher(const LexiconSource& source) {
    for (const auto& actor : source.actors) {
      add(actor.name);
      add(actor.capital);
      for (const auto* list : {&actor.names, &actor.demonyms, &actor.metonyms, &actor.short_names}) std::for_each(list->begin(), list->end(), [&](const std::string& name) { add(name); });
    }
  }

  std::size_t size() const { return names_.size(); }

  /// Names as "first-last" word numbers, case left aside.
  std::vector<std::string> matches(const std::vector<std::string>& words) const {
    std::vector<std::string> found;
    for (std::size_t i = 0; i < words.size(); ++i) {
      std::string text;
      for (std::size_t j = i; j < words.size() && j < i + most_words; ++j) {
        text += (j > i ? " " : "") + words[j];
        if (names_.contains(text)) found.push_back(std::to_string(i) + "-" + std::to_string(j));
      }
    }
    return found;
  }

 private:
  void add(const std::string& name) {
    std::string text;
    const auto words = lexicon_words(name);
    if (words.empty() || words.size() > most_words) return;
    for (const auto& word : words) text += (text.empty() ? "" : " ") + word.text;
    names_.insert(text);
  }

  std::set<std::string> names_;
};

/// What the source itself writes as a name; surnames, plurals and peoples are also derived from it.
bool is_written(UseKind kind) {
  return kind == UseKind::name || kind == UseKind::demonym || kind == UseKind::metonym || kind == UseKind::capital || kind == UseKind::short_name;
}

/// The fast tree's answer to the same question.
std::vector<std::string> tree_matches(const ActorLexicon& lexicon, const std::vector<std::string>& words) {
  std::vector<std::string> found;
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::uint32_t node = 0;
    for (std::size_t j = i; j < words.size(); ++j) {
      const auto next = lexicon.follow(node, word_hash(words[j]));
      node = next.node;
      if (node == 0) break;
      const auto uses = lexicon.uses_at(next.uses);
      if (std::any_of(uses.begin(), uses.end(), [](const Use& use) { return is_written(use.kind); })) found.push_back(std::to_string(i) + "-" + std::to_string(j));
    }
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
    if (extension == ".tsv" || extension == ".txt" || extension == ".html" || extension == ".jsonl" || extension == ".json" || extension == ".conllu") paths.push_back(entry.path());
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
  EXPECT_GT(names, 3000u);
  EXPECT_GT(slow.size(), 15000u);
}

}  // namespace
}  // namespace attache::knowledge
