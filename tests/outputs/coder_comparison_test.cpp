#include "outputs/coder_comparison.h"

#include <gtest/gtest.h>

#include <functional>

namespace attache::outputs {
namespace {

Report told(const char* coder, const char* day, const char* type, const char* source, const char* target) {
  Report report;
  report.coder.name = coder;
  report.event.date = day_from_iso(day);
  report.event.type = type;
  report.event.quad_code = 4;
  Entity entity;
  entity.code = source;
  report.event.actors = {entity};
  entity.code = target;
  report.event.recipients = {entity};
  return report;
}

Agreement of_group(const std::vector<Agreement>& all, std::string_view group) {
  for (const auto& agreement : all) {
    if (agreement.group == group) return agreement;
  }
  ADD_FAILURE() << "no group " << group;
  return {};
}

TEST(CoderComparison, CountsAnEventOnceADay) {
  CoderComparison comparison(AgreeOn::type);
  for (int i = 0; i < 3; ++i) comparison.add(told("a", "2014-03-01", "ASSAULT", "SYR", "IRQ"));
  comparison.add(told("b", "2014-03-01", "ASSAULT", "SYR", "IRQ"));
  comparison.add(told("b", "2014-03-01", "ASSAULT", "IRQ", "SYR"));
  const auto all = comparison.agreements(CompareBy::all, 0);
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].first_events, 1u);
  EXPECT_EQ(all[0].second_events, 2u) << "who did it to whom counts";
  EXPECT_EQ(all[0].both, 1u);
  EXPECT_DOUBLE_EQ(all[0].jaccard(), 0.5);
}

TEST(CoderComparison, ConsultationsHaveNoDirection) {
  CoderComparison comparison(AgreeOn::type);
  comparison.add(told("a", "2014-03-01", "CONSULT", "FRA", "EGY"));
  comparison.add(told("b", "2014-03-01", "CONSULT", "EGY", "FRA"));
  comparison.add(told("b", "2014-03-01", "CONSULT", "FRA", "EGY"));
  const auto dyads = comparison.agreements(CompareBy::dyad, 0);
  ASSERT_EQ(dyads.size(), 1u);
  EXPECT_EQ(dyads[0].group, "EGY-FRA");
  EXPECT_DOUBLE_EQ(dyads[0].jaccard(), 1);
}

TEST(CoderComparison, MatchesEachEventOnceWithinDays) {
  CoderComparison comparison(AgreeOn::type);
  for (const char* day : {"2014-03-01", "2014-03-03", "2014-03-10"}) comparison.add(told("a", day, "PROTEST", "EGY", "EGY"));
  for (const char* day : {"2014-03-02", "2014-03-20"}) comparison.add(told("b", day, "PROTEST", "EGY", "EGY"));
  EXPECT_EQ(comparison.agreements(CompareBy::all, 0)[0].both, 0u);
  EXPECT_EQ(comparison.agreements(CompareBy::all, 1)[0].both, 1u);
  EXPECT_EQ(comparison.agreements(CompareBy::all, 10)[0].both, 2u);
}

TEST(CoderComparison, MatchingIsAsLargeAsAnyCouldBe) {
  // Against every possible pairing, on all small cases.
  for (unsigned mask = 0; mask < 1u << 12; ++mask) {
    CoderComparison comparison(AgreeOn::type);
    std::vector<int> a, b;
    for (int day = 0; day < 6; ++day) {
      const std::string iso = "2014-03-0" + std::to_string(day + 1);
      if (mask >> day & 1) a.push_back(day), comparison.add(told("a", iso.c_str(), "AID", "USA", "HTI"));
      if (mask >> (day + 6) & 1) b.push_back(day), comparison.add(told("b", iso.c_str(), "AID", "USA", "HTI"));
    }
    if (a.empty() || b.empty()) continue;
    const std::function<std::uint64_t(std::size_t, unsigned)> best = [&](std::size_t i, unsigned used) -> std::uint64_t {
      if (i == a.size()) return 0;
      std::uint64_t most = best(i + 1, used);
      for (std::size_t j = 0; j < b.size(); ++j) {
        if (!(used >> j & 1) && std::abs(a[i] - b[j]) <= 1) most = std::max(most, 1 + best(i + 1, used | 1u << j));
      }
      return most;
    };
    ASSERT_EQ(comparison.agreements(CompareBy::all, 1)[0].both, best(0, 0)) << mask;
  }
}

TEST(CoderComparison, CorrelatesMonths) {
  CoderComparison comparison(AgreeOn::quad);
  // One, two and three days in January, March and April; nothing in February.
  const std::pair<const char*, int> kMonths[] = {{"2014-01", 1}, {"2014-03", 2}, {"2014-04", 3}};
  for (const auto& [month, count] : kMonths) {
    for (int i = 1; i <= count; ++i) {
      comparison.add(told("a", (std::string(month) + "-0" + std::to_string(i)).c_str(), "COERCE", "CHN", "JPN"));
      comparison.add(told("b", (std::string(month) + "-1" + std::to_string(i)).c_str(), "ASSAULT", "CHN", "JPN"));
    }
  }
  const auto types = comparison.agreements(CompareBy::type, 0);
  const auto agreement = of_group(types, "MATERIAL CONFLICT");
  EXPECT_EQ(agreement.both, 0u);
  ASSERT_TRUE(agreement.correlation);
  EXPECT_NEAR(*agreement.correlation, 1, 1e-9);
  const auto months = comparison.agreements(CompareBy::month, 0);
  ASSERT_EQ(months.size(), 3u);
  EXPECT_EQ(months[0].group, "2014-01");
  EXPECT_FALSE(months[0].correlation);
}

TEST(CoderComparison, LeavesOutWhatCannotBeCompared) {
  CoderComparison comparison(AgreeOn::type);
  Report planned = told("a", "2014-03-01", "ASSAULT", "SYR", "IRQ");
  planned.event.modality.future = true;
  Report undated = told("a", "2014-03-01", "ASSAULT", "SYR", "IRQ");
  undated.event.date.reset();
  Report untyped = told("a", "2014-03-01", "", "SYR", "IRQ");
  for (const Report& report : {planned, undated, untyped, told("a", "2014-03-01", "ASSAULT", "", "IRQ")}) comparison.add(report);
  EXPECT_EQ(comparison.counted(), 0u);
  EXPECT_EQ(comparison.left_out(), 4u);
}

}  // namespace
}  // namespace attache::outputs
