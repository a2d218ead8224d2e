#pragma once
/// The words that triggers and conditions are made of, as numbers: matching compares numbers, not text.

#include "base/hash.h"
#include "coding/archive.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace attache::coding {

using WordId = std::uint32_t;
inline constexpr WordId unknown_word = 0;

/// Lower-cased words with ids from 1 in the order in which they were added.
class Vocabulary {
 public:
  WordId add(std::string_view word) {
    if (const WordId known = find(word); known != unknown_word) return known;
    words_.emplace_back(word);
    const auto id = static_cast<WordId>(words_.size());
    if (words_.size() * 2 > slots_.size()) {
      slots_.assign(std::max<std::size_t>(64, slots_.size() * 2), {});
      for (WordId each = 1; each < id; ++each) put(each);
    }
    put(id);
    return id;
  }

  /// `unknown_word` when no trigger or condition uses it.
  WordId find(std::string_view word) const {
    if (slots_.empty()) return unknown_word;
    const std::uint64_t hash = stable_hash(word);
    for (std::size_t at = hash & (slots_.size() - 1); slots_[at].id != unknown_word; at = (at + 1) & (slots_.size() - 1)) {
      if (slots_[at].tag == tag_of(hash) && words_[slots_[at].id - 1] == word) return slots_[at].id;
    }
    return unknown_word;
  }

  /// Of the word in lower case, without allocating; words beyond ASCII's capitals keep their case, as no entry has them.
  WordId find_lower(std::string_view word) const {
    char lower[48];
    if (word.size() > sizeof lower) return unknown_word;
    for (std::size_t i = 0; i < word.size(); ++i) {
      const char c = word[i];
      lower[i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return find({lower, word.size()});
  }

  std::string_view word(WordId id) const { return id == unknown_word ? std::string_view{} : std::string_view{words_[id - 1]}; }
  std::size_t size() const { return words_.size(); }

 private:
  /// A table of open addresses, at most half full, in which nearly every word of a text is looked up twice.
  struct Slot {
    std::uint32_t tag = 0;  ///< The half of the hash that does not choose the slot.
    WordId id = unknown_word;
  };
  static std::uint32_t tag_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32); }

  void put(WordId id) {
    const std::uint64_t hash = stable_hash(words_[id - 1]);
    std::size_t at = hash & (slots_.size() - 1);
    while (slots_[at].id != unknown_word) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = {tag_of(hash), id};
  }

  friend void fields(ArchiveWriter& archive, Vocabulary& vocabulary) { archive(vocabulary.words_); }
  friend void fields(ArchiveReader& archive, Vocabulary& vocabulary) {
    std::vector<std::string> words;
    archive(words);
    for (const auto& word : words) vocabulary.add(word);
  }

  std::vector<std::string> words_;
  std::vector<Slot> slots_;  ///< As many as a power of two.
};

}  // namespace attache::coding
