#include "language/network/name_decoder.h"

namespace attache::language {
namespace {

/// Even tags but 0 are "inside"; each follows its "begin", one less, or itself.
bool may_follow(std::size_t before, std::size_t tag) {
  const bool inside = tag != 0 && tag % 2 == 0;
  return !inside || before == tag || before + 1 == tag;
}

}  // namespace

std::vector<std::uint8_t> decode_names(std::span<const NameScores> scores, const NameTransitions& transitions) {
  static_assert(static_cast<int>(NameTag::begin_person) == 1 && static_cast<int>(NameTag::inside_place) == 6);
  std::vector<std::uint8_t> tags(scores.size());
  if (scores.empty()) return tags;
  std::vector<std::array<std::uint8_t, kNameTags>> came_from(scores.size());
  NameScores best = scores.front();
  for (std::size_t tag = 2; tag < kNameTags; tag += 2) best[tag] = -1e30f;
  for (std::size_t i = 1; i < scores.size(); ++i) {
    NameScores next{};
    for (std::size_t tag = 0; tag < kNameTags; ++tag) {
      std::size_t from = 0;
      float reached = -1e30f;
      for (std::size_t before = 0; before < kNameTags; ++before) {
        const float score = best[before] + transitions[before * kNameTags + tag];
        if (may_follow(before, tag) && score > reached) {
          reached = score;
          from = before;
        }
      }
      next[tag] = reached + scores[i][tag];
      came_from[i][tag] = static_cast<std::uint8_t>(from);
    }
    best = next;
  }
  std::size_t tag = 0;
  for (std::size_t other = 1; other < kNameTags; ++other) {
    if (best[other] > best[tag]) tag = other;
  }
  for (std::size_t i = scores.size(); i-- > 0;) {
    tags[i] = static_cast<std::uint8_t>(tag);
    tag = came_from[i][tag];
  }
  return tags;
}

}  // namespace attache::language
