#include "coding/judgement/verdict.h"

#include "rejection_fixture.h"

namespace attache::coding {
namespace {

using testing::model_that_doubts;
using testing::model_that_says;

class VerdictTest : public testing::RejectionTest {
 protected:
  /// "Chad rejected … Mali".
  Draft complete_rejection() const {
    Draft draft = rejection();
    Participant mali;
    mali.entity = &fixtures_[0].mentions.actors[1].entities[0];
    mali.token = 5;
    draft.recipient = {mali};
    return draft;
  }

  Draft judged(const PairModel& model) const {
    std::vector<Draft> drafts = {complete_rejection()};
    PairOpinions opinions(lexicon_, model);
    opinions.use(view_, matches_, drafts);
    Verdict(lexicon_, opinions).pass(drafts);
    return drafts.front();
  }

  std::vector<Feature> features_of_rejection() const {
    std::vector<Feature> features;
    const std::vector<Draft> drafts = {complete_rejection()};
    PairFeatures(lexicon_).describe(view_, matches_, drafts, {{0, 1}, {5, 6}}, features);
    return features;
  }
};

TEST_F(VerdictTest, ConfirmsAndSaysHowSureItIs) {
  const Draft draft = judged(model_that_says(EventType::reject, features_of_rejection(), 100));
  EXPECT_TRUE(draft.alive());
  EXPECT_EQ(draft.kind.type, EventType::reject);
  ASSERT_FALSE(draft.trace.steps.empty());
  EXPECT_EQ(draft.trace.steps.back(), "the classifier: REJECT 1.00, none 0.00");
}

TEST_F(VerdictTest, CorrectsTheTypeWithItsCodeWhereItIsSure) {
  const Draft draft = judged(model_that_says(EventType::assault, features_of_rejection(), 100));
  EXPECT_TRUE(draft.alive());
  EXPECT_EQ(draft.kind.type, EventType::assault);
  EXPECT_EQ(draft.kind.cameo, lexicon_.ontology().cameo_for(EventType::assault, ""));
  EXPECT_NE(draft.trace.steps.back().find("corrected by the classifier: ASSAULT"), std::string::npos);
}

TEST_F(VerdictTest, LeavesTheTypeAloneWhereItIsNot) {
  const Draft draft = judged(model_that_says(EventType::assault, features_of_rejection(), 0));
  EXPECT_TRUE(draft.alive());
  EXPECT_EQ(draft.kind.type, EventType::reject);
}

TEST_F(VerdictTest, RejectsWhatItIsSureNeverHappened) {
  const Draft draft = judged(model_that_doubts());
  EXPECT_FALSE(draft.alive());
  EXPECT_EQ(draft.why_not.find("rejected by the classifier: none"), 0u) << draft.why_not;
}

TEST_F(VerdictTest, HasNoOpinionOfAnEventWithOneSide) {
  std::vector<Draft> drafts = {rejection()};
  const auto model = model_that_doubts();
  PairOpinions opinions(lexicon_, model);
  opinions.use(view_, matches_, drafts);
  Verdict(lexicon_, opinions).pass(drafts);
  EXPECT_TRUE(drafts[0].alive());
  EXPECT_TRUE(drafts[0].trace.steps.empty());
}

}  // namespace
}  // namespace attache::coding
