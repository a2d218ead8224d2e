/// The features of words against those that training computes: `FeatureTable` of training/word_features.py gave these numbers.

#include "language/network/word_features.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>

namespace attache::language {
namespace {

struct Case {
  const char* form;
  std::uint32_t hash;
  std::array<std::uint32_t, 4> affixes;
  std::size_t ngrams;
  std::uint32_t first_ngram, last_ngram;
};

constexpr Case kCases[] = {
    {"the", 2866279468U, {519, 1790, 1224, 951}, 6, 15871, 20448},
    {"Beijing-based", 1885875480U, {355, 160, 2547, 3029}, 36, 5269, 1713},
    {"U.S.", 3969219221U, {770, 3578, 3146, 2111}, 9, 19483, 23681},
    {"1,000", 3585415124U, {662, 3045, 2255, 808}, 12, 15798, 20177},
    {"Élysée", 3671322325U, {95, 2759, 3311, 3326}, 15, 22872, 723},
    {"\u2019s", 2930763213U, {3053, 701, 509, 229}, 3, 2177, 652},
    {"中国", 156705962U, {1027, 3981, 3396, 697}, 3, 8099, 4412},
};

TEST(WordFeatures, AreThoseOfTraining) {
  std::vector<std::uint32_t> hashes, rows;
  for (const Case& c : kCases) hashes.push_back(c.hash);
  std::sort(hashes.begin(), hashes.end());
  for (std::size_t i = 0; i < hashes.size(); ++i) rows.push_back(static_cast<std::uint32_t>(100 + i));
  const FeatureTables tables{hashes, rows, 4000, 24000};
  for (const Case& c : kCases) {
    const auto features = features_of(c.form, tables);
    EXPECT_EQ(features.form, 100 + static_cast<std::uint32_t>(std::find(hashes.begin(), hashes.end(), c.hash) - hashes.begin())) << c.form;
    EXPECT_TRUE(std::equal(c.affixes.begin(), c.affixes.end(), features.affix)) << c.form;
    ASSERT_EQ(features.ngrams.size(), c.ngrams) << c.form;
    EXPECT_EQ(features.ngrams.front(), c.first_ngram) << c.form;
    EXPECT_EQ(features.ngrams.back(), c.last_ngram) << c.form;
  }
}

TEST(WordFeatures, UnknownWordsHaveNoRow) {
  const FeatureTables nothing{{}, {}, 4000, 24000};
  EXPECT_EQ(features_of("the", nothing).form, kUnknownForm);
  EXPECT_EQ(features_of("", nothing).ngrams.size(), 1u);
}

TEST(WordFeatures, AreBoundedForAnyForm) {
  const FeatureTables tables{{}, {}, 7, 11};
  for (const std::string& form : {std::string(100'000, 'x'), std::string("\xFF\xFE"), std::string("\xED\xA0\x80"), std::string(1, '\0')}) {
    const auto features = features_of(form, tables);
    EXPECT_LE(features.ngrams.size(), 40u);
    for (const auto ngram : features.ngrams) EXPECT_LT(ngram, 11u);
    for (const auto affix : features.affix) EXPECT_LT(affix, 7u);
  }
}

}  // namespace
}  // namespace attache::language
