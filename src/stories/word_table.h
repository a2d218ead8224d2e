#pragma once
/// Closed lists of words, found by hash: nearly every word that is asked for is in none of them.

#include "base/hash.h"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace attache::stories {

/// A list's entry that says nothing more than its word.
struct ListedWord {
  std::string_view word;
};

/// Entries with a `word` each, hashed by the compiler. Each word stands once.
template <typename Entry, std::size_t size>
class WordTable {
 public:
  constexpr explicit WordTable(const std::array<Entry, size>& entries) : entries_(entries) {
    for (std::size_t i = 0; i < size; ++i) {
      std::size_t slot = stable_hash(entries[i].word) % kSlots;
      while (slots_[slot] != 0) slot = (slot + 1) % kSlots;
      slots_[slot] = static_cast<std::uint16_t>(i + 1);
    }
  }

  /// The word's entry; nullptr for a word that is not in the list. `hash` is the word's `stable_hash`.
  const Entry* find(std::string_view word, std::uint64_t hash) const {
    for (std::size_t slot = hash % kSlots; slots_[slot] != 0; slot = (slot + 1) % kSlots) {
      const Entry& entry = entries_[slots_[slot] - 1];
      if (entry.word == word) return &entry;
    }
    return nullptr;
  }
  bool contains(std::string_view word, std::uint64_t hash) const { return find(word, hash) != nullptr; }

 private:
  static constexpr std::size_t kSlots = std::bit_ceil(4 * size);

  std::array<Entry, size> entries_;
  std::array<std::uint16_t, kSlots> slots_{};  ///< Number of an entry, from 1; 0 where none is.
};

/// The words of a list.
template <std::size_t size>
constexpr WordTable<ListedWord, size> listed_words(const std::string_view (&words)[size]) {
  std::array<ListedWord, size> entries;
  for (std::size_t i = 0; i < size; ++i) entries[i].word = words[i];
  return WordTable<ListedWord, size>(entries);
}

}  // namespace attache::stories
