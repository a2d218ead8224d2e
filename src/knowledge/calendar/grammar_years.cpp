#include "knowledge/calendar/grammar.h"

#include "knowledge/calendar/word_shapes.h"
#include "knowledge/quantities/numerals.h"

#include <algorithm>

/// Years, in figures and words, alone and behind days and months; and when four digits are no year.
namespace attache::knowledge {
namespace {

using Form = Expression::Form;
using enum WordKind;

/// Nouns that are counted, so that four digits before them are no year.
bool is_counted_noun(std::string_view text) {
  return is_one_of(text, {"people", "men", "women", "children", "troops", "soldiers", "civilians", "kilometres", "kilometers", "km", "miles", "metres",
                          "meters", "feet", "dollars", "euros", "pounds", "tonnes", "tons", "percent", "%", "hours", "gmt", "seats", "votes", "jobs",
                          "police", "square", "sq", "hectares", "acres", "barrels", "homes", "houses", "migrants", "refugees", "fighters", "protesters"});
}

/// Words before a number that make it the number of something.
bool names_a_number(std::string_view text) {
  return is_one_of(text, {"resolution", "resolutions", "flight", "article", "section", "no", "no.", "number", "page", "vision", "agenda", "channel",
                          "route", "highway", "boeing", "airbus", "room", "chapter", "case", "$", "€", "£", "¥", "#", "unit", "model", "height"});
}

bool is_lower_or_capital_word(std::string_view text) { return is_lower(text) || is_capital(text); }

}  // namespace

std::optional<int> Grammar::year_at(std::uint32_t at) const {
  if (kind(at) != number) return std::nullopt;
  const std::string_view text = tokens_[at].text;
  if (text.size() != 4 || !std::all_of(text.begin(), text.end(), is_digit)) return std::nullopt;
  const int year = (text[0] - '0') * 1000 + (text[1] - '0') * 100 + (text[2] - '0') * 10 + (text[3] - '0');
  if (year < first_year || year > last_year || is_counted_noun(at + 1 < tokens_.size() ? tokens_[at + 1].text : "")) return std::nullopt;
  return year;
}

std::uint32_t Grammar::read_trailing_year(std::uint32_t at, Expression& expression) const {
  std::uint32_t next_token = at;
  if (kind(next_token) == comma || kind(next_token) == WordKind::of) ++next_token;
  if (const auto year = year_at(next_token)) {
    expression.year = year;
    return next_token + 1;
  }
  if (const auto year = worded_year_at(next_token)) {
    expression.year = year->value;
    return year->last;
  }
  if (kind(next_token) == short_year) {  // "12 May '98": the century is left to the page
    expression.year = word(next_token).value;
    expression.short_year = true;
    return next_token + 1;
  }
  // "5 December 1391": behind a day four digits are a year however early. "5 May '68": the century is left to the page.
  const std::string_view digits = next_token < tokens_.size() ? tokens_[next_token].text : std::string_view();
  const bool early_year = expression.day && digits.size() == 4 && digits.front() == '1' && std::all_of(digits.begin(), digits.end(), is_digit) && kind(next_token) == number;
  if (early_year) {
    expression.year = static_cast<int>(read_numeral(tokens_, next_token)->value);
    return next_token + 1;
  }
  // "15 April of 87", "on 4 May 98."; not "on 4 May 98 people were hurt"
  const bool two_digits = digits.size() == 2 && is_digit(digits.front()) && is_digit(digits.back());
  const bool closed = next_token + 1 >= tokens_.size() || is_one_of(tokens_[next_token + 1].text, {".", ",", ")", ";"});
  const bool said = kind(at) == WordKind::of || (closed && (next_token == at || digits > "31"));  // "on May 4, 12 and 20" are days
  if (expression.day && expression.month && said && two_digits && kind(next_token) == number) {
    expression.year = static_cast<int>(read_numeral(tokens_, next_token)->value);
    expression.short_year = true;
    return next_token + 1;
  }
  if (expression.day && kind(next_token) == apostrophe && kind(next_token + 1) == number && tokens_[next_token + 1].text.size() == 2 && is_digit(tokens_[next_token + 1].text.front())) {
    expression.year = static_cast<int>(read_numeral(tokens_, next_token + 1)->value);
    expression.short_year = true;
    return next_token + 2;
  }
  // "March the same year", "May of that year"
  const std::uint32_t same_at = kind(next_token) == the ? next_token + 1 : next_token;
  const bool same_year = kind(same_at) == same || (kind(same_at) == that && same_at == next_token);
  if (kind(at) != comma && same_year && kind(same_at + 1) == unit && static_cast<Unit>(word(same_at + 1).value) == Unit::year) {
    expression.outer_same = true;
    return same_at + 2;
  }
  // "May last year", "March of this year", "12 December of last year"
  const WordKind pointer = kind(next_token);
  if (kind(at) != comma && (pointer == last || pointer == this_ || pointer == next) && kind(next_token + 1) == unit && !word(next_token + 1).plural &&
      static_cast<Unit>(word(next_token + 1).value) == Unit::year) {
    expression.outer_step = pointer == last ? -1 : pointer == next ? 1 : 0;
    expression.outer_unit = Unit::year;
    return next_token + 2;
  }
  return at;
}

std::optional<Grammar::WordedYear> Grammar::worded_year_at(std::uint32_t at) const {
  if (kind(at) != number || !is_lower_or_capital_word(tokens_[at].text)) return std::nullopt;
  const auto century = read_numeral(tokens_, at);
  if (!century || century->digits || century->ordinal) return std::nullopt;
  const int value = static_cast<int>(century->value);
  if (value >= 1900 && value <= 2100 && century->last > at + 1) return WordedYear{value, century->last};  // "two thousand and fifteen"
  if (value < 16 || value > 20 || century->last != at + 1) return std::nullopt;
  std::uint32_t behind = at + 1;
  int of_ten = -1;
  if (is_text(behind, "oh") || is_text(behind, "zero") || is_text(behind, "o")) {  // "nineteen oh five"
    const auto ones = read_numeral(tokens_, behind + 1);
    if (!ones || ones->value < 1 || ones->value > 9) return std::nullopt;
    return WordedYear{value * 100 + static_cast<int>(ones->value), ones->last};
  }
  const auto rest_of_year = read_numeral(tokens_, behind);
  if (rest_of_year && !rest_of_year->digits && !rest_of_year->ordinal && rest_of_year->value >= 10 && rest_of_year->value <= 99) of_ten = static_cast<int>(rest_of_year->value);
  if (of_ten < 0) return std::nullopt;
  return WordedYear{value * 100 + of_ten, rest_of_year->last};
}

std::optional<Expression> Grammar::read_year(std::uint32_t at) const {
  Expression expression = begin(at, Form::date);
  std::uint32_t digits = at;
  bool certain = false;
  if (kind(digits) == the) {
    ++digits;
    if (kind(digits) == unit && static_cast<Unit>(word(digits).value) == Unit::year && !word(digits).plural) {
      ++digits;
      certain = true;
    }
  }
  const auto year = year_at(digits);
  if (!year) {
    // In words only where a word says when: "in nineteen ninety-six".
    const WordKind says_when = at > 0 ? kind(at - 1) : none;
    const auto worded = says_when == in || says_when == since || says_when == until || says_when == from || says_when == before || says_when == after || certain ? worded_year_at(digits) : std::nullopt;
    if (!worded) return std::nullopt;
    expression.year = worded->value;
    expression.last = worded->last;
    return expression;
  }
  expression.year = year;
  expression.last = digits + 1;
  if ((kind(digits + 1) == quarter || kind(digits + 1) == half_year) && kind(at) != the) {  // "2016 H2"
    expression.form = Form::span;
    expression.unit = kind(digits + 1) == quarter ? Unit::quarter : Unit::half;
    expression.count = word(digits + 1).value;
    expression.last = digits + 2;
    return expression;
  }
  const bool month_behind = kind(digits + 1) == month && !year_at(digits + 2) && !read_day_number(digits + 2);
  if (month_behind && at > 0 && kind(at - 1) != month && !in_person_name(tokens_[digits + 1]) && word(digits + 1).capital) {  // "between 2015 June and 2018 May"
    const bool says_when = kind(at - 1) == between || kind(at - 1) == from || kind(at - 1) == in || kind(at - 1) == and_ || kind(at - 1) == to || kind(at - 1) == since;
    if (says_when) {
      expression.month = word(digits + 1).value;
      expression.last = digits + 2;
      return expression;
    }
  }
  // "2014 to 2018", "2014 through May 2018"
  const bool goes_on = kind(digits + 1) == to || kind(digits + 1) == until || (kind(digits + 1) == dash && *year >= 1800);
  const std::uint32_t end_year = kind(digits + 2) == month ? digits + 3 : digits + 2;
  if (goes_on && year_at(end_year) && *year_at(end_year) > *year && (at == 0 || !names_a_number(tokens_[at - 1].text))) return expression;
  if (kind(digits + 1) == year_word) {
    expression.last = digits + 2;
    if (word(digits + 1).value < 0) {
      expression.form = Form::impossible;
      expression.note = "before the common era";
    }
    return expression;
  }
  if (certain) return expression;

  const bool round = *year % 100 == 0 && *year != 1900 && *year != 2000;
  const bool recent_year = *year >= 1800 && *year <= 2100 && !round;
  const std::string_view next_text = digits + 1 < tokens_.size() ? tokens_[digits + 1].text : std::string_view();
  const bool before_noun = is_lower(next_text) && kind(digits + 1) == none && next_text.back() == 's' && next_text.size() > 3 &&
                           !is_one_of(next_text, {"was", "has", "its", "his", "as", "this", "is"});
  if (kind(at) == the) {  // "the 2012 election"
    if (!recent_year || !is_lower(next_text)) {
      if (!recent_year || next_text.empty() || !is_capital(next_text)) return std::nullopt;
    }
    expression.first = digits;
    return expression;
  }
  if (at > 0 && names_a_number(tokens_[at - 1].text)) return std::nullopt;
  switch (at > 0 ? kind(at - 1) : none) {
    case in:
    case early:
    case late:
    case mid: return round && before_noun ? std::nullopt : Found(expression);
    case since:
    case until:
    case from:
    case between:
    case before:
    case after:
    case beginning:
    case WordKind::end:
    case middle:
    case month:
    case season: return round || (before_noun && *year < 1900) ? std::nullopt : Found(expression);
    case WordKind::of:
    case to:
    case and_:
    case dash:
    case comma: {
      const bool alone = !before_noun && (next_text.empty() || !is_lower(next_text) || kind(digits + 1) != none || is_one_of(next_text, {"was", "is", "when", "as", "with", "for"}));
      const bool paired = at > 1 && (year_at(at - 2) || kind(at - 2) == decade);
      return recent_year && (alone || paired) ? Found(expression) : std::nullopt;
    }
    case article: {  // "a 1999 coup"
      const bool label = kind(digits + 1) != none || before_noun || next_text.size() < 3;
      return recent_year && is_lower(next_text) && !label ? Found(expression) : std::nullopt;
    }
    case this_:
    case that:
    case approximately: return std::nullopt;
    default: break;
  }
  const std::string_view before_it = at > 0 ? tokens_[at - 1].text : std::string_view();
  const bool opens = before_it.empty() || before_it == "(" || is_one_of(before_it, {"for", "circa", "as", "'s", "’s", "its", "his", "her", "their", "our"});
  const bool possessive = kind(digits + 1) == apostrophe;
  if (!recent_year) return std::nullopt;
  if (possessive || before_it == "(") return expression;
  if (opens && !before_noun && !before_it.empty()) return expression;
  if (opens && before_it.empty() && is_one_of(next_text, {"was", "saw", "will", "is", "has", "marks", "marked", "brought"})) return expression;
  // "Its 2012 report", "China's 1989 crackdown"
  if (opens && is_lower(next_text) && !before_it.empty() && !is_one_of(before_it, {"for", "as", "circa"})) return expression;
  return std::nullopt;
}

}  // namespace attache::knowledge
