#include "knowledge/calendar/grammar.h"

#include "knowledge/calendar/observances.h"
#include "knowledge/calendar/word_shapes.h"
#include "knowledge/quantities/numerals.h"

#include <algorithm>
#include <array>
#include <string>

/// Decades, centuries, seasons, quarters and feasts; parts of spans, and one of several within a span.
namespace attache::knowledge {
namespace {

using Form = Expression::Form;
using enum WordKind;

}  // namespace

std::optional<Expression> Grammar::read_decade(std::uint32_t at) const {
  Expression expression = begin(at, Form::span);
  expression.unit = Unit::decade;
  std::uint32_t decade_at = at;
  const bool article_before = kind(at) == the;
  if (article_before) ++decade_at;
  const bool mark = kind(decade_at) == apostrophe;
  if (mark) ++decade_at;
  if (kind(decade_at) == number && kind(decade_at + 1) == decade && word(decade_at + 1).value < 100) {  // "the nineteen seventies"
    const auto century = read_numeral(tokens_, decade_at);
    if (!century || century->digits || century->value < 15 || century->value > 20) return std::nullopt;
    expression.count = static_cast<int>(century->value) * 100 + word(decade_at + 1).value;
    expression.last = decade_at + 2;
    return expression;
  }
  if (kind(decade_at) != decade) return std::nullopt;
  const char initial = tokens_[decade_at].text.front();
  const bool marked = mark || initial == '\'' || initial == '\xE2';
  expression.count = word(decade_at).value;
  expression.short_year = expression.count < 100;
  // "in his 70s" is an age; only an article, an apostrophe or a decade before makes two digits a decade.
  const bool joined = at > 1 && joins(at - 1) && kind(at - 2) == decade;
  const bool after_part = at > 1 && kind(at - 1) == dash && kind(at - 2) == mid;
  if (expression.short_year && !article_before && !marked && !joined && !after_part) return std::nullopt;
  expression.last = decade_at + 1;
  return expression;
}

std::optional<Expression> Grammar::read_century(std::uint32_t at) const {
  std::uint32_t ordinal_at = kind(at) == the ? at + 1 : at;
  if (kind(ordinal_at) != number) return std::nullopt;
  const auto numeral = read_numeral(tokens_, ordinal_at);
  if (!numeral || !numeral->ordinal || numeral->value < 1 || numeral->value > 22) return std::nullopt;
  std::uint32_t unit_at = numeral->last;
  if (kind(unit_at) == dash) ++unit_at;
  if (kind(unit_at) != unit || static_cast<Unit>(word(unit_at).value) != Unit::century) return std::nullopt;
  Expression expression = begin(at, Form::span);
  expression.unit = Unit::century;
  expression.count = static_cast<int>(numeral->value);
  expression.last = unit_at + 1;
  return expression;
}

std::optional<Expression> Grammar::read_span(std::uint32_t at) const {
  const bool article_before = kind(at) == the;
  const std::uint32_t noun = article_before ? at + 1 : at;
  Expression expression = begin(at, Form::span);
  expression.count = word(noun).value;
  expression.last = noun + 1;
  switch (kind(noun)) {
    case season: {
      expression.unit = Unit::season;
      const std::uint32_t behind = read_trailing_year(noun + 1, expression);
      const bool dated = behind != noun + 1;
      expression.last = behind;
      const bool name = at > 0 && word(noun).capital && is_capital(tokens_[at - 1].text);  // "Prague Spring"
      const bool after_in = at > 0 && (kind(at - 1) == in || kind(at - 1) == since || kind(at - 1) == until);
      // "the fall of Saigon", "the spring" of water: only "in the spring" or a year makes a season.
      if (dated) return expression;
      if (name || !after_in || kind(noun + 1) == WordKind::of) return std::nullopt;
      return expression;
    }
    case quarter:
      expression.unit = Unit::quarter;
      expression.last = read_trailing_year(noun + 1, expression);
      return expression;
    case half_year:
      expression.unit = Unit::half;
      expression.last = read_trailing_year(noun + 1, expression);
      return expression;
    default: return std::nullopt;
  }
}

std::optional<Expression> Grammar::read_observance(std::uint32_t at) const {
  const std::uint32_t name_at = kind(at) == the ? at + 1 : at;
  const ObservanceName name = observance_at(tokens_, name_at);
  if (name.index < 0) return std::nullopt;
  Expression expression = begin(at, Form::observance);
  expression.observance = name.index;
  expression.last = read_trailing_year(name_at + name.tokens, expression);
  const bool in_year = !expression.year && is_text(expression.last, "in") && year_at(expression.last + 1);  // "Nowruz in 2018"
  if (in_year) {
    expression.year = year_at(expression.last + 1);
    expression.last += 2;
  }
  return expression;
}

std::optional<Expression> Grammar::read_part(std::uint32_t at) const {
  const std::uint32_t part_at = kind(at) == the ? at + 1 : at;
  Part part = Part::whole;
  bool noun = false;
  switch (kind(part_at)) {
    case early: part = Part::early; break;
    case late: part = Part::late; break;
    case mid: part = Part::middle; break;
    case beginning: part = Part::beginning; noun = true; break;
    case WordKind::end: part = Part::end; noun = true; break;
    case middle: part = Part::middle; noun = true; break;
    case rest: part = Part::to_come; noun = true; break;
    default: return std::nullopt;
  }
  std::uint32_t inner = part_at + 1;
  if (noun) {
    if (kind(inner) != WordKind::of) return std::nullopt;
    ++inner;
  } else if (kind(inner) == dash || kind(inner) == in || kind(inner) == on) {
    ++inner;
  }
  // "the end of the year", "early in the week"; "by end of year"
  const bool bare = noun && part != Part::to_come && kind(inner) == unit && !word(inner).plural && static_cast<Unit>(word(inner).value) >= Unit::week;
  if (bare) --inner;
  if ((bare || kind(inner) == the) && kind(inner + 1) == unit && !word(inner + 1).plural) {
    const Unit time = static_cast<Unit>(word(inner + 1).value);
    if (time == Unit::hour) return std::nullopt;
    if (part == Part::to_come && time < Unit::week) return std::nullopt;
    Expression expression = begin(at, Form::step);
    expression.unit = time;
    expression.part = part;
    expression.last = inner + 2;
    return expression;
  }
  auto expression = read(inner);
  if (!expression) {
    if (const auto year = year_at(inner)) {
      expression = begin(inner, Form::date);
      expression->year = year;
      expression->last = inner + 1;
    } else if (kind(inner) == season) {
      expression = begin(inner, Form::span);
      expression->unit = Unit::season;
      expression->count = word(inner).value;
      expression->last = inner + 1;
    } else {
      return std::nullopt;
    }
  }
  switch (expression->form) {
    case Form::date:
    case Form::span:
    case Form::step:
    case Form::anchored: break;
    default: return std::nullopt;
  }
  expression->first = at;
  if (part == Part::to_come && (expression->form != Form::step || expression->count != 0)) return std::nullopt;
  const bool day_long = expression->form == Form::date && (expression->day || expression->weekday);
  if (!day_long) expression->part = part;
  return expression;
}

std::optional<Expression> Grammar::read_joined_part(std::uint32_t at) const {
  const std::string_view text = tokens_[at].text;
  const std::size_t hyphen = text.find('-');
  const Part part = static_cast<Part>(word(at).value);
  const Token inner{.text = text.substr(hyphen + 1)};
  const Word what = classify(inner);
  Expression expression = begin(at, Form::date);
  expression.last = at + 1;
  expression.part = part;
  switch (what.kind) {
    case month:
      expression.month = what.value;
      expression.last = read_trailing_year(at + 1, expression);
      return expression;
    case decade:
      expression.form = Form::span;
      expression.unit = Unit::decade;
      expression.count = what.value;
      expression.short_year = expression.count < 100;
      return expression;
    case season:
      expression.form = Form::span;
      expression.unit = Unit::season;
      expression.count = what.value;
      expression.last = read_trailing_year(at + 1, expression);
      return expression;
    case number: {
      const auto year = read_numeral({&inner, 1}, 0);
      if (!year || !year->digits || inner.text.size() != 4 || year->value < first_year || year->value > last_year) return std::nullopt;
      expression.year = static_cast<int>(year->value);
      return expression;
    }
    default: return std::nullopt;
  }
}

std::optional<Expression> Grammar::read_by_page(std::uint32_t at) const {
  const Part part = kind(at) == earlier ? Part::so_far : Part::to_come;
  std::uint32_t inner = at + 1;
  if (kind(inner) == in && is_text(inner, "in")) {
    ++inner;
    if (kind(inner) == the && kind(inner + 1) == unit && !word(inner + 1).plural && static_cast<Unit>(word(inner + 1).value) != Unit::hour) {  // "earlier in the week"
      Expression expression = begin(at, Form::step);
      expression.unit = static_cast<Unit>(word(inner + 1).value);
      expression.part = part;
      expression.last = inner + 2;
      return expression;
    }
  } else if (kind(inner) == on) {
    ++inner;
  }
  auto expression = read(inner);
  if (!expression) return std::nullopt;
  const bool this_unit = expression->form == Form::step && expression->count == 0 && !expression->vague;
  const bool day_long = expression->form == Form::date && (expression->day || expression->weekday);
  if (!this_unit && !day_long && expression->form != Form::date) return std::nullopt;
  expression->first = at;
  if (this_unit && expression->unit >= Unit::week) expression->part = part;
  return expression;
}

std::optional<Expression> Grammar::read_weekend(std::uint32_t at) const {
  const bool weekend = kind(at + 1) == unit && static_cast<Unit>(word(at + 1).value) == Unit::weekend && !word(at + 1).plural;
  const WordKind says_when = at > 0 ? kind(at - 1) : none;
  const bool is_when = says_when == WordKind::at || says_when == in || says_when == on || says_when == until;
  const WordKind behind = kind(at + 2);
  if (!weekend || !is_when || behind == before || behind == after || behind == WordKind::of) return std::nullopt;
  Expression expression = begin(at, Form::step);
  expression.unit = Unit::weekend;
  expression.last = at + 2;
  return expression;
}

std::optional<Expression> Grammar::read_unit_end(std::uint32_t at) const {
  const std::uint32_t noun = kind(at) == the ? at + 1 : at;
  const WordKind says_when = at > 0 ? kind(at - 1) : none;
  const bool is_when = says_when == until || says_when == since || says_when == before || says_when == WordKind::at || says_when == after;
  if (!is_when || kind(noun) != unit || word(noun).plural) return std::nullopt;
  const Unit time = static_cast<Unit>(word(noun).value);
  std::uint32_t end_at = noun + 1;
  if (kind(end_at) == apostrophe || kind(end_at) == dash) ++end_at;
  if ((time != Unit::year && time != Unit::month && time != Unit::week) || kind(end_at) != WordKind::end) return std::nullopt;
  Expression expression = begin(at, Form::step);
  expression.unit = time;
  expression.part = Part::end;
  expression.last = end_at + 1;
  return expression;
}

std::optional<Expression> Grammar::read_ordinal(std::uint32_t at) const {
  std::uint32_t next_token = kind(at) == the ? at + 1 : at;
  int ordinal = 0;
  if (kind(next_token) == last || is_text(next_token, "final")) {
    ordinal = -1;
    ++next_token;
  } else if (kind(next_token) == number) {
    const auto numeral = read_numeral(tokens_, next_token);
    if (!numeral || !numeral->ordinal || numeral->value < 1 || numeral->value > 53) return std::nullopt;
    ordinal = static_cast<int>(numeral->value);
    next_token = numeral->last;
  } else {
    return std::nullopt;
  }
  if (kind(next_token) == dash) ++next_token;
  Expression expression = begin(at, Form::ordinal);
  expression.count = ordinal;
  if (kind(next_token) == number && (ordinal == 1 || ordinal == -1)) {  // "the first six months of 2012"
    const auto units = read_count_and_unit(next_token);
    if (!units || units->vague || units->hyphenated || units->count < 1) return std::nullopt;
    if (units->unit != Unit::month && units->unit != Unit::week && units->unit != Unit::day) return std::nullopt;
    expression.unit = units->unit;
    expression.run = units->count;
    next_token = units->last;
  } else if (kind(next_token) == unit && !word(next_token).plural) {
    expression.unit = static_cast<Unit>(word(next_token).value);
    ++next_token;
  } else if (kind(next_token) == half) {
    expression.unit = Unit::half;
    ++next_token;
  } else if (kind(next_token) == weekday) {
    expression.unit = Unit::day;
    expression.weekday = word(next_token).value;
    ++next_token;
  } else {
    return std::nullopt;
  }
  switch (expression.unit) {
    case Unit::day:
    case Unit::week:
    case Unit::weekend:
    case Unit::month:
    case Unit::quarter:
    case Unit::half: break;
    default: return std::nullopt;
  }

  // The span it is one of.
  const bool has_span = kind(next_token) == WordKind::of || (kind(next_token) == in && is_text(next_token, "in"));
  std::uint32_t span = has_span ? next_token + 1 : next_token;
  const bool within_year = expression.unit == Unit::quarter || expression.unit == Unit::half || expression.unit == Unit::month;
  if (has_span && kind(span) == month) {
    expression.month = word(span).value;
    if (expression.unit == Unit::half && (ordinal == 1 || ordinal == 2)) {  // "the first half of June"
      expression.form = Form::date;
      expression.part = ordinal == 1 ? Part::first_half : Part::second_half;
      expression.count = 0;
      expression.last = read_trailing_year(span + 1, expression);
      return expression;
    }
    if (within_year) return std::nullopt;
    expression.last = read_trailing_year(span + 1, expression);
    return expression;
  }
  if (const auto year = year_at(span); year && (has_span || within_year)) {
    expression.year = year;
    expression.last = span + 1;
    return expression;
  }
  const bool article_before = kind(span) == the;
  if (article_before) ++span;
  const WordKind pointer = kind(span);
  const bool pointed = pointer == last || pointer == this_ || pointer == next;
  if (pointed || (has_span && article_before)) {
    const std::uint32_t outer = pointed ? span + 1 : span;
    if (kind(outer) == decade && !pointed && expression.unit == Unit::half) {
      expression.form = Form::span;
      expression.unit = Unit::decade;
      expression.part = ordinal == 1 ? Part::first_half : Part::second_half;
      expression.count = word(outer).value;
      expression.short_year = expression.count < 100;
      expression.last = outer + 1;
      return expression;
    }
    if (kind(outer) == unit && !word(outer).plural) {
      const Unit time = static_cast<Unit>(word(outer).value);
      if (time != Unit::month && time != Unit::year) return std::nullopt;
      if (time == Unit::month && within_year) return std::nullopt;
      expression.outer_unit = time;
      expression.outer_step = pointer == last ? -1 : pointer == next ? 1 : 0;
      expression.last = outer + 1;
      return expression;
    }
    const auto numeral = kind(outer) == number && !pointed ? read_numeral(tokens_, outer) : std::nullopt;
    if (numeral && numeral->ordinal && expression.unit == Unit::half && kind(numeral->last) == unit &&
        static_cast<Unit>(word(numeral->last).value) == Unit::century) {
      expression.form = Form::span;
      expression.unit = Unit::century;
      expression.part = ordinal == 1 ? Part::first_half : Part::second_half;
      expression.count = static_cast<int>(numeral->value);
      expression.last = numeral->last + 1;
      return expression;
    }
  }
  if (expression.unit == Unit::quarter && ordinal >= 1 && ordinal <= 4 && !has_span) {
    expression.form = Form::span;  // "the third quarter"
    expression.last = next_token;
    const bool of_a_match = at > 0 && is_one_of(tokens_[at - 1].text, {"a", "one"});
    return of_a_match ? std::nullopt : Found(expression);
  }
  return std::nullopt;
}

}  // namespace attache::knowledge
