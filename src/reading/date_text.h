#pragma once
/// Days written in pages: in date lines, bylines, attributes and addresses.

#include <attache/date.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace attache::reading {

/// Which of two numbers is the day where both could be: `03/04/2021`. Where the order is unknown such figures are no day: a guess would be wrong in silence.
enum class NumericOrder : std::uint8_t { unknown, month_first, day_first };

/// As evidence has it (base/day_order.h).
inline NumericOrder numeric_order(std::optional<bool> day_first) { return !day_first ? NumericOrder::unknown : *day_first ? NumericOrder::day_first : NumericOrder::month_first; }

/// A day and the part of the text that says it.
struct FoundDay {
  Day day;
  std::size_t start = 0;
  std::size_t end = 0;
};

/// The first complete day (with year) in the text at or behind `from`: `2013-05-22`, `2013/5/22`, `May 22, 2013`, `Nov. 21st 1994`, `22 May 2013`,
/// `22-May-2013`, `22.05.2013`, `05/22/2013`, with month names in English and in the languages
/// of Europe and its neighbors that news pages are often in, the form that stands beside a day: French, German, Spanish, Portuguese, Italian, Dutch,
/// Swedish, Danish, Norwegian, Polish, Czech, Turkish, Indonesian, Russian, Ukrainian and Arabic.
/// Years 1800 to 2199.
std::optional<FoundDay> find_day(std::string_view text, NumericOrder order = NumericOrder::unknown, std::size_t from = 0);

/// The first date in the text that no calendar has, as it is written, such as `30 February 2021` or `2021-06-31`; empty when there is none.
std::string_view find_impossible_day(std::string_view text);

/// The day in an address's path: `/2013/05/22/`, `/2013-05-22-`, `/20130522`, `/2013/may/22/`.
std::optional<Day> day_from_url(std::string_view url);

/// The day in an attribute such as `datetime` or `content`: ISO 8601 in its forms, RFC 2822, or words.
std::optional<Day> day_from_attribute(std::string_view value, NumericOrder order = NumericOrder::unknown);

/// The hour of a time that is given in Universal Time (`2013-05-22T03:10:00Z`, `+00:00`, `GMT`), which may be another day where the page was
/// written; nothing for a local time, or none.
std::optional<unsigned> hour_in_utc(std::string_view value);

/// True when the text has a day in it, be the order of its figures known or not.
bool has_day(std::string_view text);

}  // namespace attache::reading
