#include "coding/judgement/completion.h"

#include "../fixture.h"

#include <gtest/gtest.h>

namespace attache::coding {
namespace {

/// A model that takes every pair with the given features for an event of that type, more surely the larger `weight` is.
PairModel model_that_says(EventType type, std::vector<Feature> features, std::int8_t weight) {
  LinearTable types;
  types.labels = event_type_count;
  types.features = std::move(features);
  types.scales.assign(types.labels, 1.0F);
  types.weights.assign(types.features.size() * types.labels, 0);
  for (std::size_t row = 0; row < types.features.size(); ++row) types.weights[row * types.labels + static_cast<std::size_t>(type)] = weight;
  return {std::move(types), PairNetwork{}, {}, 1};
}

class CompletionTest : public ::testing::Test {
 protected:
  void SetUp() override {
    auto read = FrameLexicon::read(std::string(ATTACHE_SOURCE_DIR) + "/lexicon");
    ASSERT_TRUE(read) << to_string(read.error());
    lexicon_ = std::move(*read);
    fixtures_ = testing::read_fixtures(std::string(ATTACHE_SOURCE_DIR) + "/tests/coding/judgement/completion.conllu", [](const Error& error) { ADD_FAILURE() << to_string(error); });
    ASSERT_EQ(fixtures_.size(), 1u);
    PlaceMention paris;
    paris.first = paris.head = 7;
    paris.last = 8;
    fixtures_[0].mentions.places.push_back(paris);
    view_.rebuild(fixtures_[0].owned.sentence, fixtures_[0].mentions, lexicon_.vocabulary());
    find_matches(view_, lexicon_, matches_);
    ASSERT_FALSE(matches_.frames.empty());
  }

  /// "Chad rejected", and nobody yet to whom it was done.
  Draft rejection() const {
    Draft draft;
    draft.match = matches_.frames.front();
    draft.trigger = &lexicon_.trigger(draft.match.trigger);
    draft.frame = &lexicon_.frames()[draft.trigger->index];
    draft.kind = draft.frame->kind;
    draft.anchors = draft.match.words;
    Participant chad;
    chad.entity = &fixtures_[0].mentions.actors[0].entities[0];
    chad.token = 0;
    draft.actor = {chad};
    return draft;
  }

  std::vector<Feature> features_of_pair(Index actor, Index recipient) const {
    std::vector<Feature> features;
    const std::vector<Draft> drafts = {rejection()};
    PairFeatures(lexicon_).describe(view_, matches_, drafts, {{actor, actor + 1}, {recipient, recipient + 1}}, features);
    return features;
  }

  FrameLexicon lexicon_;
  std::vector<testing::Fixture> fixtures_;
  SentenceView view_;
  Matches matches_;
};

TEST_F(CompletionTest, TakesWhomTheClassifierBelievesAndSaysSo) {
  std::vector<Draft> drafts = {rejection()};
  drafts[0].why_not = "the frame needs a recipient";
  const auto model = model_that_says(drafts[0].kind.type, features_of_pair(0, 5), 100);
  Completion(lexicon_, model).complete(view_, matches_, drafts);
  ASSERT_EQ(drafts[0].recipient.size(), 1u);
  EXPECT_EQ(drafts[0].recipient[0].entity->code, "MLI");
  EXPECT_TRUE(drafts[0].alive());
  ASSERT_FALSE(drafts[0].trace.steps.empty());
  EXPECT_NE(drafts[0].trace.steps.back().find("recipient judged likeliest"), std::string::npos);
}

TEST_F(CompletionTest, LeavesDraftsAloneWhenNobodyIsLikelierThanNot) {
  std::vector<Draft> drafts = {rejection()};
  const auto model = model_that_says(drafts[0].kind.type, features_of_pair(0, 5), 0);
  Completion(lexicon_, model).complete(view_, matches_, drafts);
  EXPECT_TRUE(drafts[0].recipient.empty());
}

TEST_F(CompletionTest, NeverTakesThePlaceWhereItHappened) {
  std::vector<Draft> drafts = {rejection()};
  const auto model = model_that_says(drafts[0].kind.type, features_of_pair(0, 7), 100);
  Completion(lexicon_, model).complete(view_, matches_, drafts);
  EXPECT_TRUE(drafts[0].recipient.empty() || drafts[0].recipient[0].entity->code != "FRA");
}

TEST_F(CompletionTest, RevivesNoDraftThatIsDeadForAnotherReason) {
  std::vector<Draft> drafts = {rejection()};
  drafts[0].why_not = "an operator takes it away";
  const auto model = model_that_says(drafts[0].kind.type, features_of_pair(0, 5), 100);
  Completion(lexicon_, model).complete(view_, matches_, drafts);
  EXPECT_FALSE(drafts[0].alive());
  EXPECT_TRUE(drafts[0].recipient.empty());
}

}  // namespace
}  // namespace attache::coding
