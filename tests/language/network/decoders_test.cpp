/// The fast decoders against ones that try every possibility.

#include "language/network/name_decoder.h"
#include "language/network/tree_decoder.h"

#include <gtest/gtest.h>

#include <random>

namespace attache::language {
namespace {

/// The score of heads that form a tree with one root, or nothing.
std::optional<double> score_of(const std::vector<std::int32_t>& heads, const std::vector<float>& scores) {
  const auto words = static_cast<std::int32_t>(heads.size());
  int roots = 0;
  double sum = 0;
  for (std::int32_t i = 0; i < words; ++i) {
    if (heads[i] == i) return std::nullopt;
    roots += heads[i] == -1;
    sum += static_cast<double>(scores[static_cast<std::size_t>(i * (words + 1) + heads[i] + 1)]);
    std::int32_t at = i;
    for (std::int32_t step = 0; at >= 0; ++step, at = heads[at]) {
      if (step > words) return std::nullopt;
    }
  }
  if (roots != 1) return std::nullopt;
  return sum;
}

/// The tree, from each word's best head.
std::vector<std::int32_t> tree_of(const std::vector<float>& scores, std::size_t words) {
  std::vector<std::int32_t> best(words, -1);
  for (std::size_t d = 0; d < words; ++d) {
    const float* row = scores.data() + d * (words + 1);
    for (std::size_t h = 0; h <= words; ++h) {
      if (h != d + 1 && row[h] > row[best[d] + 1]) best[d] = static_cast<std::int32_t>(h) - 1;
    }
  }
  return decode_tree(scores, best);
}

TEST(TreeDecoder, FindsTheBestOfAllTrees) {
  std::mt19937 random(3);
  for (int round = 0; round < 2000; ++round) {
    const std::size_t words = 1 + random() % 5;
    std::vector<float> scores(words * (words + 1));
    // Few different values make ties and cycles common.
    for (float& score : scores) score = static_cast<float>(random() % (round % 2 == 0 ? 5 : 1000)) * 0.25f;
    std::vector<std::int32_t> heads(words, -1);
    double best = -1;
    while (true) {
      if (const auto score = score_of(heads, scores)) best = std::max(best, *score);
      std::size_t digit = 0;
      while (digit < words && ++heads[digit] == static_cast<std::int32_t>(words)) heads[digit++] = -1;
      if (digit == words) break;
    }
    const auto found = score_of(tree_of(scores, words), scores);
    ASSERT_TRUE(found.has_value()) << "no tree, round " << round;
    EXPECT_NEAR(*found, best, 1e-6) << "round " << round;
  }
}

TEST(TreeDecoder, LongSentencesOfEqualScoresGiveATree) {
  const std::size_t words = 320;
  const std::vector<float> scores(words * (words + 1), 1.0f);
  EXPECT_TRUE(score_of(tree_of(scores, words), scores).has_value());
}

TEST(NameDecoder, FindsTheBestOfAllAllowedSequences) {
  std::mt19937 random(4);
  for (int round = 0; round < 300; ++round) {
    const std::size_t words = 1 + random() % 4;
    std::vector<NameScores> scores(words);
    for (auto& row : scores) {
      for (float& score : row) score = static_cast<float>(random() % 100);
    }
    std::size_t sequences = 1;
    for (std::size_t i = 0; i < words; ++i) sequences *= kNameTags;
    float best = -1;
    for (std::size_t code = 0; code < sequences; ++code) {
      float sum = 0;
      bool allowed = true;
      std::size_t before = 0, rest = code;
      for (std::size_t i = 0; i < words; ++i, rest /= kNameTags) {
        const std::size_t tag = rest % kNameTags;
        allowed = allowed && (tag == 0 || tag % 2 == 1 || before == tag || before + 1 == tag);
        sum += scores[i][tag];
        before = tag;
      }
      if (allowed) best = std::max(best, sum);
    }
    const auto found = decode_names(scores, NameTransitions{});
    float sum = 0;
    std::size_t before = 0;
    for (std::size_t i = 0; i < words; ++i) {
      EXPECT_TRUE(found[i] == 0 || found[i] % 2 == 1 || before == found[i] || before + 1 == found[i]);
      sum += scores[i][found[i]];
      before = found[i];
    }
    EXPECT_EQ(sum, best);
  }
}

}  // namespace
}  // namespace attache::language
