#pragma once
/// From keys to the documents that have them, the newest first.

#include <cstddef>
#include <cstdint>
#include <vector>

namespace attache::stories {

/// One day's documents under their keys. Grows, never shrinks. The order in which documents were added is all that its answers depend on.
class PostingIndex {
 public:
  void add(std::uint64_t key, std::uint32_t document) {
    if (4 * (used_ + 1) > 3 * slots_.size()) grow();
    Slot& slot = slots_[place_of(half_of(key))];
    if (slot.newest == none) {
      slot.key = half_of(key);
      ++used_;
    }
    postings_.push_back({document, slot.newest});
    slot.newest = static_cast<std::uint32_t>(postings_.size() - 1);
  }

  /// Asks the processor for the key's place, before it is visited: keys lie anywhere in memory.
  void expect(std::uint64_t key) const {
    if (!slots_.empty()) __builtin_prefetch(&slots_[static_cast<std::size_t>(half_of(key)) & (slots_.size() - 1)]);
  }

  /// Calls `visit(document)` for at most `most` documents with the key.
  template <typename Visit>
  void visit(std::uint64_t key, std::size_t most, const Visit& visit) const {
    if (slots_.empty()) return;
    std::uint32_t posting = slots_[place_of(half_of(key))].newest;
    for (; posting != none && most > 0; --most, posting = postings_[posting].older) visit(postings_[posting].document);
  }

 private:
  static constexpr std::uint32_t none = UINT32_MAX;
  /// Half of a key's bits: two keys taken for one find each other's documents, which are then compared in vain.
  static std::uint32_t half_of(std::uint64_t key) { return static_cast<std::uint32_t>(key >> 32); }

  struct Slot {
    std::uint32_t key = 0;
    std::uint32_t newest = none;
  };
  struct Posting {
    std::uint32_t document;
    std::uint32_t older;
  };

  /// Where the key stands, or the free slot for it. There is always a free one.
  std::size_t place_of(std::uint32_t key) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t place = static_cast<std::size_t>(key) & mask;
    while (slots_[place].newest != none && slots_[place].key != key) place = (place + 1) & mask;
    return place;
  }

  void grow() {
    std::vector<Slot> old(slots_.empty() ? 64 : 2 * slots_.size());
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.newest != none) slots_[place_of(slot.key)] = slot;
    }
  }

  std::vector<Slot> slots_;  ///< A power of two, at most three quarters full.
  std::vector<Posting> postings_;
  std::size_t used_ = 0;
};

}  // namespace attache::stories
