/// What countries write, and what addresses tell of it. How a page's own figures decide is tested with the calendar.

#include "base/day_order.h"

#include <gtest/gtest.h>

#include <string>

namespace attache {
namespace {

std::string shown(std::optional<bool> day_first) { return !day_first ? "unknown" : *day_first ? "day" : "month"; }

TEST(DayOrder, ByTheAddressesCountry) {
  const struct {
    std::string_view url;
    std::string_view order;
  } cases[] = {
      {"https://www.zendatimes.co.uk/a", "day"}, {"http://zenda.example.in/", "day"},  {"zenda.example.AU", "day"},       {"https://zenda.example.us/x.uk", "month"},
      {"https://zenda.example.ca/", "unknown"},  {"https://zenda.example.ph", "unknown"}, {"https://zenda.com/news.uk", "unknown"}, {"https://zenda.tv/", "unknown"},
      {"https://zenda.co/", "unknown"},          {"https://10.0.0.12/", "unknown"},    {"", "unknown"},                   {"https://zenda.de:8080/x", "day"},
      {"uk", "unknown"},                         {"https://", "unknown"},
  };
  for (const auto& c : cases) EXPECT_EQ(shown(address_writes_day_first(c.url)), c.order) << c.url;
}

TEST(DayOrder, ByTheCountrysCode) {
  EXPECT_EQ(shown(writes_day_first("GBR")), "day");
  EXPECT_EQ(shown(writes_day_first("USA")), "month");
  EXPECT_EQ(shown(writes_day_first("CAN")), "unknown");
  EXPECT_EQ(shown(writes_day_first("")), "unknown");
}

TEST(DayOrder, KnownDaysDecideAndMayContradict) {
  DayOrderEvidence evidence;
  evidence.add_text("Posted 04/03/2014, changed 05/03/2014");
  EXPECT_TRUE(evidence.is_asked());
  EXPECT_EQ(shown(evidence.order().day_first), "unknown");
  evidence.add_known_day(day_from_iso("2014-03-04"));
  EXPECT_EQ(shown(evidence.order().day_first), "day");
  evidence.add_known_day(day_from_iso("2014-05-03"));
  EXPECT_TRUE(evidence.disagrees());
  EXPECT_EQ(shown(evidence.order().day_first), "unknown");
}

}  // namespace
}  // namespace attache
