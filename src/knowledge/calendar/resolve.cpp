#include "knowledge/calendar/resolve.h"

#include "knowledge/calendar/arithmetic.h"
#include "knowledge/calendar/resolver.h"
#include "knowledge/calendar/units.h"

#include <fmt/format.h>

/// The resolver's front, and how it finds the year of a date and chooses between days that come round.
namespace attache::knowledge {
namespace {

using std::chrono::days;
using Form = Expression::Form;
using Kind = DateMention::Kind;

/// A page may be dated a day before the place it reports from.
constexpr days zone_slack{1};

/// A day so lately past may be told in the present tense.
constexpr days lately{62};

bool in_calendar(Day day) {
  const int year = parts_of(day).year;
  return year >= 0 && year <= 9999;
}

}  // namespace

Resolution Resolver::run() {
  switch (e_.form) {
    case Form::date: date(); break;
    case Form::span: span(); break;
    case Form::step: step_from_page(); break;
    case Form::window: window(); break;
    case Form::anchored: anchored(); break;
    case Form::ordinal: ordinal(); break;
    case Form::observance: feast(); break;
    case Form::length:
      r_.kind = Kind::duration;
      r_.precision = precision_of(e_.unit);
      r_.reason = "a length of time";
      break;
    case Form::repeated:
      r_.kind = Kind::set;
      r_.reason = "repeated";
      break;
    case Form::impossible: r_.reason = e_.note; break;
  }
  if ((r_.start && !in_calendar(*r_.start)) || (r_.end && !in_calendar(*r_.end))) {
    r_.start.reset();
    r_.end.reset();
    r_.precision = DatePrecision::unknown;
    r_.reason = "outside the years 0 to 9999";
  }
  return r_;
}

void Resolver::unresolved(std::string reason) {
  r_.start.reset();
  r_.end.reset();
  r_.precision = DatePrecision::unknown;
  r_.reason = std::move(reason);
}

void Resolver::point(Day day, DatePrecision precision, std::string reason) {
  r_.start = day;
  r_.precision = precision;
  r_.reason = std::move(reason);
}

void Resolver::range(Day start, Day end, DatePrecision precision, std::string reason) {
  point(start, precision, std::move(reason));
  r_.end = end;
  r_.kind = Kind::range;
}

std::string Resolver::page() const { return reference_ ? to_iso(*reference_) : std::string("no page date"); }

bool Resolver::need_reference(std::string_view what) {
  if (reference_) return true;
  unresolved(fmt::format("{}: the page has no date", what));
  return false;
}

std::string_view Resolver::direction_word() const {
  switch (direction_) {
    case Direction::past: return "on or before";
    case Direction::future: return "on or after";
    case Direction::timetable:
    case Direction::intended:
    case Direction::unknown: return "nearest";
  }
  return "";
}

std::optional<int> Resolver::full_year(int short_year) const {
  if (!reference_) return std::nullopt;
  const int page_year = parts_of(*reference_).year;
  int year = page_year / 100 * 100 + short_year;
  if (year > page_year + 20) year -= 100;
  if (year <= page_year - 80) year += 100;
  return year;
}

std::optional<int> Resolver::said_year() const {
  if (e_.year) return e_.short_year && e_.form == Form::date ? full_year(*e_.year) : e_.year;
  if (e_.outer_same && context_.last_date) return parts_of(*context_.last_date).year;
  if (e_.outer_step && e_.outer_unit == Unit::year && reference_) return parts_of(*reference_).year + *e_.outer_step;
  return std::nullopt;
}

std::optional<Day> Resolver::choose(const std::vector<Day>& candidates) const {
  const Day page = *reference_;
  const Day latest = direction_ == Direction::past ? page + zone_slack : page;
  std::optional<Day> before, after;
  for (const Day day : candidates) {
    const bool is_before = e_.pointing == Pointing::last ? day < page : day <= latest;
    if (is_before) before = day;
    const bool is_after = e_.pointing == Pointing::next ? day > page : day >= page;
    if (is_after && !after) after = day;
  }
  if (e_.pointing == Pointing::last) return before;
  if (e_.pointing == Pointing::next) return after;
  if (e_.pointing == Pointing::this_one) {
    for (const Day day : candidates) {
      if (parts_of(day).year == parts_of(page).year) return day;
    }
  }
  if (direction_ == Direction::past) return before ? before : after;
  if (direction_ == Direction::future) return after ? after : before;
  if (!before || !after) return before ? before : after;
  // "The treaty expires on 31 December" looks ahead; "the survey begins on 8 July", told in August, does not.
  if (direction_ == Direction::timetable && page - *before > lately) return after;
  return page - *before <= *after - page ? before : after;
}

Resolution resolve(const Expression& expression, const CalendarContext& context, Direction direction, std::optional<int> narrative_year) {
  return Resolver(expression, context, direction, narrative_year).run();
}

}  // namespace attache::knowledge
