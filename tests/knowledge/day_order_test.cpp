#include "knowledge/calendar/day_order.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace attache::knowledge {
namespace {

Document page(const std::vector<std::string>& paragraphs, const char* published = nullptr) {
  Document document;
  for (const auto& text : paragraphs) document.blocks.push_back({BlockKind::body, text});
  if (published) document.published = day_from_iso(published);
  return document;
}

/// `day`, `month` or `unknown`: what stands first.
std::string first_on(const Document& document, std::string_view country = {}) {
  const DayOrder order = read_day_order(document, country);
  EXPECT_EQ(order.day_first.has_value(), !order.known_by.empty());
  return !order.day_first ? "unknown" : *order.day_first ? "day" : "month";
}

TEST(ReadDayOrder, NothingIsKnownFromTheDateAlone) { EXPECT_EQ(first_on(page({"The truce began on 4/5/2012."})), "unknown"); }

TEST(ReadDayOrder, AnotherDateOfThePageDecides) {
  EXPECT_EQ(first_on(page({"The truce began on 4/5/2012.", "It ended on 27/5/2012."})), "day");
  EXPECT_EQ(first_on(page({"The truce began on 4/5/2012.", "It ended on 5/27/2012."})), "month");
  EXPECT_EQ(first_on(page({"The truce began on 04-05-2012 and ended on 27-05-2012."})), "day");
  EXPECT_EQ(first_on(page({"The truce began on 4/5/12 and ended on 5/27/12."})), "month");
}

TEST(ReadDayOrder, ThePageOutweighsItsCountry) { EXPECT_EQ(first_on(page({"From 4/5/2012 to 5/27/2012."}), "GBR"), "month"); }

TEST(ReadDayOrder, DatesThatDisagreeDecideNothing) {
  EXPECT_EQ(first_on(page({"On 4/5/2012, 27/5/2012 and 5/27/2012."}), "GBR"), "unknown");
  EXPECT_EQ(first_on(page({"On 4/5/2012 and 5/27/2012."}, "2012-05-04"), "GBR"), "unknown");
}

TEST(ReadDayOrder, ThePagesOwnDateDecides) {
  EXPECT_EQ(first_on(page({"Updated 4/5/2012. They met on 6/5/2012."}, "2012-05-04")), "day");
  EXPECT_EQ(first_on(page({"Updated 4/5/2012. They met on 6/5/2012."}, "2012-04-05")), "month");
}

TEST(ReadDayOrder, TheOutletsCountryDecides) {
  const Document document = page({"The truce began on 4/5/2012."});
  EXPECT_EQ(first_on(document, "GBR"), "day");
  EXPECT_EQ(first_on(document, "IND"), "day");
  EXPECT_EQ(first_on(document, "USA"), "month");
  EXPECT_EQ(first_on(document, "CAN"), "unknown");
  EXPECT_EQ(first_on(document, "PHL"), "unknown");
}

TEST(ReadDayOrder, OtherFiguresAreNoDates) {
  EXPECT_EQ(first_on(page({"The truce began on 4/5/2012.", "Flight 27/5/2 left; call 555-27-5-2012; see 1/27/5/2012 and 27/5/9999."})), "unknown");
  EXPECT_EQ(first_on(page({"The truce began on 4/5/2012.", "The score was 31-12; 24/7; 13/14; 2012/13/5."})), "unknown");
  EXPECT_EQ(first_on(page({"/", "-", "1/", "1/2", "1/2/", "1/2/3", "", "99999999999999999999/1/2012"}), "USA"), "unknown");
}

}  // namespace
}  // namespace attache::knowledge
