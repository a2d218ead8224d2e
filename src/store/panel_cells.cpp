#include "store/panel_cells.h"

#include "base/key_set.h"

#include <algorithm>

namespace attache::store {
namespace {

std::size_t hash_of(const CellKey& key) {
  std::uint64_t hash = 0;
  for (const auto part : key) hash = mixed(hash, static_cast<std::uint64_t>(part));
  return static_cast<std::size_t>(hash);
}

}  // namespace

void Sums::add(const Sums& other) {
  count += other.count;
  reports += other.reports;
  for (std::size_t i = 0; i < quads.size(); ++i) quads[i] += other.quads[i];
  scale.add(other.scale);
  goldstein.add(other.goldstein);
}

std::size_t PanelCells::at(const CellKey& key) {
  const auto mask = slots_.size() - 1;
  auto slot = hash_of(key) & mask;
  for (; slots_[slot] != kFree; slot = (slot + 1) & mask) {
    if (keys_[slots_[slot]] == key) return slots_[slot];
  }
  slots_[slot] = static_cast<std::uint32_t>(keys_.size());
  keys_.push_back(key);
  sums_.emplace_back();
  if (keys_.size() * 2 > slots_.size()) grow();
  return keys_.size() - 1;
}

void PanelCells::grow() {
  slots_.assign(slots_.size() * 2, kFree);
  const auto mask = slots_.size() - 1;
  for (std::size_t number = 0; number < keys_.size(); ++number) {
    auto slot = hash_of(keys_[number]) & mask;
    while (slots_[slot] != kFree) slot = (slot + 1) & mask;
    slots_[slot] = static_cast<std::uint32_t>(number);
  }
}

double median(std::vector<std::int32_t> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  if (values.size() % 2 == 1) return *middle;
  return (static_cast<double>(*middle) + *std::max_element(values.begin(), middle)) / 2;
}

}  // namespace attache::store
