#pragma once
/// One sentence with its triggers, a draft of its event, and models that say of its pairs what a test wants them to.

#include "../fixture.h"
#include "coding/judgement/pair_opinions.h"

#include <gtest/gtest.h>

namespace attache::coding::testing {

/// A model that takes every pair with the given features for an event of that type, more surely the larger `weight` is.
inline PairModel model_that_says(EventType type, std::vector<Feature> features, std::int8_t weight) {
  LinearTable types;
  types.labels = event_type_count;
  types.features = std::move(features);
  types.scales.assign(types.labels, 1.0F);
  types.weights.assign(types.features.size() * types.labels, 0);
  for (std::size_t row = 0; row < types.features.size(); ++row) types.weights[row * types.labels + static_cast<std::size_t>(type)] = weight;
  types.index();
  return {std::move(types), PairNetwork{}, {}};
}

/// A model that believes in no event whatever it is shown.
inline PairModel model_that_doubts() {
  LinearTable types;
  types.labels = event_type_count;
  types.scales.assign(types.labels, 1.0F);
  PairNetwork network;
  network.units = 1;
  network.types = event_type_count;
  network.first.labels = 1;
  network.first.scales = {1};
  network.hidden_bias = {0};
  network.type_weights.assign(event_type_count, 0);
  network.type_bias.assign(event_type_count, 0);
  network.event_weights = {0, 0};
  network.event_bias = {0, 10};
  return {std::move(types), std::move(network), {}};
}

/// "Chad rejected the plan despite Mali in Paris."
class RejectionTest : public ::testing::Test {
 protected:
  void SetUp() override {
    auto read = FrameLexicon::read(std::string(ATTACHE_SOURCE_DIR) + "/lexicon");
    ASSERT_TRUE(read) << to_string(read.error());
    lexicon_ = std::move(*read);
    fixtures_ = read_fixtures(std::string(ATTACHE_SOURCE_DIR) + "/tests/coding/judgement/completion.conllu", [](const Error& error) { ADD_FAILURE() << to_string(error); });
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
  std::vector<Fixture> fixtures_;
  SentenceView view_;
  Matches matches_;
};

}  // namespace attache::coding::testing
