#include "knowledge/calendar/grammar.h"

#include "knowledge/calendar/observances.h"
#include "knowledge/calendar/word_shapes.h"
#include "knowledge/quantities/numerals.h"

#include <algorithm>
#include <array>
#include <string>

/// Days and months, and weekdays: "Wednesday, 12 December 2012".
namespace attache::knowledge {
namespace {

using Form = Expression::Form;
using enum WordKind;

/// Newspapers and the like that are named after a day.
bool names_a_paper(std::string_view text) {
  return is_capital(text) && is_one_of(text, {"times", "telegraph", "mirror", "mail", "express", "post", "herald", "star", "people", "world",
                                              "sun", "independent", "night", "tribune", "agreement", "school", "mosque"});
}

}  // namespace

std::optional<Grammar::Small> Grammar::read_day_number(std::uint32_t at) const {
  if (kind(at) != number) return std::nullopt;
  const auto numeral = read_numeral(tokens_, at);
  if (!numeral || numeral->grouped || numeral->scale != 1 || numeral->value < 1 || numeral->value > 31 || numeral->value != static_cast<int>(numeral->value)) {
    return std::nullopt;
  }
  return Small{static_cast<int>(numeral->value), numeral->last, numeral->ordinal, numeral->digits};
}

std::uint32_t Grammar::read_outer_month(std::uint32_t at, Expression& expression) const {
  std::uint32_t pointer_at = at;
  if (kind(pointer_at) == WordKind::of) ++pointer_at;
  const WordKind pointer = kind(pointer_at);
  const bool month_behind = kind(pointer_at + 1) == unit && !word(pointer_at + 1).plural && static_cast<Unit>(word(pointer_at + 1).value) == Unit::month;
  if ((pointer != last && pointer != this_ && pointer != next) || !month_behind) return at;
  expression.outer_step = pointer == last ? -1 : pointer == next ? 1 : 0;
  expression.outer_unit = Unit::month;
  return pointer_at + 2;
}

std::optional<Expression> Grammar::read_month_pair(std::uint32_t at) const {
  Expression expression = begin(at, Form::date);
  expression.month = word(at).value;
  expression.end_month = word(at).count;
  expression.last = read_trailing_year(at + 1, expression);
  return expression;
}

bool Grammar::month_is_meant(std::uint32_t at) const {
  const Token& token = tokens_[at];
  const int value = word(at).value;
  // "May to March", "May and June"
  const bool opens_pair = (kind(at + 1) == to || kind(at + 1) == dash || kind(at + 1) == and_ || kind(at + 1) == until) && kind(at + 2) == month;
  if (opens_pair) return true;
  if (in_person_name(token)) return false;
  const bool abbreviated = token.text.size() <= 4 + (token.text.back() == '.' ? 1u : 0u) && value != 5 && value != 6 && value != 7;
  const bool other_word = value == 3 || value == 5;                // to march, may
  const bool given_name = value == 4 || value == 6 || value == 8;  // April, June, August
  const WordKind before_it = at > 0 ? kind(at - 1) : none;
  const bool dated = read_day_number(at + 1) || year_at(at + 1) || kind(at + 1) == composite || (kind(at + 1) == comma && year_at(at + 2)) ||
                     (kind(at + 1) == WordKind::of && year_at(at + 2)) || before_it == number || before_it == composite;
  if (dated) return true;
  switch (before_it) {
    case in:
    case since:
    case until:
    case from:
    case between:
    case WordKind::of:
    case last:
    case next:
    case this_:
    case early:
    case late:
    case mid:
    case before:
    case after:
    case each:
    case following:
    case previous:
    case beginning:
    case on: return true;
    default: break;
  }
  const bool in_pair = at > 1 && (before_it == and_ || before_it == to || before_it == dash || before_it == comma || before_it == slash) &&
                       (kind(at - 2) == month || kind(at - 2) == mid || kind(at - 2) == number);
  if (in_pair) return true;
  if (other_word || abbreviated || token.upos == Upos::verb || token.upos == Upos::aux) return false;
  const bool capital_before = at > 1 && is_capital(tokens_[at - 1].text) && before_it == none;
  const bool capital_after = at + 1 < tokens_.size() && is_capital(tokens_[at + 1].text) && kind(at + 1) == none;
  if (given_name && (capital_before || capital_after || at == 0)) return false;
  return !(capital_before && is_one_of(tokens_[at - 1].text, {"black", "red", "golden"}));
}

std::optional<Expression> Grammar::read_month_first(std::uint32_t at) const {
  if (!month_is_meant(at)) return std::nullopt;
  Expression expression = begin(at, Form::date);
  expression.month = word(at).value;
  std::uint32_t next_token = at + 1;
  if (kind(next_token) == the && read_day_number(next_token + 1) && read_day_number(next_token + 1)->ordinal) ++next_token;
  const bool after_in = at > 0 && kind(at - 1) == in;

  if (kind(next_token) == composite) {  // "May 3-5"
    const std::string_view text = tokens_[next_token].text;
    const std::size_t hyphen = text.find('-');
    const Token low{.text = text.substr(0, hyphen)}, high{.text = hyphen == std::string_view::npos ? "" : text.substr(hyphen + 1)};
    const auto low_day = read_numeral({&low, 1}, 0), high_day = read_numeral({&high, 1}, 0);
    if (low_day && high_day && low_day->digits && high_day->digits && low_day->value < high_day->value && high_day->value <= 31) {
      expression.day = static_cast<int>(low_day->value);
      expression.end_day = static_cast<int>(high_day->value);
      expression.last = read_trailing_year(next_token + 1, expression);
      return expression;
    }
  }
  const auto day = read_day_number(next_token);
  // "in May 12 people were hurt": a count, not a day.
  const bool counted = day && after_in && day->digits && !day->ordinal && !year_at(day->last) && kind(day->last) != comma;
  if (day && !counted && !(kind(day->last) == unit && !day->ordinal)) {
    expression.day = day->value;
    next_token = day->last;
    const WordKind joiner = kind(next_token);
    const auto second = joiner == dash || joiner == to || joiner == and_ ? read_day_number(next_token + 1) : std::nullopt;
    if (second && second->value > day->value && kind(second->last) != month && kind(second->last) != unit &&
        (joiner != and_ || kind(second->last) != none || second->ordinal || second->last >= tokens_.size() || !is_lower(tokens_[second->last].text))) {
      expression.end_day = second->value;
      next_token = second->last;
    }
  } else if (kind(next_token) == apostrophe && next_token + 1 < tokens_.size() && kind(next_token + 1) == number && tokens_[next_token + 1].text.size() == 2) {
    const auto short_year = read_numeral(tokens_, next_token + 1);  // "May '13"
    expression.year = static_cast<int>(short_year->value);
    expression.short_year = true;
    expression.last = next_token + 2;
    return expression;
  }
  expression.last = read_trailing_year(next_token, expression);
  return expression;
}

std::optional<Expression> Grammar::read_day_first(std::uint32_t at) const {
  Expression expression = begin(at, Form::date);
  std::uint32_t next_token = at;
  const bool article_before = kind(next_token) == the;
  if (article_before) ++next_token;
  bool ordinal = false;
  if (kind(next_token) == composite) {  // "3-5 May"
    const std::string_view text = tokens_[next_token].text;
    const std::size_t hyphen = text.find('-');
    if (hyphen == std::string_view::npos) return std::nullopt;
    const Token low{.text = text.substr(0, hyphen)}, high{.text = text.substr(hyphen + 1)};
    const auto low_day = read_numeral({&low, 1}, 0), high_day = read_numeral({&high, 1}, 0);
    if (!low_day || !high_day || low_day->value < 1 || low_day->value >= high_day->value || high_day->value > 31) return std::nullopt;
    expression.day = static_cast<int>(low_day->value);
    expression.end_day = static_cast<int>(high_day->value);
    ++next_token;
  } else {
    const auto day = read_day_number(next_token);
    if (!day || (!day->digits && !day->ordinal)) return std::nullopt;
    expression.day = day->value;
    ordinal = day->ordinal;
    next_token = day->last;
    const WordKind joiner = kind(next_token);
    if (joiner == dash || joiner == to || joiner == and_ || joiner == until) {
      const bool second_article = kind(next_token + 1) == the;
      const auto second = read_day_number(next_token + (second_article ? 2 : 1));
      if (second && second->value > day->value) {
        expression.end_day = second->value;
        next_token = second->last;
        ordinal = ordinal || second->ordinal;
      }
    }
  }
  const bool daypart_between = kind(next_token) == daypart;  // "the 5th night of June" is not meant
  if (daypart_between) return std::nullopt;
  if (ordinal || expression.end_day) {  // "the 21st of this month", "4 to 23 next month"
    const std::uint32_t behind = read_outer_month(next_token, expression);
    if (behind != next_token) {
      expression.last = behind;
      return expression;
    }
  }
  if (kind(next_token) == WordKind::of && (ordinal || expression.end_day)) ++next_token;
  if (kind(next_token) != month || in_person_name(tokens_[next_token])) return std::nullopt;
  // "12 march on the capital": a small letter is a verb here; classify has let only capitals through for these.
  if (article_before && !ordinal && !expression.end_day) return std::nullopt;
  expression.month = word(next_token).value;
  expression.last = read_trailing_year(next_token + 1, expression);
  return expression;
}

std::optional<Expression> Grammar::read_bare_day(std::uint32_t at) const {
  if (at == 0 || (kind(at - 1) != on && kind(at - 1) != until && kind(at - 1) != since && !is_text(at - 1, "for"))) return std::nullopt;
  const auto day = read_day_number(at + 1);
  if (!day || !day->ordinal || !day->digits) return std::nullopt;
  const bool closed = day->last >= tokens_.size() || kind(day->last) == comma || tokens_[day->last].upos == Upos::punct ||
                      is_one_of(tokens_[day->last].text, {".", ";", ":", "in", "at", "by", "for", "when"});
  if (!closed) return std::nullopt;
  Expression expression = begin(at, Form::date);
  expression.day = day->value;
  expression.last = day->last;
  return expression;
}

std::optional<Expression> Grammar::read_weekday(std::uint32_t at) const {
  const Token& token = tokens_[at];
  if (in_person_name(token)) return std::nullopt;
  const bool abbreviated = token.text.size() < 6;
  Expression expression = begin(at, Form::date);
  expression.weekday = word(at).value;
  std::uint32_t next_token = at + 1;
  if (kind(next_token) == daypart || is_text(next_token, "night")) ++next_token;
  expression.last = next_token;

  std::uint32_t date_at = next_token;
  if (kind(date_at) == comma || is_text(date_at, "(")) ++date_at;
  if (kind(date_at) == on) ++date_at;
  Found date;
  if (kind(date_at) == month) {
    date = read_month_first(date_at);
  } else if (kind(date_at) == number || kind(date_at) == the || kind(date_at) == composite) {
    date = read_day_first(date_at);
    if (!date && kind(date_at) == composite) date = read_composite(date_at);
    if (!date && kind(date_at) == number) date = read_spaced_composite(date_at);
    const bool bare = !date && date_at == next_token && (kind(date_at) == the || (kind(date_at) == number && next_token == at + 1));
    const auto day = bare ? read_day_number(kind(date_at) == the ? date_at + 1 : date_at) : std::nullopt;
    const bool counts = day && day->digits && kind(date_at) == number && day->last < tokens_.size() && is_lower(tokens_[day->last].text) && kind(day->last) == none;
    if (day && day->ordinal && !counts) {  // "Friday the 13th", "Friday 13th"; not "Sunday 3rd division sides"
      date = begin(at, Form::date);
      date->day = day->value;
      date->last = day->last;
    }
  }
  if (date && date->form == Form::date && date->day && !date->end_day) {
    date->first = at;
    date->weekday = expression.weekday;
    if (is_text(next_token, "(") && is_text(date->last, ")")) ++date->last;
    return date;
  }
  if (abbreviated) {
    const WordKind before_it = at > 0 ? kind(at - 1) : none;
    const bool announced = before_it == on || before_it == last || before_it == next || before_it == this_;
    if (!announced || expression.weekday == 6) return std::nullopt;
  }
  if (at > 0 && is_capital(tokens_[at - 1].text) && is_one_of(tokens_[at - 1].text, {"bloody", "black", "super", "cyber"})) return std::nullopt;
  if (next_token < tokens_.size() && next_token == at + 1 && names_a_paper(tokens_[next_token].text)) return std::nullopt;

  // "Tuesday last week", "Friday of next week"
  std::uint32_t outer = next_token;
  if (kind(outer) == WordKind::of) ++outer;
  const WordKind pointer = kind(outer);
  if ((pointer == last || pointer == this_ || pointer == next) && kind(outer + 1) == unit && !word(outer + 1).plural &&
      static_cast<Unit>(word(outer + 1).value) == Unit::week) {
    expression.outer_step = pointer == last ? -1 : pointer == next ? 1 : 0;
    expression.outer_unit = Unit::week;
    expression.last = outer + 2;
  }
  return expression;
}

}  // namespace attache::knowledge
