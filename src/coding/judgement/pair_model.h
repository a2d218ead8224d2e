#pragma once
/// What a pair's features say: which type of event, if any, and which mode. A log-linear model and small networks, whose opinions are averaged.

#include "coding/evidence.h"
#include "coding/judgement/linear_table.h"
#include "coding/judgement/pair_network.h"

#include <attache/error.h>

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace attache::coding {

/// Probabilities of the sixteen types in the ontology's order, then of none.
using TypeScores = std::array<double, event_type_count + 1>;

/// Immutable; one may serve any number of threads.
class PairModel {
 public:
  PairModel() = default;
  /// Without members of the network the linear table decides alone, every pair has an event, and there are no modes.
  PairModel(LinearTable types, PairNetwork network, std::vector<std::string> mode_labels);

  /// Error `internal` when the bytes are no such model.
  static Result<PairModel> open(std::span<const std::byte> image);
  /// The same model gives the same bytes.
  std::string to_image() const;

  /// Probabilities that sum to one.
  TypeScores types(std::span<const Feature> pair) const;
  /// The likeliest mode of that type; empty when that is to have none.
  std::string mode(std::span<const Feature> pair, EventType type) const;

  /// The likelihood of each of one's own types that belong to that type, if an event of that type it is; with the highest first. Mostly empty.
  std::vector<std::pair<std::string, double>> own_types(std::span<const Feature> pair, EventType type) const;
  bool has_own_types() const { return has_own_types_; }

  /// What an event's evidence weighs in its confidence (coding/confidence.h); empty before it was fitted.
  const ConfidenceWeights& evidence_weights() const { return evidence_weights_; }
  void set_evidence_weights(ConfidenceWeights weights) { evidence_weights_ = std::move(weights); }

  /// Calibrates the probabilities (calibration.h).
  void set_temperature(double temperature) { temperature_ = temperature; }

  /// How many features have a weight.
  std::size_t features() const { return types_.features.size(); }

 private:
  void find_own_types();

  LinearTable types_;
  PairNetwork network_;
  std::vector<std::string> mode_labels_;  ///< `COERCE/arrest`; `COERCE/` for no mode; `COERCE:EVICT` for a type of one's own.
  bool has_own_types_ = false;
  double temperature_ = 1;
  ConfidenceWeights evidence_weights_;
};

}  // namespace attache::coding
