#include "coding/judgement/confidence_fit.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace attache::coding {
namespace {

constexpr std::size_t kFewest = 50;
constexpr double kShrinkage = 0.1;
constexpr int kSteps = 30;
constexpr std::size_t kBins = 10;

/// Solves a symmetric positive system in place by Gauss's elimination.
std::vector<double> solve(std::vector<std::vector<double>> matrix, std::vector<double> values) {
  const std::size_t size = values.size();
  for (std::size_t i = 0; i < size; ++i) {
    for (std::size_t k = i + 1; k < size; ++k) {
      const double share = matrix[k][i] / matrix[i][i];
      for (std::size_t j = i; j < size; ++j) matrix[k][j] -= share * matrix[i][j];
      values[k] -= share * values[i];
    }
  }
  for (std::size_t i = size; i-- > 0;) {
    for (std::size_t j = i + 1; j < size; ++j) values[i] -= matrix[i][j] * values[j];
    values[i] /= matrix[i][i];
  }
  return values;
}

struct Observation {
  std::span<const double> evidence;
  bool holds = false;
};

/// Logistic regression by Newton's method.
std::vector<double> fit(const std::vector<Observation>& observations) {
  if (observations.size() < kFewest) return {};
  const std::size_t size = observations.front().evidence.size();
  std::vector<double> weights(size);
  for (int step = 0; step < kSteps; ++step) {
    std::vector<std::vector<double>> curvature(size, std::vector<double>(size));
    std::vector<double> slope(size);
    for (std::size_t i = 0; i < size; ++i) {
      curvature[i][i] = kShrinkage;
      slope[i] = -kShrinkage * weights[i];
    }
    for (const auto& [evidence, holds] : observations) {
      double sum = 0;
      for (std::size_t i = 0; i < size; ++i) sum += weights[i] * evidence[i];
      const double probability = 1 / (1 + std::exp(-sum));
      for (std::size_t i = 0; i < size; ++i) {
        slope[i] += ((holds ? 1 : 0) - probability) * evidence[i];
        for (std::size_t k = 0; k < size; ++k) curvature[i][k] += probability * (1 - probability) * evidence[i] * evidence[k];
      }
    }
    const auto change = solve(std::move(curvature), std::move(slope));
    for (std::size_t i = 0; i < size; ++i) weights[i] += change[i];
  }
  return weights;
}

}  // namespace

ConfidenceWeights fit_confidence(std::span<const GradedEvent> events) {
  std::vector<Observation> telling, resolution;
  for (const auto& event : events) {
    telling.push_back({event.evidence.telling, event.told});
    if (event.told && event.resolved) resolution.push_back({event.evidence.resolution, *event.resolved});
  }
  return {fit(telling), fit(resolution)};
}

std::string confidence_table(std::span<const GradedEvent> events) {
  if (events.empty()) return "no event that the labels speak of\n";
  struct Bin {
    double confidence = 0, right = 0, size = 0;
  };
  std::array<Bin, kBins> bins;
  double all_right = 0;
  for (const auto& event : events) {
    Bin& bin = bins[std::min(kBins - 1, static_cast<std::size_t>(event.confidence * kBins))];
    bin.confidence += event.confidence;
    bin.right += event.right() ? 1 : 0;
    bin.size += 1;
    all_right += event.right() ? 1 : 0;
  }
  double error = 0;
  for (const Bin& bin : bins) error += std::abs(bin.confidence - bin.right);
  const double count = static_cast<double>(events.size());
  std::string table = fmt::format("{} events, {:.3f} right; calibration error {:.4f}\n\nconfidence   mean   right  events\n", events.size(), all_right / count, error / count);
  for (std::size_t i = 0; i < kBins; ++i) {
    const Bin& bin = bins[i];
    if (bin.size > 0) table += fmt::format("{:.1f}–{:.1f}     {:.3f}   {:.3f}  {:6.0f}\n", static_cast<double>(i) / kBins, static_cast<double>(i + 1) / kBins, bin.confidence / bin.size, bin.right / bin.size, bin.size);
  }
  table += "\nat least   right   of the right kept\n";
  for (const double least : {0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8}) {
    double kept = 0, right = 0;
    for (const auto& event : events) {
      if (event.confidence < least) continue;
      kept += 1;
      right += event.right() ? 1 : 0;
    }
    if (kept > 0) table += fmt::format("{:.1f}        {:.3f}   {:.3f}\n", least, right / kept, all_right > 0 ? right / all_right : 0);
  }
  return table;
}

}  // namespace attache::coding
