#include "knowledge/calendar/resolver.h"

#include "knowledge/calendar/arithmetic.h"
#include "knowledge/calendar/units.h"

#include <fmt/format.h>

/// Days, months, years and weekdays.
namespace attache::knowledge {
namespace {

using std::chrono::days;

/// A month named without a tense lies ahead when it is so near, and behind otherwise.
constexpr int near_months = 3;

/// A weekday that was looked forward to is the last one when that is no longer ago, and the next one otherwise.
constexpr int just_gone_days = 2;

}  // namespace

void Resolver::date() {
  if (e_.weekday && !e_.day && !e_.month) return weekday();
  if (e_.month && e_.day) return day_of_month();
  if (e_.month) return month();
  if (e_.year) return year();
  if (e_.day) return bare_day();
  unresolved("nothing said");
}

void Resolver::day_of_month() {
  if (e_.outer_same && !context_.last_date) return unresolved("the year of a date that was not named");
  const auto year = said_year();
  const std::string what = fmt::format("{} {}", *e_.day, e_.month && *e_.month <= 12 ? month_names[static_cast<std::size_t>(*e_.month)] : "?");
  std::optional<Day> day;
  if (year) {
    day = make_day(*year, *e_.month, *e_.day);
    if (!day) return unresolved(fmt::format("{} {}: no such day", what, *year));
    point(*day, DatePrecision::day, e_.year && !e_.short_year ? "written out" : fmt::format("{} in the year reckoned from {}", what, page()));
    if (!e_.day_order.empty()) r_.reason += fmt::format("; {} first, {}", e_.day_first ? "day" : "month", e_.day_order);
    if (e_.weekday && *e_.weekday != weekday_of(*day)) r_.reason += fmt::format("; but it was a {}", weekday_names[static_cast<std::size_t>(weekday_of(*day))]);
  } else if (e_.year) {
    return unresolved(what + ": two-digit year and no page date");
  } else if (narrative_year_ && e_.pointing == Pointing::none) {
    day = make_day(*narrative_year_, *e_.month, *e_.day);
    if (!day) return unresolved(fmt::format("{} {}: no such day", what, *narrative_year_));
    point(*day, DatePrecision::day, fmt::format("{} in {}, the year told of", what, *narrative_year_));
  } else {
    if (!make_day(2000, *e_.month, *e_.day)) return unresolved(what + ": no such day");
    if (!need_reference(what)) return;
    const int page_year = parts_of(*reference_).year;
    std::vector<Day> candidates;
    // A weekday or 29 February may need a few years to come round.
    for (int candidate = page_year - 8; candidate <= page_year + 8; ++candidate) {
      const auto found = make_day(candidate, *e_.month, *e_.day);
      if (found && (!e_.weekday || weekday_of(*found) == *e_.weekday)) candidates.push_back(*found);
    }
    day = choose(candidates);
    if (!day) return unresolved(what + ": not found around " + page());
    point(*day, DatePrecision::day, fmt::format("{} {} {}", what, direction_word(), page()));
  }
  if (e_.end_day) {
    const Ymd parts = parts_of(*day);
    if (const auto end = make_day(parts.year, parts.month, *e_.end_day)) range(*day, *end, DatePrecision::day, r_.reason);
  }
}

std::optional<int> Resolver::year_of_month(int month) const {
  if (narrative_year_ && e_.pointing == Pointing::none) return narrative_year_;
  if (!reference_) return std::nullopt;
  const Ymd page = parts_of(*reference_);
  switch (e_.pointing) {
    case Pointing::last: return month < page.month ? page.year : page.year - 1;
    case Pointing::next: return month > page.month ? page.year : page.year + 1;
    case Pointing::this_one: return page.year;
    case Pointing::none: break;
  }
  if (direction_ == Direction::future) return month >= page.month ? page.year : page.year + 1;
  if (direction_ == Direction::past) return month <= page.month ? page.year : page.year - 1;
  const int ahead = (month - page.month + 12) % 12;
  if (ahead == 0) return page.year;
  const bool is_ahead = ahead <= near_months;
  return is_ahead ? (month > page.month ? page.year : page.year + 1) : (month < page.month ? page.year : page.year - 1);
}

void Resolver::month() {
  if (e_.outer_same && !context_.last_date) return unresolved("the year of a date that was not named");
  const auto said = said_year();
  const auto year = said ? said : e_.year ? std::nullopt : year_of_month(*e_.month);
  const std::string_view name = month_names[static_cast<std::size_t>(*e_.month)];
  if (!year) {
    need_reference(name);
    return;
  }
  const std::string reason = e_.year && !e_.short_year ? "written out"
                             : narrative_year_ && !said ? fmt::format("{} in {}, the year told of", name, *year)
                                                        : fmt::format("{} {} {}", name, direction_word(), page());
  if (e_.end_month != 0) {  // "November-February 2017": the year is that of the second
    const bool turns = e_.end_month < *e_.month;
    const int first_of = turns && e_.year ? *year - 1 : *year;
    return range(month_start(first_of, *e_.month), month_end(turns ? first_of + 1 : first_of, e_.end_month), DatePrecision::month, reason);
  }
  point(month_start(*year, *e_.month), DatePrecision::month, reason);
  narrow(month_end(*year, *e_.month), Unit::month);
}

void Resolver::year() {
  const auto year = said_year();
  if (!year) return unresolved("two-digit year and no page date");
  if (e_.end_year) return range(month_start(*year, 1), month_end(*e_.end_year, 12), DatePrecision::year, "written out");
  point(month_start(*year, 1), DatePrecision::year, "written out");
  narrow(month_end(*year, 12), Unit::year);
}

void Resolver::bare_day() {
  const std::string what = fmt::format("the {}th", *e_.day);
  if (!need_reference(what)) return;
  const Ymd page_parts = parts_of(*reference_);
  if (e_.outer_step) {  // "the 21st of next month"
    const Ymd outer = parts_of(month_start(page_parts.year, page_parts.month + *e_.outer_step));
    const auto first = make_day(outer.year, outer.month, *e_.day);
    const auto end = make_day(outer.year, outer.month, e_.end_day.value_or(*e_.day));
    if (!first || !end) return unresolved(what + ": no such day in that month");
    const std::string reason = fmt::format("{} of the month {:+d} from that of {}", what, *e_.outer_step, page());
    return e_.end_day ? range(*first, *end, DatePrecision::day, reason) : point(*first, DatePrecision::day, reason);
  }
  std::vector<Day> candidates;
  for (int offset = -24; offset <= 24; ++offset) {
    const Day first = month_start(page_parts.year, page_parts.month + offset);
    const Ymd parts = parts_of(first);
    const auto day = make_day(parts.year, parts.month, *e_.day);
    if (day && (!e_.weekday || weekday_of(*day) == *e_.weekday)) candidates.push_back(*day);
  }
  const auto day = choose(candidates);
  if (!day) return unresolved(what + ": no such day");
  point(*day, DatePrecision::day, fmt::format("{} {} {}", what, direction_word(), page()));
}

void Resolver::weekday() {
  const std::string_view name = weekday_names[static_cast<std::size_t>(*e_.weekday)];
  if (!need_reference(name)) return;
  const Day page_day = *reference_;
  if (e_.outer_step) {
    const Day monday = week_start(page_day) + days(7 * *e_.outer_step);
    return point(monday + days(*e_.weekday), DatePrecision::day, fmt::format("{} of the week {:+d} from that of {}", name, *e_.outer_step, page()));
  }
  switch (e_.pointing) {
    case Pointing::last: return point(weekday_on_or_before(page_day - days(1), *e_.weekday), DatePrecision::day, fmt::format("{} before {}", name, page()));
    case Pointing::next: return point(weekday_on_or_after(page_day + days(1), *e_.weekday), DatePrecision::day, fmt::format("{} after {}", name, page()));
    case Pointing::this_one:
      if (direction_ == Direction::unknown) {
        return point(week_start(page_day) + days(*e_.weekday), DatePrecision::day, fmt::format("{} of the week of {}", name, page()));
      }
      break;
    case Pointing::none: break;
  }
  // "Was expected to pass on Wednesday": told the day after, it is the one just gone by.
  const bool just_gone = page_day - weekday_on_or_before(page_day, *e_.weekday) <= days(just_gone_days);
  const bool ahead = direction_ == Direction::future || direction_ == Direction::timetable || (direction_ == Direction::intended && !just_gone);
  point(ahead ? weekday_on_or_after(page_day, *e_.weekday) : weekday_on_or_before(page_day, *e_.weekday), DatePrecision::day,
        fmt::format("{} {} {}", name, ahead ? "on or after" : "on or before", page()));
}

}  // namespace attache::knowledge
