#include "stories/magnitudes.h"
#include "stories/merged_event.h"
#include "stories/policy.h"
#include "stories/undo.h"

#include <gtest/gtest.h>

namespace attache::stories {
namespace {

TEST(Policy, CountsWhatItsNameSays) {
  // Two pages and a reprint of the first tell event a; the first page tells it twice, and tells b, which is like a on its day.
  const std::vector<CountedReport> reports = {
      {.report = "1", .event = "1", .day_key = 7},
      {.report = "2", .event = "1", .day_key = 7, .told_again = true},
      {.report = "3", .event = "3", .day_key = 7},
      {.report = "4", .event = "1", .day_key = 7, .likeness = Likeness::reprint},
      {.report = "5", .event = "1", .day_key = 8, .likeness = Likeness::same_story},
  };
  using Indices = std::vector<std::size_t>;
  EXPECT_EQ(counted(Policy::none, reports), (Indices{0, 1, 2, 3, 4}));
  EXPECT_EQ(counted(Policy::one_a_day, reports), (Indices{0, 4}));
  EXPECT_EQ(counted(Policy::reports, reports), (Indices{0, 2, 4}));
  EXPECT_EQ(counted(Policy::events, reports), (Indices{0, 2}));
}

TEST(Policy, NamesAreReadBack) {
  for (const Policy policy : {Policy::none, Policy::one_a_day, Policy::reports, Policy::events})
    EXPECT_EQ(policy_named(name_of(policy)), policy);
  EXPECT_FALSE(policy_named("every other"));
}

TEST(Policy, ADayIsOneForOneDyadAndCode) {
  Event event;
  event.cameo = "190";
  event.date = day_from_iso("2001-02-03");
  event.actors = {{.text = "the army", .code = "LKA", .sector = "MIL"}};
  event.recipients = {{.text = "rebels", .code = "LKA", .sector = "REB"}, {.text = "villagers", .code = "LKA", .sector = "CVL"}};
  const std::uint64_t key = one_a_day_key(event, std::nullopt);
  Event other = event;
  other.actors[0].text = "soldiers";
  std::swap(other.recipients[0], other.recipients[1]);
  EXPECT_EQ(one_a_day_key(other, std::nullopt), key) << "words and order do not matter";
  other = event;
  other.cameo = "193";
  EXPECT_NE(one_a_day_key(other, std::nullopt), key);
  other = event;
  std::swap(other.actors, other.recipients);
  EXPECT_NE(one_a_day_key(other, std::nullopt), key);
  other = event;
  other.date.reset();
  EXPECT_EQ(one_a_day_key(other, day_from_iso("2001-02-03")), key) << "the day of publication stands in";
  EXPECT_NE(one_a_day_key(other, day_from_iso("2001-02-04")), key);
}

TEST(Magnitudes, BecomeRangesWithTheLatestAndTheBestSourced) {
  const auto day = [](const char* text) { return day_from_iso(text); };
  const std::vector<Figure> figures = {
      {{"dead", 12, 12}, "1", "agency", false, day("2014-06-17")},
      {{"dead", 12, 12}, "2", "agency", false, day("2014-06-17")},
      {{"injured", 50, 51}, "1", "agency", false, day("2014-06-17")},
      {{"dead", 15, 15}, "3", "paper", false, day("2014-06-18")},
      {{"dead", 15, 15}, "4", "radio", false, day("2014-06-17")},
      {{"dead", 19, 19}, "5", "hospital", true, day("2014-06-19")},
      {{"dead", 9, 10}, "6", "blog", false, std::nullopt},
  };
  const auto combined = combine(figures);
  ASSERT_EQ(combined.size(), 2u);
  EXPECT_EQ(combined[0].what, "dead");
  EXPECT_EQ(combined[0].low, 9);
  EXPECT_EQ(combined[0].high, 19);
  EXPECT_EQ(combined[0].reports, 6u);
  EXPECT_EQ(combined[0].latest.report, "5");
  EXPECT_EQ(combined[0].best_sourced.report, "3") << "two sources, not one source twice";
  EXPECT_EQ(combined[0].sources, 2u);
  EXPECT_EQ(combined[1].what, "injured");
  EXPECT_EQ(combined[1].low, 50);
  EXPECT_EQ(combined[1].high, 51);
  EXPECT_TRUE(combine({}).empty());
}

TEST(Magnitudes, AmongEquallySourcedTheOfficialOneThenTheLatest) {
  std::vector<Figure> figures = {{{"dead", 3, 3}, "1", "a", true, day_from_iso("2014-06-17")},
                                 {{"dead", 4, 4}, "2", "b", false, day_from_iso("2014-06-18")}};
  EXPECT_EQ(combine(figures)[0].best_sourced.report, "1");
  figures[0].official = false;
  EXPECT_EQ(combine(figures)[0].best_sourced.report, "2");
}

TEST(MergedEvent, TakesEachFieldFromTheReportThatTellsMostOfIt) {
  Event vague;
  vague.id = "first";
  vague.type = "ASSAULT";
  vague.confidence = 0.9;
  vague.trigger = "attack";
  vague.actors = {{.text = "gunmen", .sector = "UAF"}};
  vague.date = day_from_iso("2011-08-01");
  vague.date_precision = DatePrecision::month;
  vague.size = {{"dead", 7, 7}};
  vague.contexts = {"terrorism"};
  Event precise = vague;
  precise.id = "second";
  precise.same_as = "x";
  precise.confidence = 0.5;
  precise.modes = {"firearms"};
  precise.cameo = "190";
  precise.actors = {{.text = "the Front", .code = "MLI", .sector = "REB", .identifier_text = "Front"}};
  precise.date = day_from_iso("2011-08-05");
  precise.date_precision = DatePrecision::day;
  precise.location = Location{.name = "Anefis", .country = "MLI", .resolution = "city"};
  precise.size = {{"dead", 9, 11}, {"injured", 2, 2}};
  precise.contexts = {"military", "terrorism"};
  const Event merged = merged_event(std::vector{vague, precise});
  EXPECT_EQ(merged.id, "first");
  EXPECT_EQ(merged.same_as, "");
  EXPECT_EQ(merged.confidence, 0.9);
  EXPECT_EQ(merged.actors[0].code, "MLI");
  EXPECT_EQ(merged.date, day_from_iso("2011-08-05"));
  EXPECT_EQ(merged.location->name, "Anefis");
  EXPECT_EQ(merged.modes, std::vector<std::string>{"firearms"});
  EXPECT_EQ(merged.cameo, "190");
  EXPECT_EQ(merged.contexts, (std::vector<std::string>{"terrorism", "military"}));
  ASSERT_EQ(merged.size.size(), 2u);
  EXPECT_EQ(merged.size[0].low, 7);
  EXPECT_EQ(merged.size[0].high, 11);
}

TEST(Undo, TakesAlongWhatLeansOnTheMember) {
  const std::vector<Join> joins = {{"a", ""}, {"b", "a"}, {"c", "b"}, {"d", "a"}, {"e", "c"}};
  using Members = std::vector<std::string_view>;
  EXPECT_EQ(followers("b", joins), (Members{"b", "c", "e"}));
  EXPECT_EQ(followers("e", joins), (Members{"e"}));
  EXPECT_EQ(followers("a", joins), (Members{"a", "b", "c", "d", "e"}));
  EXPECT_TRUE(followers("z", joins).empty());
  EXPECT_EQ(story_id("a").size(), 16u);
  EXPECT_NE(story_id("a"), story_id("b"));
}

TEST(Undo, ARingDoesNotHangIt) {
  const std::vector<Join> joins = {{"a", "b"}, {"b", "a"}};
  EXPECT_EQ(followers("a", joins).size(), 2u);
}

}  // namespace
}  // namespace attache::stories
