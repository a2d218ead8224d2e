#include "knowledge/actors/name_words.h"

#include "base/hash.h"
#include "base/utf8.h"

#include <unicode/uchar.h>

namespace attache::knowledge {
namespace {

constexpr bool is_upper_ascii(char c) { return c >= 'A' && c <= 'Z'; }

/// Hyphens and dashes cut; apostrophes and stops vanish.
enum class Mark { none, cut, vanish };

Mark mark_of(char32_t c) {
  switch (c) {
    case '-': case U'\u2010': case U'\u2011': case U'\u2012': case U'\u2013': case U'\u2014': case U'\u2212': case '/': return Mark::cut;
    case '\'': case '.': case U'\u2018': case U'\u2019': case U'\u02BC': case U'\u02BB': case '`': case U'\u02BE': case U'\u02BF': case ',': case '"':
    case U'\u201C': case U'\u201D': case '(': case ')': return Mark::vanish;
    default: return Mark::none;
  }
}

/// Cuts a text without blanks into words and calls `give(word, capital, upper)` for each.
template <typename Give>
void cut_plain(std::string_view text, Give give) {
  char word[1024];
  std::size_t size = 0, letters = 0, capitals = 0;
  bool capital = false, inner_capital = false;
  const auto finish = [&] {
    if (size > 0) give(std::string_view(word, size), capital, letters >= 2 && (capitals == letters || inner_capital));
    size = letters = capitals = 0;
    capital = inner_capital = false;
  };
  for (const char c : text) {
    const Mark mark = mark_of(static_cast<unsigned char>(c));
    if (mark == Mark::cut) finish();
    if (mark != Mark::none || size == sizeof word) continue;
    const bool upper = is_upper_ascii(c);
    if (size == 0) capital = upper;
    inner_capital = inner_capital || (upper && capitals < letters);
    if (upper) ++capitals;
    if (upper || (c >= 'a' && c <= 'z')) ++letters;
    word[size++] = upper ? static_cast<char>(c + ('a' - 'A')) : c;
  }
  finish();
}

template <typename Give>
void cut_unicode(std::string_view text, Give give) {
  std::string word;
  std::size_t letters = 0, capitals = 0;
  bool capital = false, inner_capital = false;
  const auto finish = [&] {
    if (!word.empty()) {
      const std::string folded = fold(word);
      give(std::string_view(folded), capital, letters >= 2 && (capitals == letters || inner_capital));
    }
    word.clear();
    letters = capitals = 0;
    capital = inner_capital = false;
  };
  for (std::size_t byte = 0; byte < text.size();) {
    const char32_t c = next_code_point(text, byte);
    const Mark mark = mark_of(c);
    if (mark == Mark::cut) finish();
    if (mark != Mark::none) continue;
    const bool upper = u_isupper(static_cast<UChar32>(c)) != 0;
    if (word.empty()) capital = upper;
    inner_capital = inner_capital || (upper && capitals < letters);
    if (upper) ++capitals;
    if (u_isalpha(static_cast<UChar32>(c))) ++letters;
    append_code_point(word, c);
  }
  finish();
}

template <typename Give>
void cut(std::string_view text, Give give) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return cut_unicode(text, give);
  }
  cut_plain(text, give);
}

}  // namespace

std::uint64_t word_hash(std::string_view word) { return stable_hash(word); }

void name_words(std::span<const Token> tokens, std::vector<NameWord>& words) {
  words.clear();
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    cut(tokens[i].text, [&](std::string_view word, bool capital, bool upper) { words.push_back({word_hash(word), i, capital, upper}); });
  }
}

std::vector<LexiconWord> lexicon_words(std::string_view name) {
  std::vector<LexiconWord> words;
  std::size_t begin = 0;
  while (begin < name.size()) {
    const std::size_t end = std::min(name.find(' ', begin), name.size());
    std::string_view part = name.substr(begin, end - begin);
    begin = end + 1;
    bool possessive = false;
    for (const std::string_view clitic : {std::string_view("'s"), std::string_view("\xE2\x80\x99s")}) {
      if (part.size() > clitic.size() && part.ends_with(clitic)) {
        part.remove_suffix(clitic.size());
        possessive = true;
      }
    }
    cut(part, [&](std::string_view word, bool capital, bool upper) { words.push_back({std::string(word), capital, upper}); });
    if (possessive) words.push_back({"s", false, false});
  }
  if (words.size() > 1 && words.front().text == "the") words.erase(words.begin());
  return words;
}

}  // namespace attache::knowledge
