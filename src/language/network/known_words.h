#pragma once
/// The words that a thread has met, with what the network knows of each, so that it is computed once.

#include "language/network/name_features.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace attache::language {

/// Words by number, in the order in which they were met. A table of open addressing with linear probing: most words of a text are met again, and to find one
/// should cost one look at memory.
class KnownWords {
 public:
  /// The word's number. One that is not known is taken up behind the others, its vector and hashes still to be filled in. `vector_size` is the same in every call.
  std::uint32_t find_or_add(std::string_view form, std::size_t vector_size);

  std::size_t size() const { return entries_.size(); }
  /// Vectors of successive numbers lie side by side.
  std::uint8_t* vector(std::size_t number) { return vectors_.data() + number * vector_size_; }
  WordHashes& hashes(std::size_t number) { return entries_[number].hashes; }
  std::string_view form(std::size_t number) const { return std::string_view(text_).substr(entries_[number].offset, entries_[number].length); }

  /// Forgets all; the memory is kept.
  void clear();

 private:
  struct Entry {
    std::uint64_t hash = 0;
    std::size_t offset = 0;  ///< Of the form in `text_`.
    std::size_t length = 0;
    WordHashes hashes;
  };

  void grow();

  std::vector<std::uint32_t> slots_;  ///< Numbers plus one; 0 where nothing is. A power of two, at least twice as many as there are words.
  std::vector<Entry> entries_;
  std::vector<std::uint8_t> vectors_;
  std::string text_;
  std::size_t vector_size_ = 0;
};

}  // namespace attache::language
