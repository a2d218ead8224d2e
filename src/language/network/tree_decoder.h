#pragma once
/// From arc scores to a tree.

#include <cstdint>
#include <span>
#include <vector>

namespace attache::language {

/// The highest-scoring tree with exactly one word under the root, by the algorithm of Chu, Liu and Edmonds.
/// `scores` has for each of `words` dependents a row of words + 1 heads, the root first. Returns for each word its head's index,
/// -1 for the root. Time is at most cubic in the number of words and square when the best heads form a tree, as they mostly do.
std::vector<std::int32_t> decode_tree(std::span<const float> scores, std::size_t words);

}  // namespace attache::language
