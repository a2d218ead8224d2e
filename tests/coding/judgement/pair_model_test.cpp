#include "coding/judgement/pair_model.h"

#include "coding/judgement/calibration.h"
#include "coding/judgement/pair_scores.h"
#include "coding/judgement/pair_trainer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numeric>

namespace attache::coding {
namespace {

/// Pairs of which feature 10 says AID, 20 ASSAULT and 30 none, among features that say nothing.
std::vector<LabelledPair> pairs(int count) {
  std::vector<LabelledPair> made;
  for (int i = 0; i < count; ++i) {
    const auto noise = static_cast<Feature>(1000 + 2 * (i % 7));
    switch (i % 3) {
      case 0: made.push_back({{10, noise}, EventType::aid, "military"}); break;
      case 1: made.push_back({{20, noise}, EventType::assault, i % 2 ? "primitive" : ""}); break;
      default: made.push_back({{30, noise}, EventType::none, ""}); break;
    }
  }
  return made;
}

EventType likeliest(const TypeScores& scores) { return static_cast<EventType>(std::max_element(scores.begin(), scores.end()) - scores.begin()); }

TEST(PairModel, LearnsWhatFeaturesSay) {
  const auto model = train_pair_model(pairs(300), {});
  const Feature aid[] = {10, 1002}, assault[] = {20, 1002}, nothing[] = {30, 1002};
  EXPECT_EQ(likeliest(model.types(aid)), EventType::aid);
  EXPECT_EQ(likeliest(model.types(assault)), EventType::assault);
  EXPECT_EQ(likeliest(model.types(nothing)), EventType::none);
  EXPECT_EQ(model.mode(aid, EventType::aid), "military");
  EXPECT_EQ(model.mode(aid, EventType::protest), "") << "a type without known modes has none";
  const auto scores = model.types(aid);
  EXPECT_NEAR(std::accumulate(scores.begin(), scores.end(), 0.0), 1, 1e-9);
}

TEST(PairModel, LearnsTypesOfOnesOwnBesideTheModesOfTheirType) {
  auto labelled = pairs(300);
  for (auto& pair : labelled) {
    if (pair.type == EventType::assault) pair.mode = "firearms";
    if (pair.type == EventType::assault && pair.features.back() == 1002) pair.mode.clear(), pair.own_type = "AMBUSH";
  }
  const auto model = train_pair_model(labelled, {});
  ASSERT_TRUE(model.has_own_types());
  const Feature ambush[] = {20, 1002}, other[] = {20, 1006};
  const auto own = model.own_types(ambush, EventType::assault);
  ASSERT_EQ(own.size(), 1u);
  EXPECT_EQ(own[0].first, "AMBUSH");
  EXPECT_GT(own[0].second, 0.5);
  EXPECT_LT(model.own_types(other, EventType::assault)[0].second, 0.5);
  EXPECT_EQ(model.mode(ambush, EventType::assault), "firearms") << "a type of one's own is no mode";
  EXPECT_TRUE(model.own_types(ambush, EventType::aid).empty());
  EXPECT_FALSE(train_pair_model(pairs(60), {}).has_own_types());
}

TEST(Calibration, TakesBackWhatAModelSaidTooSurely) {
  // Nine of ten are right; the model claims it of all but three in a hundred.
  std::vector<JudgedPair> judged(100);
  for (std::size_t i = 0; i < judged.size(); ++i) {
    judged[i].scores[static_cast<std::size_t>(EventType::aid)] = 0.97;
    judged[i].scores[static_cast<std::size_t>(EventType::assault)] = 0.03;
    judged[i].type = i % 10 == 0 ? EventType::assault : EventType::aid;
  }
  const auto calibration = calibrate(judged);
  EXPECT_DOUBLE_EQ(calibration.accuracy, 0.9);
  // The odds of 97 to 3 become those of 9 to 1.
  EXPECT_NEAR(calibration.temperature, std::log(97.0 / 3) / std::log(9), 0.01);
  EXPECT_EQ(calibrate({}).temperature, 1);
}

TEST(PairModel, KeepsTheWeightsOfItsEvidence) {
  auto model = train_pair_model(pairs(60), {});
  const ConfidenceWeights weights{{0.5, -1, 2}, {3, -0.25}};
  model.set_evidence_weights(weights);
  const auto bytes = model.to_image();
  std::vector<std::byte> aligned(bytes.size());
  std::memcpy(aligned.data(), bytes.data(), bytes.size());
  const auto again = PairModel::open(aligned);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->evidence_weights(), weights);
}

TEST(PairModel, TheSameSeedGivesTheSameBytes) {
  TrainingOptions other;
  other.seed = 2;
  const auto bytes = train_pair_model(pairs(100), {}).to_image();
  EXPECT_EQ(train_pair_model(pairs(100), {}).to_image(), bytes);
  EXPECT_NE(train_pair_model(pairs(100), other).to_image(), bytes);
}

TEST(PairModel, ComesBackFromItsBytesAndRefusesDamagedOnes) {
  const auto model = train_pair_model(pairs(100), {});
  const auto bytes = model.to_image();
  std::vector<std::byte> aligned(bytes.size());
  std::memcpy(aligned.data(), bytes.data(), bytes.size());
  const auto again = PairModel::open(aligned);
  ASSERT_TRUE(again);
  const Feature aid[] = {10, 1004};
  EXPECT_EQ(again->types(aid), model.types(aid));
  EXPECT_EQ(again->to_image(), bytes);
  for (const std::size_t size : {std::size_t{0}, std::size_t{20}, bytes.size() / 2}) {
    const auto cut = PairModel::open(std::span(aligned).first(size));
    ASSERT_FALSE(cut);
    EXPECT_EQ(cut.error().kind, ErrorKind::internal);
  }
}

TEST(PairScores, CountByTypeAndFoldWhatTheGoldDoesNotKeepApart) {
  std::vector<RelatedPair> gold(3);
  gold[0].event = "YIELD";
  gold[1].event = "AID";
  gold[2].event = "AID";
  std::vector<Judgement> judged(3);
  judged[0].scores = {{"CONCEDE", 0.3}, {"RETREAT", 0.3}, {"AID", 0.4}};
  judged[1].scores = {{"AID", 0.2}, {"ASSAULT", 0.1}, {"none", 0.7}};
  judged[2].scores = {{"AID", 0.1}, {"ASSAULT", 0.9}};
  const auto table = pair_score_table(gold, judged, 1);
  EXPECT_NE(table.find("accuracy                  0.6667"), std::string::npos) << table;
  EXPECT_NE(table.find("YIELD                          1     1.000   1.000   1.000"), std::string::npos) << table;
  EXPECT_NE(table.find("0.90 ASSAULT for AID"), std::string::npos) << table;
  EXPECT_EQ(table.find("types of one's own"), std::string::npos);
  gold[2].event = "ASSAULT";
  gold[2].own_type = "AMBUSH";
  judged[2].event = "ASSAULT";
  judged[2].own_type = "AMBUSH";
  const auto with_own = pair_score_table(gold, judged, 0);
  EXPECT_NE(with_own.find("AMBUSH                         1     1.000   1.000   1.000"), std::string::npos) << with_own;
  EXPECT_EQ(pair_score_table({}, {}, 0), "no pair has a gold event\n");
}

}  // namespace
}  // namespace attache::coding
