#include "coding/judgement/confidence_fit.h"

#include "coding/confidence.h"

#include <gtest/gtest.h>

namespace attache::coding {
namespace {

/// Events of which those with much of the second piece of evidence are mostly right.
std::vector<GradedEvent> events(int count) {
  std::vector<GradedEvent> made;
  for (int i = 0; i < count; ++i) {
    const bool strong = i % 2 == 0;
    made.push_back({{{1, strong ? 1.0 : 0.0}, {1}}, strong ? 0.9 : 0.3, i % 10 == 0 ? !strong : strong, {}});
  }
  return made;
}

TEST(Confidence, IsFittedToHowOftenEventsAreRight) {
  const auto graded = events(1000);
  const auto weights = fit_confidence(graded);
  ASSERT_EQ(weights.telling.size(), 2U);
  EXPECT_TRUE(weights.resolution.empty()) << "nobody's code was labelled";
  const Evidence strong{{1, 1}, {1}}, weak{{1, 0}, {1}};
  // Of the five hundred strong ones every fifth is wrong; of the weak ones none is right.
  EXPECT_NEAR(calibrated_confidence(strong, weights), 0.8, 0.01);
  EXPECT_LT(calibrated_confidence(weak, weights), 0.05);
  EXPECT_EQ(fit_confidence(graded), weights) << "the same events give the same weights";
}

TEST(Confidence, IsNotFittedToAHandfulOfEvents) { EXPECT_TRUE(fit_confidence(events(20)).telling.empty()); }

TEST(Confidence, IsLessWhereWhoIsMeantIsDoubtful) {
  // Told events of which half have somebody named outright, who is always right, and half a pronoun, of which a quarter are wrong.
  std::vector<GradedEvent> graded;
  for (int i = 0; i < 400; ++i) {
    const bool pronoun = i % 2 == 1;
    graded.push_back({{{1}, {1, pronoun ? 1.0 : 0.0}}, 0, true, !pronoun || i % 8 != 1});
  }
  const auto weights = fit_confidence(graded);
  ASSERT_EQ(weights.resolution.size(), 2U);
  EXPECT_GT(calibrated_confidence({{1}, {1, 0}}, weights), 0.97);
  EXPECT_NEAR(calibrated_confidence({{1}, {1, 1}}, weights), 0.75, 0.02);
}

TEST(Confidence, TableSaysHowFarItCanBeBelieved) {
  const auto table = confidence_table(events(100));
  EXPECT_NE(table.find("100 events, 0.400 right; calibration error 0.2000"), std::string::npos) << table;
  EXPECT_NE(table.find("0.9–1.0     0.900   0.800      50"), std::string::npos) << table;
  EXPECT_NE(table.find("0.6        0.800   1.000"), std::string::npos) << table;
  EXPECT_EQ(confidence_table({}), "no event that the labels speak of\n");
}

}  // namespace
}  // namespace attache::coding
