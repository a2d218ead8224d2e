#include "language/contractions.h"

#include "language/characters.h"
#include "language/word_list.h"

#include <algorithm>

namespace attache::language {
namespace {

/// A contraction written without an apostrophe, in lower case, and where it is cut.
struct Fused {
  std::string_view word;
  std::size_t first;
  std::size_t second = 0;  ///< 0 for two words.
};

constexpr Fused fused[] = {
    {"cannot", 3},   {"gonna", 3},   {"gotta", 3},    {"wanna", 3},    {"gimme", 3},    {"lemme", 3},   {"dunno", 2, 3}, {"dont", 2},
    {"didnt", 3},    {"doesnt", 4},  {"isnt", 2},     {"arent", 3},    {"wasnt", 3},    {"werent", 4},  {"havent", 4},   {"hasnt", 3},
    {"hadnt", 3},    {"cant", 2},    {"wont", 2},     {"couldnt", 5},  {"wouldnt", 5},  {"shouldnt", 6}, {"im", 1},      {"ive", 1},
    {"thats", 4},    {"whats", 4},   {"theyre", 4},   {"youre", 3},    {"theyve", 4},   {"weve", 2},    {"youve", 3},
};

constexpr auto clitics = word_list({"s", "m", "d", "re", "ve", "ll"});
constexpr auto elided = word_list({"em", "til", "tis", "twas", "cause", "bout", "n", "s"});

std::size_t cut_of_negation(std::string_view word) {
  for (const std::string_view apostrophe : {std::string_view("'"), std::string_view("\u2019")}) {
    const std::size_t length = apostrophe.size() + 2;
    if (word.size() <= length) continue;
    const std::size_t cut = word.size() - length;
    if (lower_ascii(word[cut]) == 'n' && word.substr(cut + 1, apostrophe.size()) == apostrophe && lower_ascii(word.back()) == 't') return cut;
  }
  return 0;
}

/// Where the last clitic of the word begins; 0 for none.
std::size_t last_cut(std::string_view word) {
  if (const std::size_t cut = cut_of_negation(word)) return cut;
  const std::size_t straight = word.rfind('\''), curly = word.rfind("\u2019");
  std::size_t cut = std::string_view::npos;
  if (straight != std::string_view::npos) cut = straight;
  if (curly != std::string_view::npos && (cut == std::string_view::npos || curly > cut)) cut = curly;
  if (cut == std::string_view::npos || cut == 0) return 0;
  return clitics.contains(word.substr(cut + apostrophe_at(word, cut))) ? cut : 0;
}

}  // namespace

std::size_t contraction_cuts(std::string_view word, std::array<std::size_t, most_clitics>& cuts) {
  if (word.find('\'') == std::string_view::npos && word.find('\xE2') == std::string_view::npos) {
    if (word.size() > 8 || word.size() < 2) return 0;
    for (const Fused& entry : fused) {
      if (!equals_ignoring_case(word, entry.word)) continue;
      cuts[0] = entry.first;
      cuts[1] = entry.second;
      return entry.second == 0 ? 1 : 2;
    }
    return 0;
  }
  std::size_t count = 0;
  while (count < most_clitics) {
    const std::size_t cut = last_cut(word);
    if (cut == 0) break;
    cuts[count++] = cut;
    word = word.substr(0, cut);
  }
  std::reverse(cuts.begin(), cuts.begin() + static_cast<std::ptrdiff_t>(count));
  return count;
}

std::size_t elision_at(std::string_view text, std::size_t byte) {
  std::size_t end = byte;
  while (end < text.size() && end - byte < 6 && (is_letter_ascii(text[end]) || is_digit_ascii(text[end]))) ++end;
  const std::string_view word = text.substr(byte, end - byte);
  const bool year = word.size() >= 2 && is_digit_ascii(word[0]) && is_digit_ascii(word[1]) && (word.size() == 2 || (word.size() == 3 && word[2] == 's'));
  return year || elided.contains(word) ? word.size() : 0;
}

}  // namespace attache::language
