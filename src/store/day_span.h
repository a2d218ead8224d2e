#pragma once
/// Calendar periods: days, weeks, months, quarters and years as spans of days.

#include <attache/date.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace attache::store {

/// Days since 1970-01-01, both inclusive.
struct DaySpan {
  std::int64_t first = 0;
  std::int64_t last = 0;
};

/// The days of `2013-05-22`, `2013-05` or `2013`; nothing for other text.
std::optional<DaySpan> span_of(std::string_view text);

/// How panels cut time. Weeks begin on Monday and are named as ISO 8601 has it.
enum class Period : std::uint8_t { day, week, month, quarter, year };

/// Periods are numbered: the one of a day, its days, and its name, such as `2013-05-22`, `2013-W21`, `2013-05`, `2013-Q2`, `2013`.
std::int64_t period_of(Period period, std::int64_t day);
DaySpan days_of(Period period, std::int64_t number);
std::string name_of_period(Period period, std::int64_t number);

}  // namespace attache::store
