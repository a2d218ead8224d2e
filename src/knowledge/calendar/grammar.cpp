#include "knowledge/calendar/grammar.h"

#include "knowledge/calendar/observances.h"
#include "knowledge/quantities/numerals.h"

#include <algorithm>
#include <array>
#include <string>

namespace attache::knowledge {
namespace {

using Form = Expression::Form;
using enum WordKind;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool equals(std::string_view text, std::string_view lower) {
  return text.size() == lower.size() &&
         std::equal(text.begin(), text.end(), lower.begin(), [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; });
}

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> lower_words) {
  return std::any_of(lower_words.begin(), lower_words.end(), [&](std::string_view word) { return equals(text, word); });
}

bool is_capital(std::string_view text) { return !text.empty() && text.front() >= 'A' && text.front() <= 'Z'; }

bool is_lower(std::string_view text) { return !text.empty() && text.front() >= 'a' && text.front() <= 'z'; }

bool in_person_name(const Token& token) { return token.name == NameTag::begin_person || token.name == NameTag::inside_person; }

/// Years are what four digits mean after these words; after others they may be a count.
constexpr int first_year = 1400;
constexpr int last_year = 2200;

/// How long a count of units can be before it is no calendar expression any more.
constexpr int most_units = 5000;

constexpr int months_in_year = 12;

/// Newspapers and the like that are named after a day.
bool names_a_paper(std::string_view text) {
  return is_capital(text) && is_one_of(text, {"times", "telegraph", "mirror", "mail", "express", "post", "herald", "star", "people", "world",
                                              "sun", "independent", "night", "tribune", "agreement", "school"});
}

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

const Word& Grammar::word(std::uint32_t at) const {
  static const Word nothing;
  return at < words_.size() ? words_[at] : nothing;
}

bool Grammar::is_text(std::uint32_t at, std::string_view lower) const { return at < tokens_.size() && equals(tokens_[at].text, lower); }

bool Grammar::event_follows(std::uint32_t at) const {
  if (at >= tokens_.size()) return false;
  const std::string_view text = tokens_[at].text;
  const bool closed = text == "," || text == "." || text == ";" || text == ":" || text == ")" || text == "!" || text == "?" || text == "\"" || text == "”";
  return !closed;
}

Expression Grammar::begin(std::uint32_t first, Form form) const {
  Expression expression;
  expression.first = first;
  expression.form = form;
  return expression;
}

bool Grammar::joins(std::uint32_t at) const {
  const WordKind joiner = kind(at);
  return joiner == to || joiner == and_ || joiner == dash || (joiner == until && word(at).value == 0);
}

std::optional<Expression> Grammar::read(std::uint32_t at) const {
  Found longest;
  const auto offer = [&](Found found) {
    if (found && (!longest || found->last > longest->last)) longest = found;
  };
  switch (kind(at)) {
    case none: return std::nullopt;
    case weekday: offer(read_weekday(at)); break;
    case weekdays:
    case each:
    case adverb: offer(read_repeated(at)); break;
    case month: offer(read_month_first(at)); break;
    case composite:
      offer(read_composite(at));
      offer(read_day_first(at));
      break;
    case number:
      offer(read_spaced_composite(at));
      offer(read_day_first(at));
      offer(read_year(at));
      offer(read_counted(at));
      offer(read_ordinal(at));
      offer(read_century(at));
      break;
    case decade:
    case apostrophe: offer(read_decade(at)); break;
    case deictic: offer(read_deictic(at)); break;
    case joined_part: offer(read_joined_part(at)); break;
    case early:
    case late:
    case mid:
    case beginning:
    case WordKind::end:
    case middle: offer(read_part(at)); break;
    case the:
      offer(read_day_first(at));
      offer(read_bare_day(at));
      offer(read_year(at));
      offer(read_decade(at));
      offer(read_century(at));
      offer(read_pointed(at));
      offer(read_anchored_noun(at));
      offer(read_part(at));
      offer(read_ordinal(at));
      offer(read_span(at));
      offer(read_counted(at));
      offer(read_observance(at));
      break;
    case this_:
    case that:
    case next:
    case last:
    case coming:
    case past:
    case previous:
    case following:
    case same:
    case recent:
      offer(read_pointed(at));
      offer(read_ordinal(at));
      break;
    case article:
    case few:
    case half:
    case unit_length: offer(read_counted(at)); break;
    case season:
    case quarter:
    case half_year: offer(read_span(at)); break;
    case observance: offer(read_observance(at)); break;
    default: break;
  }
  return longest;
}

// --- dates with numbers in them ---

std::optional<Grammar::Small> Grammar::read_day_number(std::uint32_t at) const {
  if (kind(at) != number) return std::nullopt;
  const auto numeral = read_numeral(tokens_, at);
  if (!numeral || numeral->grouped || numeral->scale != 1 || numeral->value < 1 || numeral->value > 31 || numeral->value != static_cast<int>(numeral->value)) {
    return std::nullopt;
  }
  return Small{static_cast<int>(numeral->value), numeral->last, numeral->ordinal, numeral->digits};
}

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

bool Grammar::month_is_meant(std::uint32_t at) const {
  const Token& token = tokens_[at];
  const int value = word(at).value;
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
    if (joiner == dash || joiner == to || joiner == and_) {
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
  if (kind(next_token) == WordKind::of && ordinal) ++next_token;
  if (kind(next_token) != month || in_person_name(tokens_[next_token])) return std::nullopt;
  // "12 march on the capital": a small letter is a verb here; classify has let only capitals through for these.
  if (article_before && !ordinal && !expression.end_day) return std::nullopt;
  expression.month = word(next_token).value;
  expression.last = read_trailing_year(next_token + 1, expression);
  return expression;
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
  if (!year) return std::nullopt;
  expression.year = year;
  expression.last = digits + 1;
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
    case this_:
    case that:
    case approximately:
    case article: return std::nullopt;
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

std::optional<Expression> Grammar::read_bare_day(std::uint32_t at) const {
  if (at == 0 || kind(at - 1) != on) return std::nullopt;
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

namespace {

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
std::optional<Expression> numeric_date(std::string_view text, NumericOrder order, bool after_preposition) {
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
  }
  expression.day = day_first ? value[0] : value[1];
  expression.month = day_first ? value[1] : value[0];
  return expression;
}

}  // namespace

std::optional<Expression> Grammar::read_composite(std::uint32_t at) const {
  const bool after_preposition = at > 0 && (kind(at - 1) == on || kind(at - 1) == since || kind(at - 1) == until || kind(at - 1) == from ||
                                            kind(at - 1) == before || kind(at - 1) == after || kind(at - 1) == weekday);
  auto expression = numeric_date(tokens_[at].text, order_, after_preposition);
  if (!expression) return std::nullopt;
  expression->first = at;
  expression->last = at + 1;
  return expression;
}

std::optional<Expression> Grammar::read_spaced_composite(std::uint32_t at) const {
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
    const bool bare = !date && kind(date_at) == the && date_at == next_token;
    const auto day = bare ? read_day_number(date_at + 1) : std::nullopt;
    if (day && day->ordinal) {  // "Friday the 13th"
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

// --- spans ---

std::optional<Expression> Grammar::read_decade(std::uint32_t at) const {
  Expression expression = begin(at, Form::span);
  expression.unit = Unit::decade;
  std::uint32_t decade_at = at;
  const bool article_before = kind(at) == the;
  if (article_before) ++decade_at;
  const bool mark = kind(decade_at) == apostrophe;
  if (mark) ++decade_at;
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
  return expression;
}

// --- expressions that point from the page's date or from another event ---

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
      expression.form = pointer == following || pointer == previous ? Form::length : Form::window;
      expression.unit = counted->unit;
      expression.count = pointer == next || pointer == coming || pointer == following ? counted->count : -counted->count;
      expression.vague = counted->vague;
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
      const bool next_day = pointer == next && time == Unit::day;
      if (by_event || next_day) {
        if (pointer == same && !article_before) return std::nullopt;
        expression.form = Form::anchored;
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
    default: return std::nullopt;
  }
  std::uint32_t inner = part_at + 1;
  if (noun) {
    if (kind(inner) != WordKind::of) return std::nullopt;
    ++inner;
  } else if (kind(inner) == dash || kind(inner) == in || kind(inner) == on) {
    ++inner;
  }
  // "the end of the year", "early in the week"
  if (kind(inner) == the && kind(inner + 1) == unit && !word(inner + 1).plural) {
    const Unit time = static_cast<Unit>(word(inner + 1).value);
    if (time == Unit::hour) return std::nullopt;
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
  if (kind(next_token) == number && ordinal == 1) {  // "the first six months of 2012"
    const auto months = read_count_and_unit(next_token);
    if (!months || months->unit != Unit::month || months->vague || (months->count != 3 && months->count != 6)) return std::nullopt;
    expression.unit = months->count == 3 ? Unit::quarter : Unit::half;
    next_token = months->last;
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
    if (within_year) return std::nullopt;
    expression.month = word(span).value;
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
  if (has_span && (pointed || article_before)) {
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

std::optional<Expression> Grammar::read_repeated(std::uint32_t at) const {
  Expression expression = begin(at, Form::repeated);
  expression.last = at + 1;
  if (kind(at) == weekdays) {
    expression.weekday = word(at).value;
    return expression;
  }
  if (kind(at) == adverb) {
    expression.unit = static_cast<Unit>(word(at).value);
    return expression;
  }
  std::uint32_t noun = at + 1;
  if (is_text(noun, "other")) ++noun;
  switch (kind(noun)) {
    case unit: expression.unit = static_cast<Unit>(word(noun).value); break;
    case weekday: expression.weekday = word(noun).value; break;
    case month: expression.month = word(noun).value; break;
    case season:
    case daypart: break;
    case few:
    case number: {
      const auto counted = read_count_and_unit(noun);
      if (!counted) return std::nullopt;
      expression.unit = counted->unit;
      noun = counted->last - 1;
      break;
    }
    default: return std::nullopt;
  }
  expression.last = noun + 1;
  return expression;
}

}  // namespace attache::knowledge
