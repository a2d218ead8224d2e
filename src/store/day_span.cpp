#include "store/day_span.h"

#include <charconv>
#include <fmt/format.h>

namespace attache::store {
namespace {

using std::chrono::days;
using std::chrono::year_month_day;

std::int64_t count(Day day) { return day.time_since_epoch().count(); }
year_month_day date_of(std::int64_t day) { return year_month_day(Day(days(day))); }
std::int64_t floor_div(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0); }

/// Months since January of year 0.
std::int64_t month_of(std::int64_t day) {
  const auto date = date_of(day);
  return static_cast<std::int64_t>(static_cast<int>(date.year())) * 12 + static_cast<unsigned>(date.month()) - 1;
}

std::int64_t first_day_of_month(std::int64_t month) {
  const auto year = floor_div(month, 12);
  return count(Day(year_month_day(std::chrono::year(static_cast<int>(year)), std::chrono::month(static_cast<unsigned>(month - year * 12 + 1)), std::chrono::day(1))));
}

/// 1970-01-01 was a Thursday: Monday of its week is day -3.
constexpr std::int64_t kFirstMonday = -3;

std::optional<int> number_in(std::string_view digits) {
  int number = 0;
  const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || stop != digits.data() + digits.size() || number < 0) return std::nullopt;
  return number;
}

}  // namespace

std::optional<DaySpan> span_of(std::string_view text) {
  if (text.size() == 10) {
    const auto day = day_from_iso(text);
    if (!day) return std::nullopt;
    return DaySpan{count(*day), count(*day)};
  }
  if (text.size() != 4 && !(text.size() == 7 && text[4] == '-')) return std::nullopt;
  const auto year = number_in(text.substr(0, 4));
  if (!year) return std::nullopt;
  if (text.size() == 4) return days_of(Period::year, *year);
  const auto month = number_in(text.substr(5));
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  return days_of(Period::month, std::int64_t{*year} * 12 + *month - 1);
}

std::int64_t period_of(Period period, std::int64_t day) {
  switch (period) {
    case Period::day: return day;
    case Period::week: return floor_div(day - kFirstMonday, 7);
    case Period::month: return month_of(day);
    case Period::quarter: return floor_div(month_of(day), 3);
    case Period::year: return floor_div(month_of(day), 12);
  }
  return day;
}

DaySpan days_of(Period period, std::int64_t number) {
  switch (period) {
    case Period::day: return {number, number};
    case Period::week: return {number * 7 + kFirstMonday, number * 7 + kFirstMonday + 6};
    case Period::month: return {first_day_of_month(number), first_day_of_month(number + 1) - 1};
    case Period::quarter: return {first_day_of_month(number * 3), first_day_of_month(number * 3 + 3) - 1};
    case Period::year: return {first_day_of_month(number * 12), first_day_of_month(number * 12 + 12) - 1};
  }
  return {number, number};
}

std::string name_of_period(Period period, std::int64_t number) {
  const auto span = days_of(period, number);
  const auto date = date_of(span.first);
  const auto year = static_cast<int>(date.year());
  switch (period) {
    case Period::day: return to_iso(Day(days(span.first)));
    case Period::week: {
      // An ISO week belongs to the year of its Thursday.
      const auto thursday = span.first + 3;
      const auto iso_year = static_cast<int>(date_of(thursday).year());
      const auto first = count(Day(year_month_day(std::chrono::year(iso_year), std::chrono::January, std::chrono::day(1))));
      return fmt::format("{:04}-W{:02}", iso_year, (thursday - first) / 7 + 1);
    }
    case Period::month: return fmt::format("{:04}-{:02}", year, static_cast<unsigned>(date.month()));
    case Period::quarter: return fmt::format("{:04}-Q{}", year, (static_cast<unsigned>(date.month()) + 2) / 3);
    case Period::year: return fmt::format("{:04}", year);
  }
  return {};
}

}  // namespace attache::store
