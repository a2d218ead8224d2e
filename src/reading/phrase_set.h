#pragma once
/// Lists of phrases that lines are compared with, fast enough for every line of every page.

#include <array>
#include <bitset>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace attache::reading {

/// Phrases in lower case, found whatever the case of a line's ASCII letters. The phrases must outlive the set.
class PhraseSet {
 public:
  /// `phrases`: none shorter than two bytes but those that are only asked for as whole lines.
  explicit PhraseSet(std::span<const std::string_view> phrases);

  /// True when the line is one of the phrases.
  bool is(std::string_view line) const;
  /// True when the line begins with one of the phrases.
  bool begins(std::string_view line) const;
  /// True when one of the phrases is in the line, which takes one pass over it.
  bool is_within(std::string_view line) const;

 private:
  static std::size_t slot_of(unsigned char first, unsigned char second) { return (static_cast<std::size_t>(first) << 8 | second); }

  /// Phrases by their first byte.
  std::array<std::vector<std::string_view>, 256> by_first_;
  std::bitset<65536> beginnings_;  ///< Pairs of bytes that phrases begin with.
};

}  // namespace attache::reading
