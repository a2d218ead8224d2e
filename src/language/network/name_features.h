#pragma once
/// What the names' linear model knows of a word in its sentence, as rows of its table. Training computes the same (training/name_features.py).

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace attache::language {

/// Hashes of a word form: CRC-32 of its parts, so that Python's zlib gives the same.
struct WordHashes {
  std::uint32_t form = 0;    ///< Of "1" and the lower-cased form.
  std::uint32_t shape = 0;   ///< "Xxx-xxx" for "Beijing-based".
  std::uint32_t prefix = 0;  ///< Three letters, in lower case.
  std::uint32_t suffix = 0;
  bool capital = false;      ///< It has one.
};

/// CRC-32.
std::uint32_t text_hash(std::string_view text);

WordHashes hashes_of(std::string_view form);

/// A word as the features see it, once its sentence has a tree.
struct TaggedWord {
  WordHashes hashes;
  std::uint32_t tag = 0;       ///< CRC-32 of its UPOS.
  std::uint32_t relation = 0;  ///< CRC-32 of its relation.
  std::int32_t head = -1;      ///< -1 for the root.
};

/// The lexicon's names, in the hashes of their lower-cased words: a sorted list with the kinds of each.
struct NameList {
  std::span<const std::uint32_t> hashes;  ///< Ascending.
  std::span<const std::uint8_t> kinds;    ///< Bits: person, organisation, place; part of a person's name behind or before; demonym.

  /// For each word a number that says of which names it is a part: two bits for each kind of whole name (1 alone, 2 first, 3 behind the
  /// first), the longest name from the left, then one each for surnames, forenames and demonyms.
  std::vector<std::uint32_t> marks(std::span<const TaggedWord> words) const;
};

constexpr std::size_t kNameTemplates = 35;
/// Rows that the features are hashed into; as many again hold what only the program's own notion of a name says of some of them.
constexpr std::uint32_t kNameRows = 1u << 17;
/// Templates of which both are asked.
constexpr std::array<std::size_t, 6> kOwnTemplates = {0, 1, 2, 8, 14, 17};

/// Rows of one word's features.
using NameRows = std::array<std::uint32_t, kNameTemplates + kOwnTemplates.size()>;

/// A run of words that may belong to names: each has a capital or is within two words of one that has.
struct NameRun {
  std::size_t first = 0;      ///< Its first word.
  std::size_t first_row = 0;  ///< Of that word, in `NameRuns::rows`.
  std::size_t count = 0;      ///< Words.
};

/// The runs of a sentence, in order. Words outside them belong to no name.
struct NameRuns {
  std::vector<NameRun> runs;
  std::vector<NameRows> rows;  ///< Of each word of the runs.
};

/// Fills `found` anew.
void find_name_runs(std::span<const TaggedWord> words, const NameList& lexicon, NameRuns& found);

}  // namespace attache::language
