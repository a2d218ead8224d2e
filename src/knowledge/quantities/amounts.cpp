#include "knowledge/quantities/amounts.h"

#include "knowledge/quantities/numerals.h"
#include "knowledge/quantities/words.h"

#include <array>

namespace attache::knowledge {
namespace {

using namespace quantity;

struct Currency {
  std::string_view word;
  std::string_view code;  ///< ISO 4217.
};

/// Signs before the number and words behind it. A dollar, pound, yen … without a country is that of the largest issuer.
constexpr std::array currency_signs = {Currency{"$", "USD"},   Currency{"us$", "USD"}, Currency{"€", "EUR"},  Currency{"£", "GBP"},   Currency{"¥", "JPY"},
                                       Currency{"₹", "INR"},   Currency{"₽", "RUB"},   Currency{"₩", "KRW"},  Currency{"₪", "ILS"},   Currency{"₦", "NGN"},
                                       Currency{"a$", "AUD"},  Currency{"c$", "CAD"},  Currency{"hk$", "HKD"}, Currency{"usd", "USD"}, Currency{"eur", "EUR"},
                                       Currency{"gbp", "GBP"}, Currency{"rs", "INR"},  Currency{"rs.", "INR"}};
constexpr std::array currency_words = {
    Currency{"dollar", "USD"}, Currency{"dollars", "USD"}, Currency{"euro", "EUR"},   Currency{"euros", "EUR"},   Currency{"pound", "GBP"},  Currency{"pounds", "GBP"},
    Currency{"yen", "JPY"},    Currency{"yuan", "CNY"},    Currency{"renminbi", "CNY"}, Currency{"rouble", "RUB"}, Currency{"roubles", "RUB"}, Currency{"ruble", "RUB"},
    Currency{"rubles", "RUB"}, Currency{"rupee", "INR"},   Currency{"rupees", "INR"}, Currency{"francs", "CHF"},  Currency{"shekels", "ILS"}, Currency{"riyals", "SAR"},
    Currency{"naira", "NGN"},  Currency{"rand", "ZAR"},    Currency{"lira", "TRY"},   Currency{"liras", "TRY"},   Currency{"pesos", "MXN"},  Currency{"reais", "BRL"},
    Currency{"baht", "THB"},   Currency{"won", "KRW"},     Currency{"dirhams", "AED"}, Currency{"hryvnia", "UAH"}, Currency{"zlotys", "PLN"}, Currency{"cents", "USD"},
    Currency{"kronor", "SEK"}, Currency{"kroner", "NOK"},  Currency{"dinars", "IQD"}, Currency{"rupiah", "IDR"},  Currency{"ringgit", "MYR"}, Currency{"taka", "BDT"}};

template <std::size_t Size>
std::string_view currency_of(std::string_view text, const std::array<Currency, Size>& table) {
  for (const Currency& currency : table) {
    if (equals(text, currency.word)) return currency.code;
  }
  return {};
}

std::string_view text(std::span<const Token> tokens, std::uint32_t at) { return at < tokens.size() ? tokens[at].text : std::string_view(); }

}  // namespace

std::optional<Vague> read_vague(std::span<const Token> tokens, std::uint32_t at) {
  struct Word {
    std::string_view word;
    double low, high;
  };
  constexpr std::array vague_words = {Word{"dozens", 24, 99},       Word{"scores", 40, 199},       Word{"hundreds", 200, 999},
                                      Word{"thousands", 2e3, 9999}, Word{"millions", 2e6, 9.999e6}, Word{"billions", 2e9, 9.999e9}};
  if (equals(text(tokens, at), "tens") && equals(text(tokens, at + 1), "of")) {
    if (equals(text(tokens, at + 2), "thousands")) return Vague{20e3, 99'999, at + 3};
    if (equals(text(tokens, at + 2), "millions")) return Vague{20e6, 99'999'999, at + 3};
  }
  if (equals(text(tokens, at), "hundreds") && equals(text(tokens, at + 1), "of")) {
    if (equals(text(tokens, at + 2), "thousands")) return Vague{200e3, 999'999, at + 3};
    if (equals(text(tokens, at + 2), "millions")) return Vague{200e6, 999'999'999, at + 3};
  }
  for (const Word& word : vague_words) {
    if (equals(text(tokens, at), word.word)) return Vague{word.low, word.high, at + 1};
  }
  const bool article = equals(text(tokens, at), "a");
  const std::uint32_t word_at = article ? at + 1 : at;
  double low = 0, high = 0;
  if (equals(text(tokens, word_at), "several")) {
    low = 3, high = 9;
  } else if (article && equals(text(tokens, word_at), "few")) {
    low = 2, high = 5;
  } else if (article && equals(text(tokens, word_at), "couple")) {
    low = 2, high = 2;
  } else if (article && equals(text(tokens, word_at), "handful")) {
    low = 3, high = 9;
  } else if (equals(text(tokens, word_at), "half") && equals(text(tokens, word_at + 1), "a") && equals(text(tokens, word_at + 2), "dozen")) {
    return Vague{6, 6, word_at + 3};
  } else {
    return std::nullopt;
  }
  std::uint32_t last = word_at + 1;
  if (equals(text(tokens, last), "of") && !equals(text(tokens, word_at), "several") && !equals(text(tokens, word_at), "few")) ++last;
  if (const auto scale = number_word(text(tokens, last)); scale && scale->scale) {
    low *= scale->value, high *= scale->value;
    ++last;
  } else if (last == word_at + 2) {
    --last;  // the "of" before the noun is passed over with the noun
  }
  return Vague{low, high, last};
}

std::uint32_t read_limit(std::span<const Token> tokens, std::uint32_t at, Limit& limit) {
  limit = Limit::exact;
  const std::string_view first = text(tokens, at), second = text(tokens, at + 1), third = text(tokens, at + 2);
  if (equals(first, "at")) {
    if (equals(second, "least")) limit = Limit::from;
    if (equals(second, "most")) limit = Limit::to;
    return limit == Limit::exact ? at : at + 2;
  }
  if (is_one_of(first, {"more", "less", "fewer"}) && equals(second, "than")) {
    limit = equals(first, "more") ? Limit::from : Limit::to;
    return at + 2;
  }
  if (equals(first, "no") && is_one_of(second, {"fewer", "less", "more"}) && equals(third, "than")) {
    limit = equals(second, "more") ? Limit::to : Limit::from;
    return at + 3;
  }
  if (equals(first, "as") && is_one_of(second, {"many", "much", "few"}) && equals(third, "as")) {
    limit = equals(second, "few") ? Limit::from : Limit::to;
    return at + 3;
  }
  if (equals(first, "up") && equals(second, "to")) {
    limit = Limit::to;
    return at + 2;
  }
  if (equals(first, "a") && equals(second, "minimum") && equals(third, "of")) {
    limit = Limit::from;
    return at + 3;
  }
  if (is_one_of(first, {"over", "exceeding"})) {
    limit = Limit::from;
    return at + 1;
  }
  if (is_one_of(first, {"under", "below"})) {
    limit = Limit::to;
    return at + 1;
  }
  if (is_one_of(first, {"about", "around", "some", "nearly", "almost", "roughly", "approximately", "estimated", "exactly", "another", "only", "just", "well"})) {
    if (equals(first, "well") && equals(second, "over")) {
      limit = Limit::from;
      return at + 2;
    }
    if (equals(first, "well")) return at;
    Limit inner = Limit::exact;
    const std::uint32_t number = read_limit(tokens, at + 1, inner);
    limit = inner;
    return number;
  }
  if (equals(first, "an") && equals(second, "estimated")) return at + 2;
  return at;
}

std::optional<Amount> read_amount(std::span<const Token> tokens, std::uint32_t at) {
  Amount amount;
  std::uint32_t number_at = at;
  amount.currency = currency_of(text(tokens, at), currency_signs);
  if (!amount.currency.empty()) {
    ++number_at;
    if (equals(text(tokens, at), "us$") == false && (equals(text(tokens, at), "us") || equals(text(tokens, at), "a")) && text(tokens, number_at) == "$") ++number_at;
  } else if (equals(text(tokens, at), "us") && text(tokens, at + 1) == "$") {
    amount.currency = "USD";
    number_at += 2;
  }
  const auto numeral = read_numeral(tokens, number_at);
  if (numeral && !numeral->ordinal) {
    amount.value = numeral->value;
    amount.last = numeral->last;
    amount.bare = numeral->digits && !numeral->grouped;
    // "$ 5 bn" in two tokens.
    if (is_one_of(text(tokens, amount.last), {"bn", "tn", "mn"}) || (!amount.currency.empty() && is_one_of(text(tokens, amount.last), {"m", "b", "k"}))) {
      const char initial = static_cast<char>(text(tokens, amount.last).front() | 0x20);
      amount.value *= initial == 'b' ? 1e9 : initial == 't' ? 1e12 : initial == 'k' ? 1e3 : 1e6;
      ++amount.last;
    }
    return amount;
  }
  // "$5bn" in one token.
  const std::string_view token = text(tokens, at);
  for (const Currency& sign : currency_signs) {
    if (token.size() <= sign.word.size() || !equals(token.substr(0, sign.word.size()), sign.word) || !is_digit(token[sign.word.size()])) continue;
    const Token rest{.text = token.substr(sign.word.size())};
    const auto in_token = read_numeral({&rest, 1}, 0);
    if (!in_token) return std::nullopt;
    amount.currency = sign.code;
    amount.value = in_token->value;
    amount.last = at + 1;
    while (const auto scale = number_word(text(tokens, amount.last))) {
      if (!scale->scale) break;
      amount.value *= scale->value;
      ++amount.last;
    }
    return amount;
  }
  return std::nullopt;
}

std::string_view currency_named(std::string_view word) { return currency_of(word, currency_words); }

}  // namespace attache::knowledge
