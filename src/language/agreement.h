#pragma once
/// Agreement of a system with a gold standard, and how sure it is.

#include <cstdint>
#include <span>
#include <utility>

namespace attache {

/// Agreement on one sort of unit.
struct Agreement {
  std::uint64_t gold = 0;
  std::uint64_t system = 0;
  std::uint64_t correct = 0;

  double precision() const { return system == 0 ? 0 : static_cast<double>(correct) / static_cast<double>(system); }
  double recall() const { return gold == 0 ? 0 : static_cast<double>(correct) / static_cast<double>(gold); }
  double f1() const { return gold + system == 0 ? 0 : 2 * static_cast<double>(correct) / static_cast<double>(gold + system); }
  Agreement& operator+=(const Agreement& other);
};

/// The 2.5th and 97.5th percentile of F1 over 1,000 resampled sets of sentences (Efron's bootstrap), with a fixed seed.
std::pair<double, double> confidence_interval(std::span<const Agreement> sentences);

}  // namespace attache
