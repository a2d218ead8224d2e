/// Days as pages write them.

#include "reading/date_lines.h"
#include "reading/date_text.h"
#include "reading_help.h"

#include <gtest/gtest.h>

namespace attache::reading {
namespace {

std::string found(std::string_view text, NumericOrder order = NumericOrder::unknown) {
  const auto day = find_day(text, order);
  return day ? to_iso(day->day) : "";
}

TEST(DateText, FindsDays) {
  const struct {
    std::string_view text;
    std::string_view day;
  } cases[] = {
      {"2013-05-22", "2013-05-22"},       {"2013/5/22", "2013-05-22"},          {"May 22, 2013", "2013-05-22"},        {"Nov. 21st 1994", "1994-11-21"},
      {"22 May 2013", "2013-05-22"},      {"22-May-2013", "2013-05-22"},        {"the 22nd of May, 2013", "2013-05-22"}, {"22.05.2013", "2013-05-22"},
      {"05/22/2013", "2013-05-22"},       {"22/05/2013", "2013-05-22"},         {"Wed, 22 May 2013 10:15 GMT", "2013-05-22"}, {"22. Mai 2013", "2013-05-22"},
      {"le 22 mai 2013", "2013-05-22"},   {"22 de mayo de 2013", "2013-05-22"}, {"30 February 2013", ""},              {"May 2013", ""},
      {"May 22", ""},                     {"192.168.10.2013", ""},              {"call 555-12-2013", ""},              {"", ""},
      {"October 12, 1962", "1962-10-12"}, {"22 сентября 2013, 13:43", "2013-09-22"}, {"22 травня 2013 року", "2013-05-22"}, {"22 września 2013", "2013-09-22"},
      {"22. května 2013", "2013-05-22"},  {"22 Ağustos 2013 Perşembe", "2013-08-22"}, {"الأربعاء، 22 مايو 2013 - 12:09 م", "2013-05-22"}, {"22 listopada 2013", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(found(c.text), c.day) << c.text;
}

TEST(DateText, TheOrderOfFiguresIsTheCallers) {
  EXPECT_EQ(found("03/04/2021"), "");
  EXPECT_EQ(found("03-04-2021"), "");
  EXPECT_EQ(found("03.04.2021"), "2021-04-03");
  EXPECT_EQ(found("04/04/2021"), "2021-04-04");
  EXPECT_EQ(found("03/04/2021", NumericOrder::month_first), "2021-03-04");
  EXPECT_EQ(found("03/04/2021", NumericOrder::day_first), "2021-04-03");
}

TEST(DateText, Addresses) {
  EXPECT_EQ(iso(day_from_url("https://paper.example/2013/05/22/envoy")), "2013-05-22");
  EXPECT_EQ(iso(day_from_url("https://paper.example/2013/may/22/envoy")), "2013-05-22");
  EXPECT_EQ(iso(day_from_url("https://paper.example/20130522-envoy")), "2013-05-22");
  EXPECT_EQ(iso(day_from_url("https://paper.example/article-81234567")), "");
  EXPECT_EQ(iso(day_from_url("https://paper.example/2013/05/")), "");
}

TEST(DateText, Attributes) {
  for (const auto* value : {"2013-05-22T23:10:00+02:00", "20130522", "20130522101500", "Wed, 22 May 2013 10:15:00 GMT", "May 22, 2013 10:15am", " 2013-05-22 "}) {
    EXPECT_EQ(iso(day_from_attribute(value)), "2013-05-22") << value;
  }
  EXPECT_EQ(iso(day_from_attribute("yesterday")), "");
}

TEST(DateText, DaysThatNoCalendarHas) {
  const struct {
    std::string_view text;
    std::string_view impossible;
  } cases[] = {
      {"Published 30 February 2013", "30 February 2013"}, {"February 29, 2013", "February 29, 2013"}, {"2013-06-31T10:00", "2013-06-31"}, {"31/06/2013", "31/06/2013"}, {"30. Februar 2013", "30. Februar 2013"},
      {"29 February 2012", ""}, {"31 May 2013", ""}, {"32 May 2013", ""}, {"2013-13-31", ""}, {"45/50/2013", ""}, {"", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(find_impossible_day(c.text), c.impossible) << c.text;
  EXPECT_EQ(found("30 February 2013, corrected 1 March 2013"), "2013-03-01");
}

TEST(DateText, DatelinesOfParagraphs) {
  EXPECT_EQ(iso(day_in_dateline("OSLO, March 3, 2021 (Reuters) - Envoys met.")), "2021-03-03");
  EXPECT_EQ(iso(day_in_dateline("New Delhi, October 12, 1962. The army marched.")), "1962-10-12");
  EXPECT_EQ(iso(day_in_dateline("The treaty was signed on March 3, 2021. It failed.")), "");
}

TEST(DateText, PlacesAndDaysAndHours) {
  for (const auto* line : {"Zenda, 4 March 2014", "Inland Review, 2 August 2012", "Zenda, March 4, 2014"}) EXPECT_TRUE(is_place_and_day(line)) << line;
  for (const auto* line : {"4 March 2014", "The talks ended, 4 March 2014", "Zenda 4 March 2014", "Zenda, 4 March 2014, was quiet", "Monday, March, 4 March 2014"}) EXPECT_FALSE(is_place_and_day(line)) << line;
  for (const auto* line : {"11:45 A.M. EDT", "9:30 pm", "16:32 GMT"}) EXPECT_TRUE(is_hour(line)) << line;
  for (const auto* line : {"11:45", "2:1", "11:45 Mass", "Sarah 3:16 pm", "12 noon", "10:15 May", ""}) EXPECT_FALSE(is_hour(line)) << line;
  EXPECT_TRUE(is_edit_line("This page was last edited on 4 November 2020, at 19:23."));
  EXPECT_FALSE(is_edit_line("Last edited by Jane Roe on 4 November 2020"));
}

TEST(DateText, LinesThatSayWhen) {
  for (const auto* line : {"May 22, 2013", "Published: Wednesday 22 May 2013, 10:15 GMT", "Last updated at 10:15 on 22 May 2013", "Wed., May 22, 2013 10:15 p.m.", "Published 30 February 2013", "среда, 22 мая 2013, 10:15"}) {
    EXPECT_TRUE(is_date_line(line)) << line;
  }
  for (const auto* line : {"Envoy arrives on May 22, 2013", "Wednesday", "", "Переговоры послов обеих стран в Женеве состоятся 22 мая 2013"}) EXPECT_FALSE(is_date_line(line)) << line;
  EXPECT_TRUE(is_update_line("Last updated 22 May 2013"));
  EXPECT_FALSE(is_update_line("Published 22 May 2013"));
}

}  // namespace
}  // namespace attache::reading
