#include "knowledge/calendar/arithmetic.h"

#include <algorithm>

namespace attache::knowledge {

using std::chrono::days;

Ymd parts_of(Day day) {
  const std::chrono::year_month_day date(day);
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())), static_cast<int>(static_cast<unsigned>(date.day()))};
}

std::optional<Day> make_day(int year, int month, int day) {
  if (year < 0 || year > 9999 || month < 1 || month > 12 || day < 1) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return std::nullopt;
  return Day(date);
}

Day month_start(int year, int month) {
  const int months = year * 12 + (month - 1);
  const int whole = months >= 0 ? months / 12 : (months - 11) / 12;
  return Day(std::chrono::year_month_day{std::chrono::year(whole), std::chrono::month(static_cast<unsigned>(months - whole * 12 + 1)), std::chrono::day(1)});
}

Day month_end(int year, int month) { return month_start(year, month + 1) - days(1); }

Day add_months(Day day, int months) {
  const Ymd parts = parts_of(day);
  const Day first = month_start(parts.year, parts.month + months);
  const Day last = month_end(parts.year, parts.month + months);
  return std::min(first + days(parts.day - 1), last);
}

int weekday_of(Day day) { return static_cast<int>(std::chrono::weekday(day).iso_encoding()) - 1; }

Day week_start(Day day) { return day - days(weekday_of(day)); }

Day weekday_on_or_before(Day day, int weekday) { return day - days((weekday_of(day) - weekday + 7) % 7); }

Day weekday_on_or_after(Day day, int weekday) { return day + days((weekday - weekday_of(day) + 7) % 7); }

Day floor_to(Day day, DatePrecision unit) {
  const Ymd parts = parts_of(day);
  switch (unit) {
    case DatePrecision::week: return week_start(day);
    case DatePrecision::month: return month_start(parts.year, parts.month);
    case DatePrecision::year: return month_start(parts.year, 1);
    case DatePrecision::decade: return month_start(parts.year - parts.year % 10, 1);
    default: return day;
  }
}

Day ceil_to(Day day, DatePrecision unit) {
  const Ymd parts = parts_of(day);
  switch (unit) {
    case DatePrecision::week: return week_start(day) + days(6);
    case DatePrecision::month: return month_end(parts.year, parts.month);
    case DatePrecision::year: return month_end(parts.year, 12);
    case DatePrecision::decade: return month_end(parts.year - parts.year % 10 + 9, 12);
    default: return day;
  }
}

Day step(Day day, int count, DatePrecision unit) {
  switch (unit) {
    case DatePrecision::week: return week_start(day + days(7 * count));
    case DatePrecision::month: return floor_to(add_months(day, count), unit);
    case DatePrecision::year: return floor_to(add_months(day, 12 * count), unit);
    case DatePrecision::decade: return floor_to(add_months(day, 120 * count), unit);
    default: return day + days(count);
  }
}

Day count_from(Day day, int count, DatePrecision unit) {
  return unit == DatePrecision::week ? day + std::chrono::days(7 * count) : step(day, count, unit);
}

}  // namespace attache::knowledge
