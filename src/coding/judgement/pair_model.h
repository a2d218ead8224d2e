#pragma once
/// A log-linear model over a pair's features: which type of event, if any, and which mode.

#include "coding/judgement/pair_features.h"

#include <attache/error.h>

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace attache::coding {

/// Probabilities of the sixteen types in the ontology's order, then of none.
using TypeScores = std::array<double, event_type_count + 1>;

/// Weights of one softmax: rows of labels, one row a feature. Kept as bytes with one scale a label.
struct LinearTable {
  std::size_t labels = 0;
  std::vector<Feature> features;        ///< Sorted.
  std::vector<std::int8_t> weights;     ///< `labels` for each feature.
  std::vector<float> scales;            ///< One a label.

  /// Adds each known feature's row, scaled by one over the root of the number of features; `scores` has one place a label.
  void score(std::span<const Feature> pair, std::span<double> scores) const;
};

/// Immutable; one may serve any number of threads.
class PairModel {
 public:
  PairModel() = default;
  PairModel(LinearTable types, LinearTable modes, std::vector<std::string> mode_labels, double temperature);

  /// Error `internal` when the bytes are no such model.
  static Result<PairModel> open(std::span<const std::byte> image);
  /// The same model gives the same bytes.
  std::string to_image() const;

  /// Probabilities that sum to one, calibrated on held-out pairs.
  TypeScores types(std::span<const Feature> pair) const;
  /// The likeliest mode of that type; empty when that is to have none.
  std::string mode(std::span<const Feature> pair, EventType type) const;

 private:
  LinearTable types_;
  LinearTable modes_;
  std::vector<std::string> mode_labels_;  ///< `COERCE/arrest`; `COERCE/` for no mode.
  double temperature_ = 1;
};

}  // namespace attache::coding
