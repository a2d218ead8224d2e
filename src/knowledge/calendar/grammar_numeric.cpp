#include "knowledge/calendar/grammar.h"

#include "knowledge/calendar/observances.h"
#include "knowledge/calendar/word_shapes.h"
#include "knowledge/quantities/numerals.h"

#include <algorithm>
#include <array>
#include <string>

/// Dates in figures: "22/04/2013", "2013-04-22", "2011-12".
namespace attache::knowledge {
namespace {

using Form = Expression::Form;
using enum WordKind;

/// Digits between the marks of "22/04/2013".
struct NumericParts {
  std::array<int, 3> value{};
  std::array<std::size_t, 3> digits{};
  std::size_t count = 0;
  char mark = 0;
};

NumericParts split_numeric(std::string_view text) {
  NumericParts parts;
  for (const char c : text) {
    if (is_digit(c)) {
      if (parts.digits[parts.count] == 0) parts.value[parts.count] = 0;
      parts.value[parts.count] = parts.value[parts.count] * 10 + (c - '0');
      ++parts.digits[parts.count];
    } else {
      parts.mark = c;
      if (++parts.count == parts.value.size()) break;
    }
  }
  ++parts.count;
  return parts;
}

/// The date that the numbers give; nothing when they are something else.
std::optional<Expression> numeric_date(std::string_view text, DayOrder order, bool after_preposition) {
  const NumericParts parts = split_numeric(text);
  const auto& value = parts.value;
  Expression expression;
  expression.form = Form::date;
  const auto whole_year = [&](std::size_t part) { return parts.digits[part] == 4 && value[part] >= first_year && value[part] <= last_year; };
  if (parts.count == 2) {
    if (whole_year(0) && parts.mark != '.') {  // "2011-2012", "1939-45", "2011/12"
      int end_year = value[1];
      if (parts.digits[1] == 2) end_year += value[0] / 100 * 100;
      if ((parts.digits[1] != 4 && parts.digits[1] != 2) || end_year <= value[0]) return std::nullopt;
      expression.year = value[0];
      expression.end_year = end_year;
      return expression;
    }
    if (parts.mark != '/' || parts.digits[0] > 2 || parts.digits[1] > 2 || !after_preposition) return std::nullopt;
  } else {
    if (whole_year(0) && parts.digits[1] <= 2 && parts.digits[2] <= 2 && parts.digits[1] > 0) {
      expression.year = value[0];
      expression.month = value[1];
      expression.day = value[2];
      return expression;
    }
    if (parts.digits[0] > 2 || parts.digits[1] > 2) return std::nullopt;
    if (whole_year(2)) {
      expression.year = value[2];
    } else if (parts.digits[2] == 2 && parts.mark == '/') {
      expression.year = value[2];
      expression.short_year = true;
    } else {
      return std::nullopt;
    }
  }
  const bool can_be_day_first = value[0] >= 1 && value[0] <= 31 && value[1] >= 1 && value[1] <= months_in_year;
  const bool can_be_month_first = value[1] >= 1 && value[1] <= 31 && value[0] >= 1 && value[0] <= months_in_year;
  if (!can_be_day_first && !can_be_month_first) {
    if (parts.count == 2) return std::nullopt;
    expression.form = Form::impossible;
    expression.note = "no such day";
    return expression;
  }
  bool day_first = can_be_day_first;
  if (can_be_day_first && can_be_month_first && value[0] != value[1] && parts.mark != '.') {
    if (!order.day_first) {
      if (parts.count == 2) return std::nullopt;
      expression.form = Form::impossible;
      expression.note = "day and month cannot be told apart";
      return expression;
    }
    day_first = *order.day_first;
    expression.day_order = order.known_by;
    expression.day_first = day_first;
  }
  expression.day = day_first ? value[0] : value[1];
  expression.month = day_first ? value[1] : value[0];
  return expression;
}

}  // namespace

std::optional<Expression> Grammar::read_composite(std::uint32_t at) const {
  const bool after_preposition = at > 0 && (kind(at - 1) == on || kind(at - 1) == since || kind(at - 1) == until || kind(at - 1) == from ||
                                            kind(at - 1) == before || kind(at - 1) == after || kind(at - 1) == weekday);
  const std::string_view text = without_time(tokens_[at].text);
  const std::size_t first_mark = text.find_first_of("-/");
  const Word named = first_mark < text.size() - 1 ? classify(Token{.text = text.substr(first_mark + 1, text.find(text[first_mark], first_mark + 1) - first_mark - 1)}) : Word{};
  if (named.kind == month) {  // "22-Jan-2019"
    const Token day{.text = text.substr(0, first_mark)}, year{.text = text.substr(text.size() - 4)};
    Expression named_date = begin(at, Form::date);
    named_date.day = static_cast<int>(read_numeral({&day, 1}, 0)->value);
    named_date.month = named.value;
    named_date.year = static_cast<int>(read_numeral({&year, 1}, 0)->value);
    named_date.last = at + 1;
    return named_date;
  }
  auto expression = numeric_date(text, order_, after_preposition);
  if (!expression) return std::nullopt;
  expression->first = at;
  expression->last = at + 1;
  return expression;
}

std::optional<Expression> Grammar::read_spaced_composite(std::uint32_t at) const {
  // "22/Jan/2019" as five
  const bool named = (kind(at + 1) == slash || kind(at + 1) == dash) && kind(at + 2) == month && kind(at + 3) == kind(at + 1) && year_at(at + 4) && !tokens_[at].space_after &&
                     !tokens_[at + 1].space_after && !tokens_[at + 2].space_after && !tokens_[at + 3].space_after;
  if (const auto day = named ? read_day_number(at) : std::nullopt) {
    Expression expression = begin(at, Form::date);
    expression.day = day->value;
    expression.month = word(at + 2).value;
    expression.year = year_at(at + 4);
    expression.last = at + 5;
    return expression;
  }
  // "2013 - 05 - 22" as three tokens with marks between and no space.
  const bool marks = (kind(at + 1) == slash || kind(at + 1) == dash) && kind(at + 2) == number && !tokens_[at].space_after && !tokens_[at + 1].space_after;
  if (!marks) return std::nullopt;
  const bool three = kind(at + 3) == kind(at + 1) && kind(at + 4) == number && !tokens_[at + 2].space_after && !tokens_[at + 3].space_after;
  const char mark = kind(at + 1) == slash ? '/' : '-';
  std::string text(tokens_[at].text);
  text += mark;
  text += tokens_[at + 2].text;
  if (three) {
    text += mark;
    text += tokens_[at + 4].text;
  }
  if (text.size() > 12 || !std::all_of(text.begin(), text.end(), [&](char c) { return is_digit(c) || c == mark; })) return std::nullopt;
  const bool after_preposition = at > 0 && kind(at - 1) == on;
  auto expression = numeric_date(text, order_, after_preposition);
  if (!expression) return std::nullopt;
  expression->first = at;
  expression->last = at + (three ? 5 : 3);
  return expression;
}

}  // namespace attache::knowledge
