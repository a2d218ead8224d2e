#pragma once
/// The cells of a panel while it is counted: found by what they are cut by, each with its sums.

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace attache::store {

/// What panels are cut by at most, time with it.
inline constexpr std::size_t kMostDimensions = 6;
using CellKey = std::array<std::int64_t, kMostDimensions>;

/// Scores of a cell's events, in hundredths.
struct Scores {
  std::int64_t sum = 0;
  std::int64_t count = 0;
  std::vector<std::int32_t> values;  ///< Only where a median is asked for.

  void add(std::int64_t score, bool keep) {
    sum += score;
    ++count;
    if (keep) values.push_back(static_cast<std::int32_t>(score));
  }
  void add(const Scores& other) {
    sum += other.sum;
    count += other.count;
    values.insert(values.end(), other.values.begin(), other.values.end());
  }
};

struct Sums {
  std::int64_t count = 0;
  std::int64_t reports = 0;
  std::array<std::int64_t, 5> quads{};
  Scores scale;
  Scores goldstein;

  void add(const Sums& other);
};

/// Cells by key. Open addressing over one array: the inner loop of every panel.
class PanelCells {
 public:
  PanelCells() : slots_(1024, kFree) {}
  /// The number of the key's cell, made where it is new.
  std::size_t at(const CellKey& key);
  const CellKey& key(std::size_t number) const { return keys_[number]; }
  Sums& sums(std::size_t number) { return sums_[number]; }
  const Sums& sums(std::size_t number) const { return sums_[number]; }
  std::size_t size() const { return keys_.size(); }

 private:
  static constexpr std::uint32_t kFree = UINT32_MAX;
  void grow();

  std::vector<std::uint32_t> slots_;
  std::vector<CellKey> keys_;
  std::vector<Sums> sums_;
};

/// The middle of the values, or the mean of the two in the middle; of none nothing is asked.
double median(std::vector<std::int32_t> values);

}  // namespace attache::store
