#include "base/key_set.h"

#include <gtest/gtest.h>

namespace attache {
namespace {

TEST(KeySet, PairsOfSmallNumbersAreAllDifferent) {
  KeySet keys;
  for (std::uint64_t cell = 0; cell < 700; ++cell) {
    for (std::uint64_t report = 0; report < 700; ++report) ASSERT_TRUE(keys.add(mixed(cell, report))) << cell << ' ' << report;
  }
  EXPECT_FALSE(keys.add(mixed(3, 500)));
}

TEST(KeySet, CountsEachKeyOnce) {
  KeySet keys;
  for (const std::uint64_t most : {1000U, 3U, 0U, 1U, 5000U}) {
    for (std::uint64_t key = 0; key < most; ++key) {
      EXPECT_TRUE(keys.add(key));
      EXPECT_FALSE(keys.add(key / 2));
    }
    EXPECT_EQ(keys.size(), most);
    keys.clear();
    EXPECT_EQ(keys.size(), 0U);
  }
}

}  // namespace
}  // namespace attache
