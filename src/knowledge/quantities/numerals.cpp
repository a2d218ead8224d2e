#include "knowledge/quantities/numerals.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace attache::knowledge {
namespace {

struct WordEntry {
  std::string_view word;
  NumberWord number;
};

/// Sorted by word.
constexpr auto words = [] {
  std::array table = {
      WordEntry{"zero", {0, false, false}},         WordEntry{"one", {1, false, false}},
      WordEntry{"two", {2, false, false}},          WordEntry{"three", {3, false, false}},
      WordEntry{"four", {4, false, false}},         WordEntry{"five", {5, false, false}},
      WordEntry{"six", {6, false, false}},          WordEntry{"seven", {7, false, false}},
      WordEntry{"eight", {8, false, false}},        WordEntry{"nine", {9, false, false}},
      WordEntry{"ten", {10, false, false}},         WordEntry{"eleven", {11, false, false}},
      WordEntry{"twelve", {12, false, false}},      WordEntry{"thirteen", {13, false, false}},
      WordEntry{"fourteen", {14, false, false}},    WordEntry{"fifteen", {15, false, false}},
      WordEntry{"sixteen", {16, false, false}},     WordEntry{"seventeen", {17, false, false}},
      WordEntry{"eighteen", {18, false, false}},    WordEntry{"nineteen", {19, false, false}},
      WordEntry{"twenty", {20, false, false}},      WordEntry{"thirty", {30, false, false}},
      WordEntry{"forty", {40, false, false}},       WordEntry{"fifty", {50, false, false}},
      WordEntry{"sixty", {60, false, false}},       WordEntry{"seventy", {70, false, false}},
      WordEntry{"eighty", {80, false, false}},      WordEntry{"ninety", {90, false, false}},
      WordEntry{"hundred", {100, false, true}},     WordEntry{"dozen", {12, false, true}},
      WordEntry{"thousand", {1e3, false, true}},    WordEntry{"million", {1e6, false, true}},
      WordEntry{"billion", {1e9, false, true}},     WordEntry{"trillion", {1e12, false, true}},
      WordEntry{"first", {1, true, false}},         WordEntry{"second", {2, true, false}},
      WordEntry{"third", {3, true, false}},         WordEntry{"fourth", {4, true, false}},
      WordEntry{"fifth", {5, true, false}},         WordEntry{"sixth", {6, true, false}},
      WordEntry{"seventh", {7, true, false}},       WordEntry{"eighth", {8, true, false}},
      WordEntry{"ninth", {9, true, false}},         WordEntry{"tenth", {10, true, false}},
      WordEntry{"eleventh", {11, true, false}},     WordEntry{"twelfth", {12, true, false}},
      WordEntry{"thirteenth", {13, true, false}},   WordEntry{"fourteenth", {14, true, false}},
      WordEntry{"fifteenth", {15, true, false}},    WordEntry{"sixteenth", {16, true, false}},
      WordEntry{"seventeenth", {17, true, false}},  WordEntry{"eighteenth", {18, true, false}},
      WordEntry{"nineteenth", {19, true, false}},   WordEntry{"twentieth", {20, true, false}},
      WordEntry{"thirtieth", {30, true, false}},    WordEntry{"fortieth", {40, true, false}},
      WordEntry{"fiftieth", {50, true, false}},     WordEntry{"hundredth", {100, true, false}},
  };
  std::sort(table.begin(), table.end(), [](const WordEntry& a, const WordEntry& b) { return a.word < b.word; });
  return table;
}();

constexpr std::size_t longest_word = 13;  // seventeenth, and one to spare for "twenty-second" which is split before

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Digits with thousands groups, decimals and an ordinal or scale ending: "2,000", "3.5", "21st", "5bn", "300k".
std::optional<Numeral> read_digits(std::string_view text) {
  if (text.empty() || !is_digit(text.front())) return std::nullopt;
  Numeral numeral;
  std::size_t at = 0;
  double value = 0;
  while (at < text.size() && is_digit(text[at])) value = value * 10 + (text[at++] - '0');
  if (at > 15) return std::nullopt;
  while (at + 3 < text.size() && text[at] == ',' && is_digit(text[at + 1]) && is_digit(text[at + 2]) && is_digit(text[at + 3]) &&
         (at + 4 == text.size() || !is_digit(text[at + 4]))) {
    for (std::size_t digit = at + 1; digit <= at + 3; ++digit) value = value * 10 + (text[digit] - '0');
    at += 4;
    numeral.grouped = true;
  }
  if (at + 1 < text.size() && text[at] == '.' && is_digit(text[at + 1])) {
    double place = 0.1;
    for (++at; at < text.size() && is_digit(text[at]); ++at, place /= 10) value += place * (text[at] - '0');
    numeral.grouped = true;
  }
  const std::string_view ending = text.substr(at);
  if (ending.empty()) {
    numeral.digits = true;
  } else if (ending == "st" || ending == "nd" || ending == "rd" || ending == "th") {
    numeral.ordinal = numeral.digits = true;
  } else if (ending == "k" || ending == "K") {
    numeral.scale = 1e3;
  } else if (ending == "m" || ending == "mn" || ending == "M") {
    numeral.scale = 1e6;
  } else if (ending == "bn" || ending == "b" || ending == "B") {
    numeral.scale = 1e9;
  } else if (ending == "tn" || ending == "trn") {
    numeral.scale = 1e12;
  } else {
    return std::nullopt;
  }
  numeral.value = value * numeral.scale;
  return numeral;
}

/// The sum of a hyphenated word such as "twenty-one" or "thirty-first".
std::optional<NumberWord> hyphenated(std::string_view word) {
  const std::size_t hyphen = word.find('-');
  if (hyphen == std::string_view::npos || hyphen == 0) return std::nullopt;
  const auto tens = number_word(word.substr(0, hyphen));
  const auto ones = number_word(word.substr(hyphen + 1));
  if (!tens || !ones || tens->ordinal || tens->value < 20 || tens->value > 90 || ones->value < 1 || ones->value > 9) return std::nullopt;
  return NumberWord{tens->value + ones->value, ones->ordinal, false};
}

/// One element of a number in words.
std::optional<NumberWord> element(std::string_view word) {
  if (const auto simple = number_word(word)) return simple;
  return hyphenated(word);
}

bool equals(std::string_view text, std::string_view lower) {
  return text.size() == lower.size() &&
         std::equal(text.begin(), text.end(), lower.begin(), [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; });
}

}  // namespace

std::optional<NumberWord> number_word(std::string_view word) {
  if (word.size() < 3 || word.size() > longest_word) return std::nullopt;
  std::array<char, longest_word> lower{};
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    lower[i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  const std::string_view key(lower.data(), word.size());
  const auto found = std::lower_bound(words.begin(), words.end(), key, [](const WordEntry& entry, std::string_view k) { return entry.word < k; });
  if (found == words.end() || found->word != key) return std::nullopt;
  return found->number;
}

std::optional<Numeral> read_numeral(std::span<const Token> tokens, std::uint32_t first) {
  const std::uint32_t count = static_cast<std::uint32_t>(tokens.size());
  if (first >= count) return std::nullopt;
  Numeral numeral;
  std::uint32_t at = first;
  double total = 0;    // what the thousands and millions before have added up to
  double current = 0;  // the group being read, below the next scale word
  bool any = false;

  if (const auto digits = read_digits(tokens[at].text)) {
    numeral = *digits;
    if (numeral.ordinal) {
      numeral.last = first + 1;
      return numeral;
    }
    current = digits->value;
    any = true;
    ++at;
    // "10 000", "2 500 000": groups of three parted by a blank, the last of them noughts.
    std::uint32_t groups = at;
    const auto is_group = [&](std::uint32_t token) {
      return token < count && tokens[token].text.size() == 3 && std::all_of(tokens[token].text.begin(), tokens[token].text.end(), [](char c) { return c >= '0' && c <= '9'; });
    };
    while (is_group(groups)) ++groups;
    if (groups > at && tokens[groups - 1].text == "000" && tokens[first].text.size() <= 3 && current >= 1) {
      for (; at < groups; ++at) current = current * 1000 + std::stoi(std::string(tokens[at].text));
      numeral.grouped = true;
    }
  } else if (equals(tokens[at].text, "a") || equals(tokens[at].text, "an")) {
    const auto scale = at + 1 < count ? number_word(tokens[at + 1].text) : std::nullopt;
    if (!scale || !scale->scale) return std::nullopt;
    numeral.article = true;
    current = 1;
    ++at;
  } else if (equals(tokens[at].text, "half")) {
    const bool article = at + 2 < count && (equals(tokens[at + 1].text, "a") || equals(tokens[at + 1].text, "one"));
    const auto scale = article ? number_word(tokens[at + 2].text) : std::nullopt;
    if (!scale || !scale->scale) return std::nullopt;
    numeral.article = true;
    numeral.value = scale->value / 2;
    numeral.scale = scale->value;
    numeral.last = at + 3;
    return numeral;
  }

  while (at < count) {
    const std::string_view text = tokens[at].text;
    if (any && equals(text, "and")) {
      // "two and a half million", "three hundred and twelve", "two and a half"
      const bool half = at + 2 < count && equals(tokens[at + 1].text, "a") && equals(tokens[at + 2].text, "half");
      if (half && current > 0) {
        current += 0.5;
        at += 3;
        continue;
      }
      const auto next = at + 1 < count ? element(tokens[at + 1].text) : std::nullopt;
      if (numeral.scale >= 100 && next && !next->scale && next->value < 100 && !numeral.digits && !numeral.article) {
        ++at;
        continue;
      }
      break;
    }
    if (any && text == "-" && at + 1 < count && current >= 20 && current <= 90 && !numeral.digits) {
      const auto ones = number_word(tokens[at + 1].text);
      if (!ones || ones->scale || ones->value < 1 || ones->value > 9) break;
      ++at;
      continue;
    }
    const auto word = element(text);
    if (!word) break;
    if (word->ordinal) {
      // "twenty first" adds; "two thirds" and "one second" do not.
      if (any && !(current >= 20 && static_cast<int>(current) % 10 == 0 && word->value < 10)) break;
      current += word->value;
      numeral.ordinal = true;
      ++at;
      any = true;
      break;
    }
    if (word->scale) {
      if (!any && !numeral.article) current = 1;
      if (word->value >= 1000) {
        if (total > 0 && numeral.scale <= word->value) {
          total = (total + current) * word->value;
        } else {
          total += current * word->value;
        }
        current = 0;
      } else {
        current *= word->value;
      }
      numeral.scale = std::max(numeral.scale, word->value);
    } else {
      // A plain word adds only where there is room for it: "twenty one", "two hundred five".
      const bool room = !any || (current == 0 && total > 0) || (current >= 100 && static_cast<long long>(current) % 100 == 0 && numeral.scale >= 100) ||
                        (static_cast<int>(current) % 100 >= 20 && static_cast<int>(current) % 10 == 0 && word->value < 10);
      if (!room || numeral.digits) break;
      current += word->value;
    }
    any = true;
    ++at;
  }
  if (!any && !numeral.article) return std::nullopt;
  if (numeral.digits && at != first + 1) numeral.digits = false;
  numeral.value = total + current;
  numeral.last = at;
  return numeral;
}

}  // namespace attache::knowledge
