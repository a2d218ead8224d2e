#pragma once
/// Closed lists of lower-case words, sorted by the compiler and searched whatever the case of the word looked up.

#include "language/characters.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace attache::language {

template <std::size_t size>
class WordList {
 public:
  constexpr explicit WordList(const std::string_view (&words)[size]) {
    std::copy(std::begin(words), std::end(words), words_.begin());
    std::sort(words_.begin(), words_.end());
    for (const std::string_view word : words_) {
      longest_ = std::max(longest_, word.size());
      if (!word.empty()) shapes_[word.size() % 32] |= first_letter(word.front());
    }
  }

  /// True when the word, with its ASCII letters in lower case, is in the list.
  bool contains(std::string_view word) const {
    std::array<char, 24> lower;
    // Nearly all words asked for are in no list, and most of those begin like none of its words of their length.
    if (word.empty() || word.size() > longest_ || word.size() > lower.size()) return false;
    if (!(shapes_[word.size() % 32] & first_letter(lower_ascii(word.front())))) return false;
    std::transform(word.begin(), word.end(), lower.begin(), lower_ascii);
    return std::binary_search(words_.begin(), words_.end(), std::string_view(lower.data(), word.size()));
  }

 private:
  /// A bit for the letter; other characters share theirs with some letter.
  static constexpr std::uint32_t first_letter(char c) { return 1u << (static_cast<unsigned char>(c) % 32); }

  std::array<std::string_view, size> words_{};
  std::array<std::uint32_t, 32> shapes_{};  ///< By length, the first letters that words of it have.
  std::size_t longest_ = 0;
};

/// A list of lower-case words, none longer than 24 bytes.
template <std::size_t size>
constexpr WordList<size> word_list(const std::string_view (&words)[size]) {
  return WordList<size>(words);
}

}  // namespace attache::language
