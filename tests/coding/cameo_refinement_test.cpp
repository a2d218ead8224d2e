#include "coding/cameo_refinement.h"

#include "coding/frame_lexicon.h"

#include <gtest/gtest.h>

namespace attache::coding {
namespace {

struct Case {
  const char* base;
  const char* inner;
  const char* refined;
};

/// Numbers as in the CAMEO manual.
TEST(CameoRefinement, WordsAreDividedLikeTheDeeds) {
  const auto lexicon = FrameLexicon::read(std::string(ATTACHE_SOURCE_DIR) + "/lexicon");
  ASSERT_TRUE(lexicon);
  const Case cases[] = {{"103", "072", "1032"},   // a demand for military aid
                        {"033", "073", "0333"},   // a promise of humanitarian aid
                        {"101", "061", "1011"},   // a demand for economic cooperation
                        {"105", "0841", "1053"},  // a demand to release somebody
                        {"035", "0871", "0356"},  // a promise to stop fighting
                        {"104", "0831", "1041"},  // a demand for another leader
                        {"138", "193", "1384"},   // a threat of attack
                        {"138", "183", "1383"},   // a threat of bombs
                        {"035", "0834", "0344"},  // a promise to yield to a demand for a new constitution
                        {"124", "0841", "1243"},  // a refusal to release somebody
                        {"123", "1041", "1231"},  // a refused demand for another leader
                        {"138", "191", "1381"},   // a threat to blockade
                        {"132", "1723", "1323"},  // a threat of a curfew
                        {"105", "072", "105"},    // nothing that is yielded
                        {"112", "072", "112"}};   // no words of these kinds
  for (const Case& one : cases) EXPECT_EQ(cameo_over(lexicon->cameo_detail(), one.base, one.inner, lexicon->ontology()), one.refined) << one.base << " over " << one.inner;
}

}  // namespace
}  // namespace attache::coding
