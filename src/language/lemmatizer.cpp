#include "language/lemmatizer.h"

#include "base/utf8.h"
#include "language/inflections.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace attache::language {
namespace {

/// The longest ending that training looks at, in bytes.
constexpr std::size_t kLongestEnding = 6;

bool is_name(Upos upos, std::string_view xpos) { return upos == Upos::propn || xpos == "NNP" || xpos == "NNPS"; }

/// How much of "bombed" a rule learned from "grabbed" may cut: the consonant before the ending goes only where it is doubled, or a k behind a c ("panicked").
std::size_t bounded_cut(std::string_view word, std::size_t cut, std::string_view added) {
  const std::size_t ending = word.ends_with("ed") ? 2 : word.ends_with("ing") ? 3 : 0;
  if (ending == 0 || cut != ending + 1 || !added.empty() || word.size() < cut + 1) return cut;
  const char consonant = word[word.size() - cut], before = word[word.size() - cut - 1];
  const bool doubled = before == consonant || (before == 'c' && consonant == 'k');
  return doubled || consonant == 'e' ? cut : ending;
}

}  // namespace

Lemmatizer::Lemmatizer(std::string_view text) {
  while (!text.empty()) {
    const auto end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    std::array<std::string_view, 4> fields;
    std::size_t count = 0;
    for (; count < fields.size(); ++count) {
      const auto tab = line.find('\t');
      fields[count] = line.substr(0, tab);
      if (tab == std::string_view::npos) {
        ++count;
        break;
      }
      line = line.substr(tab + 1);
    }
    Rule rule;
    if (count != fields.size() || std::from_chars(fields[2].data(), fields[2].data() + fields[2].size(), rule.cut).ec != std::errc()) continue;
    rule.added = fields[3];
    rules_.emplace(std::string(fields[0]) + '\t' + std::string(fields[1]), rule);
  }
}

const Lemmatizer::Rule* Lemmatizer::find(std::string_view xpos, std::string_view ending, std::string& key) const {
  key.assign(xpos);
  key += '\t';
  key += ending;
  const auto found = rules_.find(key);
  return found == rules_.end() ? nullptr : &found->second;
}

std::string_view Lemmatizer::lemma(std::string_view form, Upos upos, std::string_view xpos, Arena& arena) const {
  const bool name = is_name(upos, xpos);
  std::string word = name ? std::string(form) : to_lower(form);
  if (xpos == "PRP" && word == "i") return arena.copy("I");
  std::string key;
  const Rule* rule = find(xpos, '^' + word, key);
  if (!rule && (xpos == "VBD" || xpos == "VBN")) {
    // A verb that training did not see, such as "upheld".
    if (const std::string irregular = irregular_verb_lemma(word); !irregular.empty()) return arena.copy(irregular);
  }
  // Endings are cut from inflected words only; "ransom" is no form of another word.
  if (!rule && (xpos == "NN" || xpos == "JJ" || xpos == "VB" || xpos == "VBP" || xpos == "RB")) return arena.copy(word);
  const bool whole_word = rule != nullptr;
  for (std::size_t length = std::min(kLongestEnding, word.size()); !rule; --length) {
    // Not in the middle of a letter.
    const std::string_view ending = std::string_view(word).substr(word.size() - length);
    if (length == 0 || (ending.front() & 0xC0) != 0x80) rule = find(xpos, ending, key);
    if (length == 0) break;
  }
  if (rule && rule->cut <= word.size()) {
    std::size_t kept = word.size() - (whole_word ? rule->cut : bounded_cut(word, rule->cut, rule->added));
    // The rule may come from words with shorter letters ('s for ’s): no letter is cut in two.
    while (kept > 0 && (word[kept] & 0xC0) == 0x80) --kept;
    word.resize(kept);
    word += rule->added;
  }
  return arena.copy(word.empty() ? form : std::string_view(word));
}

}  // namespace attache::language
