/// Conditions, panels and periods over a small database whose counts can be done by hand.
#include "store/day_span.h"
#include "store/panel.h"
#include "store/table_text.h"
#include "store_help.h"

namespace attache::store {
namespace {

class QueryTest : public StoreTest {
 protected:
  void SetUp() override {
    StoreTest::SetUp();
    auto visit = event("0000000000000001", "CONSULT", "2013-05-20", "FRA/GOV", "DEU/GOV");
    visit.modes = {"visit"};
    visit.confidence = 0.9;
    auto again = visit;
    again.id = "0000000000000002";
    again.same_as = visit.id;
    again.text = "The visit was the first in years.";
    auto attack = event("0000000000000003", "ASSAULT", "2013-07-01", "SYR/REB", "SYR/MIL");
    attack.size = {{"dead", 3, 7}};
    attack.location = Location{};
    attack.location->name = "Aleppo";
    attack.location->country = "SYR";
    attack.own_type = "SHELLING";
    auto many = event("0000000000000004", "CONSULT", "2013-07-02", "USA/GOV", "RUS");
    many.actors.push_back(party("USA", "MIL", "the generals"));
    many.actors.push_back(party("GBR", "", "Britain"));
    many.modality.future = true;
    auto undated = event("0000000000000005", "CONSULT", "2013-07-02", "", "CHN");
    undated.date.reset();
    undated.confidence = 0.3;
    ingest({document("one", {visit, again}), document("two", {attack, many, undated})});
  }

  std::size_t hits(const std::string& condition, stories::Policy merge = stories::Policy::none) {
    ReportQuery query;
    query.merge = merge;
    return records(query, {condition}).size();
  }

  /// The panel as CSV without its heading, rows apart by spaces.
  std::string panel(PanelQuery query, const std::vector<std::string>& by, const std::vector<std::string>& conditions = {}) {
    for (const auto& name : by) query.by.push_back(dimension_named(name));
    for (const auto& condition : conditions) query.conditions.push_back(*parse_condition(condition));
    auto reader = Reader::open(path());
    const auto table = count_panel((*reader)->connection(), query);
    EXPECT_TRUE(table) << to_string(table.error());
    undated_ = table->undated;
    auto csv = table_csv(*table);
    csv.erase(0, csv.find("\r\n") + 2);
    for (auto at = csv.find("\r\n"); at != std::string::npos; at = csv.find("\r\n")) csv.replace(at, 2, at + 2 == csv.size() ? "" : " ");
    return csv;
  }
  std::uint64_t undated_ = 0;
};

TEST_F(QueryTest, EveryKindOfFieldCanBeAskedFor) {
  EXPECT_EQ(hits("type=CONSULT"), 4);
  EXPECT_EQ(hits("type=CONSULT,ASSAULT"), 5);
  EXPECT_EQ(hits("type!=CONSULT"), 1);
  EXPECT_EQ(hits("cameo=19*"), 1);
  EXPECT_EQ(hits("actor=USA"), 1);
  EXPECT_EQ(hits("actor=USA/MIL"), 1);
  EXPECT_EQ(hits("actor=GBR/MIL"), 0) << "country and sector are one participant's";
  EXPECT_EQ(hits("actor=/GOV"), 3);
  EXPECT_EQ(hits("actor="), 1);
  EXPECT_EQ(hits("either=DEU"), 2);
  EXPECT_EQ(hits("own_type=SHELLING"), 1);
  EXPECT_EQ(hits("own_type="), 4);
  EXPECT_EQ(hits("mode=visit"), 2);
  EXPECT_EQ(hits("mode!=visit"), 3);
  EXPECT_EQ(hits("mode="), 3);
  EXPECT_EQ(hits("date=2013-07"), 2);
  EXPECT_EQ(hits("date<2013-07-02"), 3);
  EXPECT_EQ(hits("date>=2013-07-01"), 2);
  EXPECT_EQ(hits("date="), 1);
  EXPECT_EQ(hits("published=2013-05-22"), 5);
  EXPECT_EQ(hits("quad_code>=3"), 1);
  EXPECT_EQ(hits("goldstein<=-9.5"), 1);
  EXPECT_EQ(hits("goldstein=3.4"), 4);
  EXPECT_EQ(hits("confidence>=0.75"), 4);
  EXPECT_EQ(hits("modality=asserted"), 4);
  EXPECT_EQ(hits("modality=future"), 1);
  EXPECT_EQ(hits("size.dead>=5"), 1);
  EXPECT_EQ(hits("size.injured>=1"), 0);
  EXPECT_EQ(hits("place=SYR"), 1);
  EXPECT_EQ(hits("place.name=Aleppo"), 1);
  EXPECT_EQ(hits("text~visit"), 4) << "word forms count";
  EXPECT_EQ(hits("text~rebel OR attacked"), 1);
  EXPECT_EQ(hits("recipient.text~RUS"), 1);
  EXPECT_EQ(hits("document=two"), 3);
  EXPECT_EQ(hits("title~title OF"), 5);
  EXPECT_EQ(hits("coder=attache"), 5);
  EXPECT_EQ(hits("coder.lexicon!=00000000000000aa"), 0);
  EXPECT_EQ(hits("id=0000000000000003"), 1);
  EXPECT_EQ(hits("same_as=0000000000000001"), 1);
  EXPECT_EQ(hits("event_id=0000000000000001"), 2);
  EXPECT_EQ(hits("block=body"), 5);
  EXPECT_EQ(hits("date_precision=day"), 5);
  EXPECT_EQ(hits("title='"), 0) << "a quote is a character";
}

TEST_F(QueryTest, WhatIsNoConditionIsSaid) {
  for (const char* text : {"", "type", "colour=red", "type>CONSULT", "date=yesterday", "confidence=high", "modality=maybe", "size>=3", "=x", "block=foot", "confidence>="}) {
    EXPECT_FALSE(parse_condition(text)) << text;
  }
  ReportQuery query;
  query.conditions.push_back(*parse_condition("text~\"unclosed"));
  auto reader = Reader::open(path());
  const auto given = (*reader)->for_each_report(query, [](const StoredReport&) { return true; });
  ASSERT_FALSE(given);
  EXPECT_EQ(given.error().kind, ErrorKind::malformed);
}

TEST_F(QueryTest, EveryFieldMakesAQueryThatRuns) {
  for (const auto& field : fields()) {
    std::string text(field.name);
    switch (field.kind) {
      case FieldKind::number: case FieldKind::thousandths: case FieldKind::hundredths: text += ">=0"; break;
      case FieldKind::size: text += ".dead>=0"; break;
      case FieldKind::day: text += "<=2013"; break;
      case FieldKind::modality: text += "=future"; break;
      case FieldKind::precision: text += "=day"; break;
      case FieldKind::block: text += "=lead"; break;
      case FieldKind::match: text += "~word"; break;
      default: text += "!=x";
    }
    hits(text);
    PanelQuery query;
    panel(query, {}, {text});
  }
}

TEST_F(QueryTest, PoliciesCountAsTheySay) {
  PanelQuery query;
  query.merge = stories::Policy::none;
  EXPECT_EQ(panel(query, {"type"}), "ASSAULT,1 CONSULT,4");
  EXPECT_EQ(panel(query, {"own_type"}), ",4 SHELLING,1");
  for (const auto policy : {stories::Policy::events, stories::Policy::reports, stories::Policy::one_a_day}) {
    query.merge = policy;
    EXPECT_EQ(panel(query, {"type"}), "ASSAULT,1 CONSULT,3") << name_of(policy);
    EXPECT_EQ(hits("type=CONSULT", policy), 3) << name_of(policy);
  }
}

TEST_F(QueryTest, AReportCountsOnceForEveryDyad) {
  PanelQuery query;
  EXPECT_EQ(panel(query, {"actor", "recipient"}), ",CHN,1 FRA,DEU,1 GBR,RUS,1 SYR,SYR,1 USA,RUS,1");
  // Facts that are read dyad by dyad, and facts that are picked out.
  for (const auto policy : {stories::Policy::none, stories::Policy::events, stories::Policy::reports, stories::Policy::one_a_day}) {
    query.merge = policy;
    EXPECT_EQ(panel(query, {"recipient", "type", "actor"}), panel(query, {"recipient", "type", "actor"}, {"confidence>=0"})) << name_of(policy);
  }
  query.merge = stories::Policy::events;
  EXPECT_EQ(panel(query, {"recipient"}), "CHN,1 DEU,1 RUS,1 SYR,1");
  EXPECT_EQ(panel(query, {"actor_sector"}, {"recipient=RUS"}), ",1 GOV,1 MIL,1");
}

TEST_F(QueryTest, ScoresAndQuads) {
  PanelQuery query;
  query.merge = stories::Policy::none;
  query.measures = {Measure::count, Measure::quad1, Measure::quad4, Measure::goldstein_sum, Measure::goldstein_mean, Measure::goldstein_median, Measure::scale_median};
  EXPECT_EQ(panel(query, {}), "5,4,1,3.6,0.72,3.4,1.5");
}

TEST_F(QueryTest, PeriodsAreFilledAndRolled) {
  PanelQuery query;
  query.period = Period::month;
  query.fill = true;
  EXPECT_EQ(panel(query, {"type"}), "ASSAULT,2013-05,0 ASSAULT,2013-06,0 ASSAULT,2013-07,1 CONSULT,2013-05,1 CONSULT,2013-06,0 CONSULT,2013-07,1");
  EXPECT_EQ(undated_, 1);
  EXPECT_EQ(panel(query, {}, {"date>=2013-04", "date<=2013-06"}), "2013-04,0 2013-05,1 2013-06,0");
  query.rolling = 2;
  query.measures = {Measure::count, Measure::goldstein_mean};
  EXPECT_EQ(panel(query, {}), "2013-05,1,3.4 2013-06,1,3.4 2013-07,2,-3.3");
}

TEST_F(QueryTest, SharesAreOfAThousandEventsOfTheTime) {
  PanelQuery query;
  query.period = Period::month;
  query.measures = {Measure::share};
  EXPECT_EQ(panel(query, {}, {"type=ASSAULT"}), "2013-07,500");
  EXPECT_EQ(panel(query, {}, {"type=CONSULT"}), "2013-05,1000 2013-07,500");
}

TEST_F(QueryTest, MoversAreSortedByHowFarTheyMoved) {
  PanelQuery query;
  query.period = Period::month;
  query.movers = 1;
  EXPECT_EQ(panel(query, {"type"}).substr(0, 14), "ASSAULT,1,0,1,");
}

TEST(DaySpan, PeriodsBeginAndEndWhereTheyShould) {
  const auto day = [](const char* text) { return day_from_iso(text)->time_since_epoch().count(); };
  const auto name = [&](Period period, const char* text) { return name_of_period(period, period_of(period, day(text))); };
  EXPECT_EQ(name(Period::week, "2021-01-03"), "2020-W53");
  EXPECT_EQ(name(Period::week, "2021-01-04"), "2021-W01");
  EXPECT_EQ(name(Period::week, "2024-12-30"), "2025-W01");
  EXPECT_EQ(name(Period::week, "1969-12-31"), "1970-W01");
  EXPECT_EQ(name(Period::month, "1958-12-31"), "1958-12");
  EXPECT_EQ(name(Period::quarter, "1958-03-31"), "1958-Q1");
  EXPECT_EQ(name(Period::quarter, "2013-10-01"), "2013-Q4");
  EXPECT_EQ(name(Period::year, "1901-01-01"), "1901");
  EXPECT_EQ(span_of("2012-02")->last, day("2012-02-29"));
  EXPECT_FALSE(span_of("2013-13"));
  for (const auto period : {Period::day, Period::week, Period::month, Period::quarter, Period::year}) {
    for (std::int64_t at = -40000; at < 40000; at += 13) {
      const auto span = days_of(period, period_of(period, at));
      ASSERT_LE(span.first, at);
      ASSERT_GE(span.last, at);
      ASSERT_EQ(period_of(period, span.first - 1) + 1, period_of(period, at));
    }
  }
}

}  // namespace
}  // namespace attache::store
