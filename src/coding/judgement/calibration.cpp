#include "coding/judgement/calibration.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace attache::coding {
namespace {

/// The logarithm is taken of no less.
constexpr double kSmallest = 1e-12;

/// Mean negative log-likelihood of the right labels at that temperature.
double loss(const std::vector<TypeScores>& logs, std::span<const JudgedPair> pairs, double temperature) {
  double sum = 0;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    TypeScores divided = logs[i];
    for (double& score : divided) score /= temperature;
    to_log_probabilities(divided);
    sum -= divided[static_cast<std::size_t>(pairs[i].type)];
  }
  return sum / static_cast<double>(pairs.size());
}

}  // namespace

Calibration calibrate(std::span<const JudgedPair> pairs) {
  Calibration calibration;
  if (pairs.empty()) return calibration;
  std::vector<TypeScores> logs;
  double right = 0;
  for (const auto& pair : pairs) {
    logs.push_back(pair.scores);
    for (double& score : logs.back()) score = std::log(std::max(kSmallest, score));
    right += std::max_element(pair.scores.begin(), pair.scores.end()) - pair.scores.begin() == static_cast<std::ptrdiff_t>(pair.type) ? 1 : 0;
  }
  // By golden-section search: the loss has one valley.
  constexpr double kGolden = 0.6180339887498949;
  double low = 0.2, high = 5;
  for (int i = 0; i < 60; ++i) {
    const double third = (high - low) * (1 - kGolden);
    if (loss(logs, pairs, low + third) < loss(logs, pairs, high - third)) {
      high -= third;
    } else {
      low += third;
    }
  }
  calibration.temperature = (low + high) / 2;
  calibration.loss = loss(logs, pairs, calibration.temperature);
  calibration.accuracy = right / static_cast<double>(pairs.size());
  return calibration;
}

}  // namespace attache::coding
