#pragma once
/// The keys of the word tree and of the misspelling index, shared by builder and reader.

#include "base/hash.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace attache::knowledge {

/// The key of the edge that a word leads along from a node. Never 0. Two edges of one lexicon have one key with a chance of less than 1 in 10⁸.
constexpr std::uint64_t word_edge_key(std::uint32_t node, std::uint64_t word) {
  std::uint64_t key = word ^ (static_cast<std::uint64_t>(node) * 0x9e3779b97f4a7c15u);
  key = (key ^ (key >> 32)) * 0xd6e8feb86659fd93u;
  key ^= key >> 32;
  return key == 0 ? 1 : key;
}

/// Under which the holders of an office are found.
inline std::uint64_t holder_key(std::string_view office, std::string_view code) { return stable_hash(office) * 31 + stable_hash(code); }

/// Two words within one edit of each other share the word itself or a word that leaves out one letter: a change leaves
/// out the changed letter of both, a swap one of the two letters of each.
template <typename Give>
void for_each_deletion(std::string_view word, Give give) {
  give(word);
  std::string shorter;
  for (std::size_t i = 0; i < word.size(); ++i) {
    shorter.assign(word.substr(0, i));
    shorter += word.substr(i + 1);
    give(std::string_view(shorter));
  }
}

/// Into how many buckets so many spellings are cut by the first bits of their hashes: about four lie in each.
constexpr std::size_t spelling_buckets(std::size_t spellings) { return std::bit_ceil(std::max<std::size_t>(spellings / 4, 1)); }

/// The bucket of a hash; `buckets` is a power of two.
constexpr std::size_t spelling_bucket(std::uint32_t hash, std::size_t buckets) { return (std::uint64_t{hash} * buckets) >> 32; }

inline std::uint32_t spelling_hash(std::string_view word) { return static_cast<std::uint32_t>(stable_hash(word, 1) >> 32); }

}  // namespace attache::knowledge
