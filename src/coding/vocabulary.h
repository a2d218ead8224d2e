#pragma once
/// The words that triggers and conditions are made of, as numbers: matching compares numbers, not text.

#include "base/hash.h"
#include "coding/archive.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
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
    return ids_.emplace(words_.back(), static_cast<WordId>(words_.size())).first->second;
  }

  /// `unknown_word` when no trigger or condition uses it.
  WordId find(std::string_view word) const {
    const auto found = ids_.find(word);
    return found == ids_.end() ? unknown_word : found->second;
  }

  std::string_view word(WordId id) const { return id == unknown_word ? std::string_view{} : std::string_view{words_[id - 1]}; }
  std::size_t size() const { return words_.size(); }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const { return static_cast<std::size_t>(stable_hash(word)); }
  };

  friend void fields(ArchiveWriter& archive, Vocabulary& vocabulary) { archive(vocabulary.words_); }
  friend void fields(ArchiveReader& archive, Vocabulary& vocabulary) {
    std::vector<std::string> words;
    archive(words);
    for (const auto& word : words) vocabulary.add(word);
  }

  std::vector<std::string> words_;
  std::unordered_map<std::string, WordId, Hash, std::equal_to<>> ids_;
};

}  // namespace attache::coding
