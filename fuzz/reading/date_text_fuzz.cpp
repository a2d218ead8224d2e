/// Any bytes as a line, an attribute and an address with a day: the day is one of the calendar, and stands where it is said to stand.

#include "document_checks.h"
#include "reading/date_lines.h"
#include "reading/date_text.h"

namespace {

void check_day(const std::optional<attache::Day>& day) {
  if (!day) return;
  const std::chrono::year_month_day date(*day);
  attache::check(date.ok() && static_cast<int>(date.year()) >= 1 && static_cast<int>(date.year()) <= 9999);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace attache::reading;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  constexpr int kMostDays = 100;
  std::size_t from = 0;
  for (int i = 0; i < kMostDays; ++i) {
    const auto found = find_day(text, {}, from);
    if (!found) break;
    check_day(found->day);
    attache::check(found->start >= from && found->start < found->end && found->end <= size);
    from = found->end;
  }
  check_day(day_from_attribute(text));
  check_day(day_from_url(text));
  check_day(day_in_dateline(text));
  if (const auto hour = hour_in_utc(text)) attache::check(*hour < 24);
  is_date_line(text);
  return 0;
}
