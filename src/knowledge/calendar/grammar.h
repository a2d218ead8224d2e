#pragma once
/// Reads calendar expressions from words.

#include "knowledge/calendar/day_order.h"
#include "knowledge/calendar/expression.h"
#include "knowledge/calendar/words.h"

#include <optional>
#include <span>

namespace attache::knowledge {

/// A recursive-descent reader over one sentence. Each method tries to read at a token and says how far it got.
class Grammar {
 public:
  Grammar(const Sentence& sentence, std::span<const Word> words, DayOrder order)
      : tokens_(sentence.tokens), words_(words), order_(order) {}

  /// The longest expression that begins at the token.
  std::optional<Expression> read(std::uint32_t at) const;

  /// True where the word can join two expressions to a range or pair: "to", "until", "and", a dash.
  bool joins(std::uint32_t at) const;

  const Word& word(std::uint32_t at) const;

 private:
  using Found = std::optional<Expression>;
  Found read_composite(std::uint32_t at) const;
  Found read_spaced_composite(std::uint32_t at) const;
  Found read_weekday(std::uint32_t at) const;
  Found read_month_first(std::uint32_t at) const;
  Found read_day_first(std::uint32_t at) const;
  Found read_year(std::uint32_t at) const;
  Found read_bare_day(std::uint32_t at) const;
  Found read_decade(std::uint32_t at) const;
  Found read_century(std::uint32_t at) const;
  Found read_deictic(std::uint32_t at) const;
  Found read_pointed(std::uint32_t at) const;
  Found read_anchored_noun(std::uint32_t at) const;
  Found read_part(std::uint32_t at) const;
  Found read_joined_part(std::uint32_t at) const;
  Found read_counted(std::uint32_t at) const;
  Found read_ordinal(std::uint32_t at) const;
  Found read_month_pair(std::uint32_t at) const;
  /// "earlier this month", "later on Tuesday".
  Found read_by_page(std::uint32_t at) const;
  /// "the weekend" where a word says when, "the weekend before last".
  Found read_weekend(std::uint32_t at) const;
  /// "year end", "the month's end".
  Found read_unit_end(std::uint32_t at) const;
  Found read_span(std::uint32_t at) const;
  Found read_repeated(std::uint32_t at) const;
  Found read_observance(std::uint32_t at) const;

  struct Counted {
    int count = 0;
    bool vague = false;
    bool half_more = false;   ///< "a year and a half".
    Unit unit = Unit::day;
    bool hyphenated = false;  ///< "three-day": an attribute, never a step by itself.
    std::uint32_t last = 0;
  };
  std::optional<Counted> read_count_and_unit(std::uint32_t at) const;

  WordKind kind(std::uint32_t at) const { return word(at).kind; }
  bool is_text(std::uint32_t at, std::string_view lower) const;
  /// A day of the month, 1–31, in digits or words, with or without an ordinal ending; the token behind it.
  struct Small { int value; std::uint32_t last; bool ordinal; bool digits; };
  std::optional<Small> read_day_number(std::uint32_t at) const;
  /// A year in four digits, 1000–2200, or nothing.
  std::optional<int> year_at(std::uint32_t at) const;
  /// A year in words: "nineteen seventy-two", "two thousand and fifteen"; the token behind it.
  struct WordedYear { int value; std::uint32_t last; };
  std::optional<WordedYear> worded_year_at(std::uint32_t at) const;
  /// "of last month", "this month", "next month" behind a day: the token behind it or `at`.
  std::uint32_t read_outer_month(std::uint32_t at, Expression& expression) const;
  /// An optional comma or "of", then a year; the token behind it or `at`.
  std::uint32_t read_trailing_year(std::uint32_t at, Expression& expression) const;
  /// True when a month word at this token is a month and not a name or a verb.
  bool month_is_meant(std::uint32_t at) const;
  /// True when words follow that can name the event which "a day after" counts from.
  bool event_follows(std::uint32_t at) const;
  Expression begin(std::uint32_t first, Expression::Form form) const;

  std::span<const Token> tokens_;
  std::span<const Word> words_;
  DayOrder order_;
};

}  // namespace attache::knowledge
