#pragma once
/// Calendar days and how precisely they are known.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace attache {

/// A day of the proleptic Gregorian calendar, without time or zone.
using Day = std::chrono::sys_days;

/// How much of a date the text gives. A vaguer date is written as its first day: `2013-02` is 2013-02-01, month.
enum class DatePrecision : std::uint8_t { day, week, month, year, decade, unknown };

/// `day`, `week`, … as in the event record.
std::string_view name_of(DatePrecision precision);

/// `2013-05-22`. Years outside 0–9999 do not occur.
std::string to_iso(Day day);

/// Reads `2013-05-22`, and the date part of `2013-05-22T10:00:00Z`. Nothing for anything else, and for days that do not exist.
std::optional<Day> day_from_iso(std::string_view text);

}  // namespace attache
