#include "knowledge/calendar/grammar.h"

#include "knowledge/calendar/observances.h"
#include "knowledge/calendar/word_shapes.h"
#include "knowledge/quantities/numerals.h"

#include <algorithm>
#include <array>
#include <string>

/// Expressions that count or point from the page's date or from another event: "two weeks ago", "last month", "the day after".
namespace attache::knowledge {
namespace {

using Form = Expression::Form;
using enum WordKind;

/// How long a count of units can be before it is no calendar expression any more.
constexpr int most_units = 5000;

int days_in(Unit time) {
  switch (time) {
    case Unit::week: return 7;
    case Unit::fortnight: return 14;
    case Unit::month: return 30;
    case Unit::quarter: return 91;
    case Unit::year: return 365;
    default: return 1;
  }
}

}  // namespace

std::optional<Expression> Grammar::read_deictic(std::uint32_t at) const {
  Expression expression = begin(at, Form::step);
  expression.count = word(at).value;
  expression.last = at + 1;
  if (kind(at + 1) == daypart) ++expression.last;
  return expression;
}

std::optional<Expression> Grammar::read_pointed(std::uint32_t at) const {
  std::uint32_t pointer_at = at;
  const bool article_before = kind(at) == the;
  if (article_before) ++pointer_at;
  WordKind pointer = kind(pointer_at);
  std::uint32_t noun = pointer_at + 1;
  switch (pointer) {
    case this_:
    case that:
    case last:
    case past:
    case previous:
    case next:
    case coming:
    case following:
    case same:
    case recent: break;
    default: return std::nullopt;
  }
  if (pointer == this_ && (kind(noun) == past || kind(noun) == last || kind(noun) == coming || kind(noun) == next)) {
    pointer = kind(noun) == past || kind(noun) == last ? last : next;  // "this past week", "this coming Friday"
    ++noun;
  }
  Expression expression = begin(at, Form::step);

  // Several units: "the past two weeks", "the next few days", "the last couple of years", "recent months"
  if (pointer == past || pointer == last || pointer == next || pointer == coming || pointer == recent || pointer == following || pointer == previous) {
    if (kind(noun) == number || kind(noun) == few || (kind(noun) == unit && word(noun).plural) || kind(noun) == half) {
      std::optional<Counted> counted;
      if (kind(noun) == unit) {
        counted = Counted{0, true, false, static_cast<Unit>(word(noun).value), false, noun + 1};
      } else {
        counted = read_count_and_unit(noun);
      }
      if (!counted || counted->hyphenated) return std::nullopt;
      const bool by_narration = pointer == following || (pointer == previous && article_before);
      expression.form = by_narration ? Form::length : Form::window;
      expression.unit = counted->unit;
      expression.count = pointer == next || pointer == coming || pointer == following ? counted->count : -counted->count;
      expression.vague = counted->vague;
      if (pointer == next || pointer == coming) expression.pointing = Pointing::next;
      if (expression.vague) expression.count = pointer == next || pointer == coming || pointer == following ? 1 : -1;
      expression.last = counted->last;
      return expression;
    }
  }
  if (pointer == recent) return std::nullopt;

  expression.last = noun + 1;
  const int direction = pointer == last || pointer == past || pointer == previous ? -1 : pointer == this_ || pointer == same || pointer == that ? 0 : 1;
  const Pointing pointing = direction < 0 ? Pointing::last : direction > 0 ? Pointing::next : Pointing::this_one;
  const bool by_event = pointer == previous || pointer == following || pointer == same || pointer == that || (pointer == next && article_before);
  switch (kind(noun)) {
    case unit:
    case daypart: {
      if (word(noun).plural) return std::nullopt;
      const Unit time = kind(noun) == daypart ? Unit::day : static_cast<Unit>(word(noun).value);
      if (time == Unit::hour) return std::nullopt;
      expression.unit = time;
      expression.count = direction;
      if (time == Unit::week && kind(noun + 1) == weekday && !by_event && pointer != past && pointer != coming) {  // "next week Friday"
        expression.form = Form::date;
        expression.weekday = word(noun + 1).value;
        expression.outer_step = direction;
        expression.outer_unit = Unit::week;
        expression.last = noun + 2;
        return expression;
      }
      const bool next_day = pointer == next && time == Unit::day;
      if (by_event || next_day) {
        if (pointer == same && !article_before) return std::nullopt;
        expression.form = Form::anchored;
        expression.pointing = pointing;
      } else if (pointer == past || pointer == coming || (pointer == last && article_before)) {
        expression.form = Form::window;  // "the past year" is the twelve months up to now; "past year" alone is read the same
      } else if (pointer == last && kind(noun) == unit && time == Unit::day) {
        return std::nullopt;  // "last day" is the last day of something
      }
      return expression;
    }
    case weekday:
      if (pointer == that) return std::nullopt;  // mostly the conjunction: "said that Tuesday's vote"
      expression.form = by_event ? Form::anchored : Form::date;
      expression.weekday = word(noun).value;
      expression.count = direction;
      expression.pointing = pointing;
      if (kind(noun + 1) == daypart) ++expression.last;
      return expression;
    case month: {
      if (pointer == that || in_person_name(tokens_[noun])) return std::nullopt;
      if (const auto date = read_month_first(noun); date && date->day && !by_event) {  // "last May 12"
        Expression full = *date;
        full.first = at;
        full.pointing = pointing;
        return full;
      }
      expression.form = by_event ? Form::anchored : Form::date;
      expression.unit = Unit::month;
      expression.month = word(noun).value;
      expression.count = direction;
      expression.pointing = pointing;
      return expression;
    }
    case season:
      expression.form = by_event ? Form::anchored : Form::span;
      expression.unit = Unit::season;
      expression.count = word(noun).value;
      expression.pointing = pointing;
      return by_event ? std::nullopt : Found(expression);
    case observance: {
      const ObservanceName name = observance_at(tokens_, noun);
      if (name.index < 0 || by_event) return std::nullopt;
      expression.form = Form::observance;
      expression.observance = name.index;
      expression.pointing = pointing;
      expression.last = noun + name.tokens;
      return expression;
    }
    default: return std::nullopt;
  }
}

std::optional<Expression> Grammar::read_anchored_noun(std::uint32_t at) const {
  const std::uint32_t noun = at + 1;
  if ((kind(noun) != unit && kind(noun) != daypart) || word(noun).plural) return std::nullopt;
  const WordKind relation = kind(noun + 1);
  if (relation != before && relation != after) return std::nullopt;
  const Unit time = kind(noun) == daypart ? Unit::day : static_cast<Unit>(word(noun).value);
  if (time == Unit::hour) return std::nullopt;
  Expression expression = begin(at, Form::anchored);
  expression.unit = time;
  expression.count = relation == before ? -1 : 1;
  expression.plural_step = true;
  expression.last = noun + 2;
  // "the year before last", "the weekend after next"
  std::uint32_t pointer_at = noun + 2;
  if (kind(pointer_at) == the) ++pointer_at;
  const WordKind pointer = kind(pointer_at);
  const bool twice = (relation == before && pointer == last) || (relation == after && pointer == next);
  if (twice && kind(pointer_at + 1) != unit && kind(pointer_at + 1) != weekday && kind(pointer_at + 1) != month && kind(pointer_at + 1) != number) {
    expression.form = Form::step;
    expression.count *= 2;
    expression.plural_step = false;
    expression.last = pointer_at + 1;
    return expression;
  }
  expression.names_event = event_follows(expression.last);
  if (time == Unit::day && kind(noun + 2) == deictic && word(noun + 2).value == expression.count) {
    expression.form = Form::step;  // "the day before yesterday", "the day after tomorrow"
    expression.count *= 2;
    expression.last = noun + 3;
  }
  return expression;
}

std::optional<Grammar::Counted> Grammar::read_count_and_unit(std::uint32_t at) const {
  Counted counted;
  std::uint32_t next_token = at;
  double amount = 0;
  switch (kind(next_token)) {
    case unit_length:
      counted.count = word(at).count;
      counted.unit = static_cast<Unit>(word(at).value);
      counted.hyphenated = true;
      counted.last = at + 1;
      return counted;
    case article:
      if (kind(next_token + 1) == few) {  // "a few", "a couple of"
        ++next_token;
        counted.vague = word(next_token).value == 0;
        amount = word(next_token).value;
        ++next_token;
        if (kind(next_token) == WordKind::of) ++next_token;
      } else if (is_text(next_token + 1, "half")) {
        return std::nullopt;
      } else if (read_numeral(tokens_, next_token)) {
        const auto numeral = read_numeral(tokens_, next_token);
        amount = numeral->value;
        next_token = numeral->last;
      } else {
        amount = 1;
        ++next_token;
      }
      break;
    case few:
      counted.vague = word(next_token).value == 0;
      amount = word(next_token).value;
      ++next_token;
      if (kind(next_token) == WordKind::of) ++next_token;
      break;
    case half:
      if (kind(next_token + 1) != article || kind(next_token + 2) != unit) return std::nullopt;
      amount = 0.5;
      next_token += 2;
      break;
    case number: {
      const auto numeral = read_numeral(tokens_, next_token);
      if (!numeral || numeral->ordinal) return std::nullopt;
      amount = numeral->value;
      next_token = numeral->last;
      if (kind(next_token) == few) ++next_token;
      break;
    }
    default: return std::nullopt;
  }
  if (kind(next_token) == dash && kind(next_token + 1) == unit && amount > 0) {
    counted.hyphenated = !word(next_token + 1).plural;
    ++next_token;
  }
  if (kind(next_token) == recent || is_one_of(next_token < tokens_.size() ? tokens_[next_token].text : "", {"full", "whole", "consecutive", "straight", "long"})) ++next_token;
  if (kind(next_token) != unit && !(kind(next_token) == season && amount == 0)) return std::nullopt;
  // "the 2018 day of mourning": four digits before one unit are a year.
  if (amount >= first_year && kind(next_token) == unit && !word(next_token).plural && !counted.hyphenated) return std::nullopt;
  counted.unit = static_cast<Unit>(word(next_token).value);
  counted.last = next_token + 1;
  if (kind(counted.last) == and_ && kind(counted.last + 1) == article && kind(counted.last + 2) == half) {  // "a year and a half"
    amount += 0.5;
    counted.last += 3;
  }
  if (amount > most_units) counted.vague = true;
  if (amount != static_cast<int>(std::min<double>(amount, most_units))) {
    // Halves are counted in the next smaller unit.
    if (counted.unit == Unit::year) {
      amount *= months_in_year;
      counted.unit = Unit::month;
    } else if (counted.unit == Unit::decade) {
      amount *= 10;
      counted.unit = Unit::year;
    } else {
      amount *= days_in(counted.unit);
      counted.unit = Unit::day;
    }
  }
  counted.count = static_cast<int>(std::min<double>(amount, most_units));
  return counted;
}

std::optional<Expression> Grammar::read_counted(std::uint32_t at) const {
  const std::uint32_t count_at = kind(at) == the ? at + 1 : at;
  if (count_at != at && kind(count_at) != unit_length) return std::nullopt;
  const auto counted = read_count_and_unit(count_at);
  if (!counted) return std::nullopt;
  Expression expression = begin(at, Form::length);
  expression.unit = counted->unit;
  expression.count = counted->count;
  expression.vague = counted->vague;
  expression.last = counted->last;
  expression.plural_step = true;
  std::uint32_t behind = counted->last;
  // "two months and three days ago": what comes after the first count.
  int more_days = 0, more_months = 0;
  bool compound = false;
  while (!counted->hyphenated && !counted->vague) {
    const std::uint32_t more_at = kind(behind) == and_ || kind(behind) == comma ? behind + 1 : behind;
    const auto more = kind(more_at) == number || kind(more_at) == article ? read_count_and_unit(more_at) : std::nullopt;
    if (!more || more->hyphenated || more->vague || more->unit == Unit::hour) break;
    if (more->unit == Unit::year || more->unit == Unit::month) {
      more_months += more->unit == Unit::year ? months_in_year * more->count : more->count;
    } else {
      more_days += more->count * (more->unit == Unit::week ? 7 : more->unit == Unit::fortnight ? 14 : 1);
    }
    compound = true;
    behind = more->last;
  }
  if (compound && (kind(behind) == ago || kind(behind) == later || kind(behind) == earlier)) {
    const bool months = expression.unit == Unit::year || expression.unit == Unit::month;
    if (months) more_months += expression.unit == Unit::year ? months_in_year * expression.count : expression.count;
    if (!months) more_days += expression.count * (expression.unit == Unit::week ? 7 : expression.unit == Unit::fortnight ? 14 : 1);
    const int sign = kind(behind) == later ? 1 : -1;
    expression.unit = more_months > 0 ? Unit::month : Unit::day;
    expression.count = sign * (more_months > 0 ? more_months : more_days);
    expression.last = behind + 1;
    if (kind(behind) != ago) {
      if (more_months > 0 && more_days > 0) return std::nullopt;  // an event's shift has one unit
      expression.form = Form::anchored;
      return expression;
    }
    expression.form = Form::step;
    if (more_months > 0 && more_days > 0) {
      expression.extra_days = sign * more_days;
      expression.pointing = Pointing::this_one;
    }
    return expression;
  }
  behind = counted->last;
  // Ages are not dates: "12 years old", "a 12-year-old boy", "of age".
  if (kind(behind) == old || (kind(behind) == dash && kind(behind + 1) == old)) return std::nullopt;
  if (counted->hyphenated) return expression;
  const bool lone_article = kind(count_at) == article && kind(count_at + 1) == unit;
  switch (kind(behind)) {
    case ago:
      expression.form = Form::step;
      expression.count = -expression.count;
      expression.last = behind + 1;
      if (kind(behind + 1) == deictic || kind(behind + 1) == weekday) {  // "a week ago today", "a year ago Tuesday"
        expression.last = behind + 2;
        if (kind(behind + 1) == weekday) {
          expression.weekday = word(behind + 1).value;
        } else {
          expression.extra_days = word(behind + 1).value;
        }
        expression.pointing = Pointing::this_one;
      }
      return expression;
    case earlier:
    case before:
      expression.form = Form::anchored;
      expression.count = -expression.count;
      expression.last = behind + 1;
      expression.names_event = kind(behind) == before && event_follows(expression.last);
      return expression;
    case on: {  // "three months on, the killers are at large"
      const bool closed = behind + 1 >= tokens_.size() || kind(behind + 1) == comma || is_text(behind + 1, ".");
      if (!closed || expression.unit == Unit::hour) break;
      expression.form = Form::anchored;
      expression.last = behind + 1;
      return expression;
    }
    case later:
    case after:
      expression.form = Form::anchored;
      expression.last = behind + 1;
      expression.names_event = kind(behind) == after && event_follows(expression.last);
      return expression;
    case from:
      if (is_text(behind + 1, "now") || kind(behind + 1) == deictic) {
        expression.form = Form::step;
        expression.last = behind + 2;
        if (kind(behind + 1) == deictic) {  // "four months from tomorrow"
          expression.extra_days = word(behind + 1).value;
          expression.pointing = Pointing::this_one;
        }
        return expression;
      }
      break;
    case following:
      if (is_text(behind, "following")) {
        expression.form = Form::anchored;
        expression.last = behind + 1;
        expression.names_event = event_follows(expression.last);
        return expression;
      }
      break;
    default: break;
  }
  const bool spoken_of = at > 0 && (kind(at - 1) == in || is_one_of(tokens_[at - 1].text, {"for"}));
  if (lone_article && !spoken_of) return std::nullopt;
  return expression;
}

}  // namespace attache::knowledge
