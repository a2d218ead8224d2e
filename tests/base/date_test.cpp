#include <attache/date.h>

#include <gtest/gtest.h>

namespace attache {
namespace {

struct IsoCase {
  const char* text;
  const char* want;  ///< The day read back, or nothing.
};

TEST(DayFromIso, ReadsRealDaysAndRefusesTheRest) {
  const IsoCase cases[] = {
      {"2013-05-22", "2013-05-22"}, {"2016-02-29T23:59:00Z", "2016-02-29"}, {"1999-12-31 10:00", "1999-12-31"},
      {"2013-02-29", nullptr},      {"2013-02-30", nullptr},                {"2013-13-01", nullptr},
      {"2013-5-22", nullptr},       {"22-05-2013", nullptr},                {"2013-05-22x", nullptr},
      {"-013-05-22", nullptr},      {"2013-05", nullptr},                   {"", nullptr},
  };
  for (const auto& c : cases) {
    const auto day = day_from_iso(c.text);
    EXPECT_EQ(day.has_value(), c.want != nullptr) << c.text;
    if (day && c.want) {
      EXPECT_EQ(to_iso(*day), c.want);
    }
  }
}

}  // namespace
}  // namespace attache
