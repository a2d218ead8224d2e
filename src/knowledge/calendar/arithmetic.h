#pragma once
/// Steps along the Gregorian calendar.

#include <attache/date.h>

#include <optional>

namespace attache::knowledge {

/// Year, month and day of a day, as plain numbers.
struct Ymd {
  int year = 0;
  int month = 0;  ///< 1–12.
  int day = 0;    ///< 1–31.
};

Ymd parts_of(Day day);

/// The day, or nothing where the calendar has none such (30 February) or the year is outside 0–9999.
std::optional<Day> make_day(int year, int month, int day);

/// First day of a month; months beyond 1–12 run into the neighbouring years.
Day month_start(int year, int month);
/// Last day of a month, likewise.
Day month_end(int year, int month);

/// The day so many months on; the last day of the month where the number is too high for it (31 January + 1 month = 28 February).
Day add_months(Day day, int months);

/// 0 for Monday … 6 for Sunday.
int weekday_of(Day day);

/// The Monday of a day's week.
Day week_start(Day day);

/// The last day of that weekday (0 Monday … 6 Sunday) on or before `day`.
Day weekday_on_or_before(Day day, int weekday);
/// The first day of that weekday on or after `day`.
Day weekday_on_or_after(Day day, int weekday);

/// The first day of the week, month, year or decade of a day; the day itself for other precisions.
Day floor_to(Day day, DatePrecision unit);
/// The last day of the week, month, year or decade of a day.
Day ceil_to(Day day, DatePrecision unit);
/// The day so many units on, floored to the unit.
Day step(Day day, int count, DatePrecision unit);
/// The day to which a count of units leads: two weeks before a Wednesday is a Wednesday, of which only the week is sure; longer units are floored as by `step`.
Day count_from(Day day, int count, DatePrecision unit);

}  // namespace attache::knowledge
