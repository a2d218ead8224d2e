#include "coding/judgement/completion.h"

#include "rejection_fixture.h"

namespace attache::coding {
namespace {

using testing::model_that_says;
using testing::RejectionTest;

class CompletionTest : public RejectionTest {
 protected:
  void complete(const PairModel& model, std::vector<Draft>& drafts) const {
    PairOpinions opinions(lexicon_, model);
    opinions.use(view_, matches_, drafts);
    Completion(opinions).complete(drafts);
  }
};

TEST_F(CompletionTest, TakesWhomTheClassifierBelievesAndSaysSo) {
  std::vector<Draft> drafts = {rejection()};
  drafts[0].why_not = "the frame needs a recipient";
  const auto model = model_that_says(drafts[0].kind.type, features_of_pair(0, 5), 100);
  complete(model, drafts);
  ASSERT_EQ(drafts[0].recipient.size(), 1u);
  EXPECT_EQ(drafts[0].recipient[0].entity->code, "MLI");
  EXPECT_TRUE(drafts[0].alive());
  ASSERT_FALSE(drafts[0].trace.steps.empty());
  EXPECT_NE(drafts[0].trace.steps.back().find("recipient judged likeliest"), std::string::npos);
}

TEST_F(CompletionTest, LeavesDraftsAloneWhenNobodyIsLikelierThanNot) {
  std::vector<Draft> drafts = {rejection()};
  const auto model = model_that_says(drafts[0].kind.type, features_of_pair(0, 5), 0);
  complete(model, drafts);
  EXPECT_TRUE(drafts[0].recipient.empty());
}

TEST_F(CompletionTest, NeverTakesThePlaceWhereItHappened) {
  std::vector<Draft> drafts = {rejection()};
  const auto model = model_that_says(drafts[0].kind.type, features_of_pair(0, 7), 100);
  complete(model, drafts);
  EXPECT_TRUE(drafts[0].recipient.empty() || drafts[0].recipient[0].entity->code != "FRA");
}

TEST_F(CompletionTest, RevivesNoDraftThatIsDeadForAnotherReason) {
  std::vector<Draft> drafts = {rejection()};
  drafts[0].why_not = "an operator takes it away";
  const auto model = model_that_says(drafts[0].kind.type, features_of_pair(0, 5), 100);
  complete(model, drafts);
  EXPECT_FALSE(drafts[0].alive());
  EXPECT_TRUE(drafts[0].recipient.empty());
}

}  // namespace
}  // namespace attache::coding
