#pragma once
/// A small network over a pair's features: one hidden layer of rectifiers, from it one softmax over whether anything happens, one over what it is if so, and one over modes. Several stand side by side, learnt
/// from different beginnings; what they say is the mean of their logarithms.

#include "coding/judgement/linear_table.h"

#include "base/image.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace attache::coding {

/// Weights of all members, one after another. Empty without members: it then says nothing.
struct PairNetwork {
  std::size_t units = 0;             ///< Of one member's hidden layer.
  std::size_t types = 0;             ///< Labels of the first softmax.
  std::size_t modes = 0;             ///< Labels of the second.
  LinearTable first;                 ///< From features to the hidden units of all members.
  std::vector<float> hidden_bias;    ///< One a unit.
  std::vector<float> type_weights;   ///< By unit, then type.
  std::vector<float> type_bias;      ///< By member, then type.
  std::vector<float> event_weights;  ///< Likewise for whether: an event, or none.
  std::vector<float> event_bias;
  std::vector<float> mode_weights;   ///< Likewise for modes.
  std::vector<float> mode_bias;

  std::size_t members() const { return units == 0 ? 0 : hidden_bias.size() / units; }

  /// The hidden units' values for a pair.
  std::vector<double> hidden(std::span<const Feature> pair) const;
  /// Mean over the members of each type's log probability.
  std::vector<double> type_scores(std::span<const double> hidden) const;
  /// Likewise that there is an event, and that there is none.
  std::vector<double> event_scores(std::span<const double> hidden) const;
  /// Likewise each mode's.
  std::vector<double> mode_scores(std::span<const double> hidden) const;

  void add_to(ImageWriter& image) const;
  /// False when the sections are no network, or a damaged one.
  bool read_from(const ImageReader& image);
};

/// Turns scores into the logarithms of the probabilities of their softmax.
void to_log_probabilities(std::span<double> scores);

}  // namespace attache::coding
