#include <attache/sentence.h>

#include <gtest/gtest.h>

namespace attache {
namespace {

TEST(Relations, EveryNameReadsBackAsItself) {
  for (int i = 0; i <= static_cast<int>(Relation::other); ++i) {
    const auto relation = static_cast<Relation>(i);
    EXPECT_EQ(relation_from(name_of(relation)), relation) << name_of(relation);
  }
}

TEST(Relations, UnknownSubtypeFallsBackToItsMainRelation) {
  EXPECT_EQ(relation_from("nmod:npmod"), Relation::nmod);
  EXPECT_EQ(relation_from("nonsense"), Relation::other);
  EXPECT_EQ(relation_from("nonsense:sub"), Relation::other);
}

}  // namespace
}  // namespace attache
