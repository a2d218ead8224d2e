#pragma once
/// Names as the dictionary compares them: words in lower case without diacritics, apostrophes and stops, cut at blanks and hyphens.
/// "al-Assad", "Al Assad" and "al – Assad" are the same two words; "U.S." and "US" are one.

#include <attache/sentence.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attache::knowledge {

/// A word of running text, ready for the dictionary.
struct NameWord {
  std::uint64_t hash = 0;
  std::uint32_t token = 0;   ///< The token it belongs to.
  bool capital = false;      ///< Begins with a capital letter.
  bool upper = false;        ///< Two or more letters, all capital or with a capital behind a small one: "WHO", "LeT".
};

/// The words of a sentence's tokens, in order. Tokens of marks only give none. `words` is cleared first.
void name_words(std::span<const Token> tokens, std::vector<NameWord>& words);

/// A word of a lexicon entry.
struct LexiconWord {
  std::string text;          ///< As compared.
  bool capital = false;
  bool upper = false;
};

/// The words of a name as the lexicon writes it, cut as running text is: "People's Party" gives people, s, party. A "the" at the beginning is left out.
std::vector<LexiconWord> lexicon_words(std::string_view name);

/// The hash under which the dictionary knows a word.
std::uint64_t word_hash(std::string_view word);

}  // namespace attache::knowledge
