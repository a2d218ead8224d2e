#pragma once
/// Counting right answers by class, with intervals.

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace attache::knowledge {

/// How often a class was asked for, answered and answered rightly.
struct Tally {
  std::uint64_t asked = 0;
  std::uint64_t answered = 0;
  std::uint64_t right = 0;

  /// Right answers among all that were asked for: what was not found counts as wrong.
  double share_right() const { return asked == 0 ? 0 : static_cast<double>(right) / static_cast<double>(asked); }
};

/// Wilson's 95 % interval of a share of right answers.
std::pair<double, double> wilson_interval(std::uint64_t right, std::uint64_t asked);

/// Tallies in the order in which their classes were first met.
class TallyTable {
 public:
  Tally& of(const std::string& name);
  /// A line a class: name, asked, answered, right, percent right of those asked, and its interval.
  std::string to_text() const;

 private:
  std::vector<std::pair<std::string, Tally>> rows_;
};

}  // namespace attache::knowledge
