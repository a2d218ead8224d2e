#include "knowledge/scores/tally.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace attache::knowledge {

std::pair<double, double> wilson_interval(std::uint64_t right, std::uint64_t asked) {
  if (asked == 0) return {0, 1};
  constexpr double z = 1.959964;  // the normal distribution's 97.5 % point
  const double n = static_cast<double>(asked), share = static_cast<double>(right) / n;
  const double middle = (share + z * z / (2 * n)) / (1 + z * z / n);
  const double half = z / (1 + z * z / n) * std::sqrt(share * (1 - share) / n + z * z / (4 * n * n));
  return {std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

Tally& TallyTable::of(const std::string& name) {
  const auto found = std::find_if(rows_.begin(), rows_.end(), [&](const auto& row) { return row.first == name; });
  if (found != rows_.end()) return found->second;
  return rows_.emplace_back(name, Tally{}).second;
}

std::string TallyTable::to_text() const {
  std::string text = fmt::format("{:<28}{:>8}{:>10}{:>8}{:>10}{:>16}\n", "class", "asked", "answered", "right", "right %", "95 % interval");
  for (const auto& [name, tally] : rows_) {
    const auto [low, high] = wilson_interval(tally.right, tally.asked);
    text += fmt::format("{:<28}{:>8}{:>10}{:>8}{:>10.1f}{:>16}\n", name, tally.asked, tally.answered, tally.right, 100 * tally.share_right(),
                        fmt::format("{:.1f}–{:.1f}", 100 * low, 100 * high));
  }
  return text;
}

}  // namespace attache::knowledge
