#pragma once
/// Learns a pair model from labelled pairs.

#include "coding/judgement/pair_model.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace attache::coding {

/// A pair with its truth.
struct LabelledPair {
  std::vector<Feature> features;         ///< Sorted.
  EventType type = EventType::none;      ///< `none`: nothing happens between the two in that direction.
  std::string mode;                      ///< Empty for none.
  std::string own_type;                  ///< A type of one's own that it is beside its PLOVER type; empty for none.
};

/// Defaults by pairs of the corpus that were judged by models which had not learnt of them.
struct TrainingOptions {
  int epochs = 15;                       ///< Passes over the pairs.
  double rate = 0.2;                     ///< AdaGrad's step.
  double grammar_decay = 1e-3;           ///< Pull towards zero for what grammar and lexicon say.
  double word_decay = 1e-3;              ///< For words, which are many and rare.
  double shared_decay = 1e-4;            ///< For what votes from the same place are worth to whatever type they speak for.
  int members = 5;                       ///< Times that is learnt anew; the mean of all is the model.
  double word_dropout = 0.4;             ///< Share of a pair's words left out in each pass, so that the lexicon's opinion is learnt too.
  int units = 48;                        ///< Of the network's hidden layer, of each member.
  int network_epochs = 14;               ///< Passes over the pairs for each member.
  double network_rate = 0.05;            ///< AdaGrad's step at first; it falls to zero.
  float first_reach = 0.1F;              ///< First weights lie evenly within plus and minus this.
  double unit_dropout = 0.3;             ///< Share of the hidden units that rest in each step.
  double smoothing = 0.05;                ///< Share of the truth that is given to all labels alike.
  double event_share = 1;                ///< What it counts whether anything happens, beside what.
  double mode_share = 0.3;               ///< What the modes count beside the types.
  std::uint64_t seed = 1;                ///< The same seed and pairs give the same model.
};

/// A model whose probabilities are yet to be calibrated (calibration.h).
PairModel train_pair_model(std::span<const LabelledPair> pairs, const TrainingOptions& options);

}  // namespace attache::coding
