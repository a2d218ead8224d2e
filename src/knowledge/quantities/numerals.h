#pragma once
/// Numbers as they are written in running text: "12", "2,000", "twenty-one", "two and a half million", "a dozen".

#include <attache/sentence.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace attache::knowledge {

/// A number and the tokens it is written with.
struct Numeral {
  double value = 0;
  std::uint32_t last = 0;    ///< One past the last token.
  bool ordinal = false;      ///< "third", "21st".
  bool digits = false;       ///< Written with digits only, in one token, as years and days of the month are.
  bool grouped = false;      ///< Digits in groups of three or with decimals, as years never are.
  bool article = false;      ///< Begins with "a": "a dozen", "a million".
  double scale = 1;          ///< The largest scale word in it: 12 for "dozen", 1e6 for "million".
};

/// The number that begins at token `first`, as long as it goes; nothing when none does. A lone "a" is no number.
std::optional<Numeral> read_numeral(std::span<const Token> tokens, std::uint32_t first);

/// The value of one number word in any case ("twelve", "twelfth", "dozen", "million"); nothing for other words and for digits.
struct NumberWord {
  double value = 0;
  bool ordinal = false;
  bool scale = false;        ///< Multiplies what stands before it: hundred, dozen, thousand, million ….
};
std::optional<NumberWord> number_word(std::string_view word);

}  // namespace attache::knowledge
