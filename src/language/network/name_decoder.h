#pragma once
/// From the scores of name tags to names: begin and inside tags that fit each other.

#include <attache/sentence.h>

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace attache::language {

constexpr std::size_t kNameTags = 7;

/// One word's score for each `NameTag`.
using NameScores = std::array<float, kNameTags>;

/// What it adds that one tag follows another, the earlier tag's row by the later tag.
using NameTransitions = std::array<float, kNameTags * kNameTags>;

/// The best sequence of tags in which "inside" only follows a tag of the same kind (Viterbi). One `NameTag` for each word.
std::vector<std::uint8_t> decode_names(std::span<const NameScores> scores, const NameTransitions& transitions);

}  // namespace attache::language
