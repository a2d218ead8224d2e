#pragma once
/// A set of 64-bit keys that are only ever added: what has been counted already.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace attache {

/// Keys mixed into one, so that pairs of small numbers are spread and none stands for another.
inline std::uint64_t mixed(std::uint64_t key, std::uint64_t more) {
  key = key * 0x94d049bb133111ebU + more + 1;
  key = (key ^ (key >> 30)) * 0xbf58476d1ce4e5b9U;
  return key ^ (key >> 27);
}

/// Open addressing: several times as fast as the standard library's set.
class KeySet {
 public:
  KeySet() : slots_(kSmallest) {}

  /// True when the key was not there before.
  bool add(std::uint64_t key) {
    // An empty slot is 0, so that 0 itself needs a place of its own.
    if (key == 0) return !std::exchange(zero_, true);
    if ((count_ + 1) * 2 > slots_.size()) grow();
    if (!place(key)) return false;
    ++count_;
    return true;
  }

  /// Forgets all keys and keeps the room for as many, unless there was far more of it than needed.
  void clear() {
    if (count_ * 64 < slots_.size() && slots_.size() > kSmallest) slots_.resize(slots_.size() / 2);
    std::fill(slots_.begin(), slots_.end(), 0);
    count_ = 0;
    zero_ = false;
  }
  std::size_t size() const { return count_ + (zero_ ? 1 : 0); }

 private:
  static constexpr std::size_t kSmallest = 64;

  bool place(std::uint64_t key) {
    const auto mask = slots_.size() - 1;
    auto at = (key * 0x9e3779b97f4a7c15U >> 20) & mask;
    for (; slots_[at] != 0; at = (at + 1) & mask) {
      if (slots_[at] == key) return false;
    }
    slots_[at] = key;
    return true;
  }

  void grow() {
    std::vector<std::uint64_t> before(slots_.size() * 2);
    before.swap(slots_);
    for (const auto key : before) {
      if (key != 0) place(key);
    }
  }

  std::vector<std::uint64_t> slots_;
  std::size_t count_ = 0;
  bool zero_ = false;
};

}  // namespace attache
