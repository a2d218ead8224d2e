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
  /// `phrases`: sets of phrases of three bytes and more are the fast ones.
  explicit PhraseSet(std::span<const std::string_view> phrases);

  /// True when the line is one of the phrases.
  bool is(std::string_view line) const;
  /// True when the line begins with one of the phrases.
  bool begins(std::string_view line) const;
  /// True when one of the phrases is in the line, which takes one pass over it.
  bool is_within(std::string_view line) const;

 private:
  static constexpr std::size_t kPlaces = 4096;

  /// Where what begins with the three bytes has its place, whatever the case.
  static std::size_t place_of(char first, char second, char third) {
    const auto lower = [](char c) { return static_cast<std::size_t>(static_cast<unsigned char>(c) | 0x20); };
    return ((lower(first) * 41 + lower(second)) * 43 + lower(third)) % kPlaces;
  }

  bool begins_at(std::string_view rest) const;

  /// Phrases by their first byte.
  std::array<std::vector<std::string_view>, 256> by_first_;
  std::bitset<kPlaces> beginnings_;  ///< Places of the first bytes of phrases of three and more.
  bool has_short_ = false;           ///< There are phrases of fewer.
};

}  // namespace attache::reading
