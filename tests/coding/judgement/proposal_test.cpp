#include "coding/judgement/proposal.h"

#include "rejection_fixture.h"

namespace attache::coding {
namespace {

using testing::model_that_says;

class ProposalTest : public testing::RejectionTest {
 protected:
  /// What is proposed beside the drafts, by a model that is that sure of an assault on Mali by Chad when it sees the sentence with these drafts.
  std::vector<Draft> proposed(std::vector<Draft> drafts, std::int8_t weight, Index recipient = 5) {
    std::vector<Feature> features;
    PairFeatures(lexicon_).describe(view_, matches_, drafts, {{0, 1}, {recipient, recipient + 1}}, features);
    const auto model = model_that_says(EventType::assault, std::move(features), weight);
    const auto before = static_cast<std::ptrdiff_t>(drafts.size());
    PairOpinions opinions(lexicon_, model);
    opinions.use(view_, matches_, drafts);
    Proposals(lexicon_, opinions).propose(matches_, store_, drafts);
    return {drafts.begin() + before, drafts.end()};
  }

  EntityStore store_;
};

TEST_F(ProposalTest, SaysWhatTheClassifierIsSureOfWhereNoFrameSpeaks) {
  const auto drafts = proposed({}, 100);
  ASSERT_EQ(drafts.size(), 1u);
  const Draft& draft = drafts.front();
  EXPECT_TRUE(draft.alive()) << draft.why_not;
  EXPECT_TRUE(draft.proposed);
  EXPECT_EQ(draft.kind.type, EventType::assault);
  EXPECT_EQ(draft.match.head(), 1) << "at the verb";
  ASSERT_EQ(draft.actor.size(), 1u);
  EXPECT_EQ(draft.actor[0].entity->code, "TCD");
  ASSERT_EQ(draft.recipient.size(), 1u);
  EXPECT_EQ(draft.recipient[0].entity->code, "MLI");
  EXPECT_NE(draft.trace.steps.front().find("proposed by the classifier: ASSAULT"), std::string::npos);
}

TEST_F(ProposalTest, KeepsSilentWhenItIsNotSure) { EXPECT_TRUE(proposed({}, 0).empty()); }

TEST_F(ProposalTest, LeavesAVerbAloneThatTellsAnEventAlready) { EXPECT_TRUE(proposed({rejection()}, 100).empty()); }

TEST_F(ProposalTest, NeverTakesThePlaceWhereItHappened) {
  for (const Draft& draft : proposed({}, 100, 7)) EXPECT_NE(draft.recipient.front().entity->code, "FRA");
}

}  // namespace
}  // namespace attache::coding
