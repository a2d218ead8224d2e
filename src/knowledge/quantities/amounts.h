#pragma once
/// How much is said: numbers with their currency, counts in vague words, and the words that bound them.

#include <attache/sentence.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace attache::knowledge {

/// A count given by a word, with the range meant.
struct Vague {
  double low;
  double high;
  std::uint32_t last;
};

/// What the number is bounded by: "at least", "up to".
enum class Limit : std::uint8_t { exact, from, to };

/// A number as written, with the token behind it.
struct Amount {
  double value = 0;
  std::uint32_t last = 0;
  std::string_view currency;  ///< ISO 4217; empty without one.
  bool bare = false;  ///< Digits in one token, without groups.
};

/// "dozens", "tens of thousands", "several hundred", "a handful": the words before "of" and the noun.
std::optional<Vague> read_vague(std::span<const Token> tokens, std::uint32_t at);

/// Reads "at least", "up to" and the like; returns the token at which the number begins, `at` itself when nothing bounds it.
std::uint32_t read_limit(std::span<const Token> tokens, std::uint32_t at, Limit& limit);

/// A number, with a currency sign before it where there is one.
std::optional<Amount> read_amount(std::span<const Token> tokens, std::uint32_t at);

/// The ISO 4217 code of a currency's name behind a number: "dollars"; empty for other words.
std::string_view currency_named(std::string_view word);

}  // namespace attache::knowledge
