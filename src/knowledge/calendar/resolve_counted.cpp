#include "knowledge/calendar/resolver.h"

#include "knowledge/calendar/arithmetic.h"
#include "knowledge/calendar/units.h"

#include <fmt/format.h>

#include <algorithm>

/// What counts from the page's date or from another event.
namespace attache::knowledge {
namespace {

using std::chrono::days;
using Kind = DateMention::Kind;

}  // namespace

void Resolver::step_from_page() {
  if (e_.vague) return unresolved(fmt::format("an uncounted number of {}s from {}", name_of_unit(e_.unit), page()));
  if (!need_reference(name_of_unit(e_.unit))) return;
  const Day page_day = *reference_;
  const DateShift shift = shift_of(e_.unit, e_.count);
  const std::string reason = fmt::format("{:+d} {} from {}", e_.count, name_of_unit(e_.unit), page());
  if (e_.unit == Unit::weekend) return weekend(page_day, reason);
  if (e_.plural_step && (e_.pointing == Pointing::this_one || e_.weekday)) {  // "a week ago today", "a year ago Tuesday"
    Day day = shift.unit == DatePrecision::week    ? page_day + days(7 * shift.count)
              : shift.unit == DatePrecision::month ? add_months(page_day, shift.count)
              : shift.unit == DatePrecision::year  ? add_months(page_day, 12 * shift.count)
                                                   : step(page_day, shift.count, shift.unit);
    if (e_.weekday) day = weekday_on_or_before(day + days(3), *e_.weekday);
    day += days(e_.extra_days);
    return point(day, DatePrecision::day, reason);
  }
  if (e_.unit == Unit::century) {
    const int year = (parts_of(page_day).year - 1) / 100 * 100 + 1 + 100 * e_.count;
    if (year < 0) return unresolved("outside the years 0 to 9999");
    return range(month_start(year, 1), month_end(year + 99, 12), DatePrecision::decade, reason);
  }
  if (e_.unit == Unit::quarter && !e_.plural_step) {
    const Ymd parts = parts_of(page_day);
    const int first = (parts.month - 1) / 3 * 3 + 1 + 3 * e_.count;
    range(month_start(parts.year, first), month_end(parts.year, first + 2), DatePrecision::month, reason);
    return narrow(*r_.end, Unit::quarter);
  }
  // On a Sunday "last week" is the one that just ended, not that before it.
  const bool on_sunday = weekday_of(page_day) == 6;
  if (e_.unit == Unit::week && e_.count == -1 && !e_.plural_step && on_sunday) {
    point(week_start(page_day), DatePrecision::week, reason);
    return narrow(ceil_to(week_start(page_day), DatePrecision::week), e_.unit);
  }
  const Day start = e_.plural_step ? count_from(page_day, shift.count, shift.unit) : step(page_day, shift.count, shift.unit);
  point(start, shift.unit, reason);
  narrow(ceil_to(start, shift.unit), e_.unit);
}

void Resolver::weekend(Day page_day, const std::string& reason) {
  constexpr int saturday = 5;
  Day first = week_start(page_day) + days(saturday + 7 * e_.count);
  if (e_.count == 0) first = direction_ == Direction::past || (direction_ == Direction::unknown && e_.pointing == Pointing::none && weekday_of(page_day) < 3) ? weekday_on_or_before(page_day, saturday) : weekday_on_or_after(page_day - days(1), saturday);
  range(first, first + days(1), DatePrecision::day, reason);
}

void Resolver::window() {
  r_.kind = Kind::range;
  if (e_.vague) {
    unresolved(fmt::format("an uncounted number of {}s up to or from {}", name_of_unit(e_.unit), page()));
    return;
  }
  if (!need_reference(name_of_unit(e_.unit))) return;
  const DateShift shift = shift_of(e_.unit, e_.count);
  const Day page_day = *reference_;
  const Day other = shift.unit == DatePrecision::week     ? page_day + days(7 * shift.count)
                    : shift.unit == DatePrecision::month  ? add_months(page_day, shift.count)
                    : shift.unit == DatePrecision::year   ? add_months(page_day, 12 * shift.count)
                    : shift.unit == DatePrecision::decade ? add_months(page_day, 120 * shift.count)
                                                          : page_day + days(shift.count);
  // What is next begins when today is over; "within a week" has begun.
  const bool begins_tomorrow = e_.pointing == Pointing::next && other > page_day;
  range(std::min(page_day + days(begins_tomorrow ? 1 : 0), other), std::max(page_day, other), shift.unit, fmt::format("{:+d} {} from {}", e_.count, name_of_unit(e_.unit), page()));
}

void Resolver::anchored() {
  if (e_.vague) return unresolved("an uncounted time from another event");
  const auto anchor = e_.names_event ? std::nullopt : context_.last_date;
  if (e_.weekday || e_.month) {
    if (!anchor) return unresolved("counts from another event");
    if (e_.weekday) {
      if (context_.last_precision > DatePrecision::week) return unresolved("counts from a day that nothing names");
      const Day day = e_.count < 0 ? weekday_on_or_before(*anchor - days(1), *e_.weekday) : weekday_on_or_after(*anchor + days(e_.count > 0 ? 1 : 0), *e_.weekday);
      return point(day, DatePrecision::day, "counts from " + to_iso(*anchor));
    }
    const Ymd parts = parts_of(*anchor);
    int year = parts.year;
    if (e_.count < 0 && *e_.month >= parts.month) --year;
    if (e_.count > 0 && *e_.month <= parts.month) ++year;
    return point(month_start(year, *e_.month), DatePrecision::month, "counts from " + to_iso(*anchor));
  }
  r_.shift = shift_of(e_.unit, e_.count);
  r_.precision = r_.shift->unit;
  r_.reason = fmt::format("{:+d} {} from another event", e_.count, name_of_unit(e_.unit));
  if (!anchor) return;
  // "In March the army shot eight people, and two days later …": some day of March, or soon after.
  if (context_.last_precision > r_.shift->unit) {
    return point(floor_to(*anchor, context_.last_precision), context_.last_precision, fmt::format("{:+d} {} from some day of the {} that begins {}", e_.count, name_of_unit(e_.unit), name_of(context_.last_precision), to_iso(*anchor)));
  }
  point(count_from(*anchor, r_.shift->count, r_.shift->unit), r_.shift->unit, fmt::format("{:+d} {} from {}", e_.count, name_of_unit(e_.unit), to_iso(*anchor)));
}

}  // namespace attache::knowledge
