#include "knowledge/calendar/resolver.h"

#include "knowledge/calendar/arithmetic.h"
#include "knowledge/calendar/units.h"
#include "knowledge/calendar/word_shapes.h"

#include <fmt/format.h>

#include <algorithm>

/// One of several within a span.
namespace attache::knowledge {
namespace {

using std::chrono::days;

}  // namespace

void Resolver::ordinal() {
  int year = 0, month = 0;  // month 0: the whole year
  if (e_.outer_step) {
    if (!need_reference("one of several")) return;
    const Day outer = step(*reference_, *e_.outer_step, e_.outer_unit == Unit::month ? DatePrecision::month : DatePrecision::year);
    year = parts_of(outer).year;
    if (e_.outer_unit == Unit::month) month = parts_of(outer).month;
    if (e_.month) month = *e_.month;
  } else if (e_.month) {
    month = *e_.month;
    const auto found = e_.year ? e_.year : year_of_month(month);
    if (!found) {
      need_reference(month_names[static_cast<std::size_t>(month)]);
      return;
    }
    year = *found;
  } else if (e_.year) {
    year = *e_.year;
  } else {
    return unresolved("nothing said");
  }
  const Day start = month > 0 ? month_start(year, month) : month_start(year, 1);
  const Day end = month > 0 ? month_end(year, month) : month_end(year, 12);
  const std::string reason = fmt::format("{} {} of {}", e_.count < 0 ? "last" : fmt::format("number {}", e_.count), name_of_unit(e_.unit),
                                         month > 0 ? to_iso(start).substr(0, 7) : std::to_string(year));
  const auto within = [&](Day day) { return day >= start && day <= end; };
  const int saturday = 5;
  switch (e_.unit) {
    case Unit::day: {
      if (e_.run > 1) return run_of_days(start, end, e_.run, DatePrecision::day, reason);
      Day day = e_.count < 0 ? end : start + days(e_.count - 1);
      if (e_.weekday) day = e_.count < 0 ? weekday_on_or_before(end, *e_.weekday) : weekday_on_or_after(start, *e_.weekday) + days(7 * (e_.count - 1));
      return within(day) ? point(day, DatePrecision::day, reason) : unresolved(reason + ": no such day");
    }
    case Unit::weekend: {
      const Day day = e_.count < 0 ? weekday_on_or_before(end, saturday) : weekday_on_or_after(start, saturday) + days(7 * (e_.count - 1));
      return within(day) ? range(day, day + days(1), DatePrecision::day, reason) : unresolved(reason + ": no such day");
    }
    case Unit::week: {
      if (e_.run > 1) return run_of_days(start, end, 7 * e_.run, DatePrecision::week, reason);
      const Day first = e_.count < 0 ? end - days(6) : start + days(7 * (e_.count - 1));
      return within(first) ? range(first, std::min(first + days(6), end), DatePrecision::week, reason) : unresolved(reason + ": no such week");
    }
    case Unit::month: return pieces(year, 1, 12, DatePrecision::month, reason);
    case Unit::quarter: return pieces(year, 3, 4, DatePrecision::month, reason);
    case Unit::half:
      if (month > 0) {
        return e_.count == 1 ? range(start, start + days(14), DatePrecision::week, reason) : range(start + days(15), end, DatePrecision::week, reason);
      }
      return pieces(year, 6, 2, DatePrecision::month, reason);
    default: unresolved("nothing said");
  }
}

void Resolver::run_of_days(Day start, Day end, int length, DatePrecision precision, const std::string& reason) {
  if (end - start + days(1) < days(length)) return unresolved(reason + ": longer than what it is part of");
  if (e_.count < 0) return range(end - days(length - 1), end, precision, reason);
  range(start, start + days(length - 1), precision, reason);
}

void Resolver::pieces(int year, int months, int count, DatePrecision precision, const std::string& reason) {
  if (e_.run > 1) {  // "the first six months of 2012"
    if (e_.run * months > months_in_year) return unresolved(reason + ": there are not so many");
    const int first = e_.count < 0 ? months_in_year + 1 - e_.run * months : 1;
    return range(month_start(year, first), month_end(year, first + e_.run * months - 1), precision, reason);
  }
  const int number = e_.count < 0 ? count : e_.count;
  if (number > count) return unresolved(reason + ": there is none such");
  const int first = (number - 1) * months + 1;
  if (months == 1) return point(month_start(year, first), precision, reason);
  range(month_start(year, first), month_end(year, first + months - 1), precision, reason);
}

}  // namespace attache::knowledge
