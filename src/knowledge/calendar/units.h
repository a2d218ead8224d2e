#pragma once
/// Units of time as the calendar counts and names them.

#include "knowledge/calendar/words.h"

#include <attache/date.h>
#include <attache/mention.h>

#include <array>
#include <string_view>

namespace attache::knowledge {

/// 0 Monday … 6 Sunday.
constexpr std::array<std::string_view, 7> weekday_names = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
/// 1 January … 12 December.
constexpr std::array<std::string_view, 13> month_names = {"",     "January", "February",  "March",   "April",    "May",     "June",
                                                         "July", "August",  "September", "October", "November", "December"};

/// How precise a date is that is known to lie in such a unit.
DatePrecision precision_of(Unit unit);

/// "day", "half year", … for reasons.
std::string_view name_of_unit(Unit unit);

/// A count in units as a count in units of precision.
DateShift shift_of(Unit unit, int count);

}  // namespace attache::knowledge
