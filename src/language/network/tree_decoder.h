#pragma once
/// From arc scores to a tree.

#include <cstdint>
#include <span>
#include <vector>

namespace attache::language {

/// The highest-scoring tree with exactly one word under the root, by the algorithm of Chu, Liu and Edmonds.
/// `scores` has for each of the words a row of words + 1 heads, the root first; `best` the head with the highest score of each word, itself left out, by its
/// index, -1 for the root; of equals the first. Returns for each word its head's index, -1 for the root. Time is at most cubic in the number of words and square when the best heads form a tree, as they mostly do.
std::vector<std::int32_t> decode_tree(std::span<const float> scores, std::span<const std::int32_t> best);

}  // namespace attache::language
