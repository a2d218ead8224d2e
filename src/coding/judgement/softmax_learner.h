#pragma once
/// Multinomial logistic regression over hashed features, learnt pair by pair with AdaGrad (Duchi, Hazan and Singer 2011).

#include "coding/judgement/pair_model.h"
#include "coding/judgement/pair_trainer.h"

#include <cstdint>
#include <random>
#include <span>
#include <vector>

namespace attache::coding {

/// The features worth a weight of their own: those that three pairs have, sorted.
std::vector<Feature> frequent_features(std::span<const LabelledPair> pairs);
/// These, and all votes: a rare one has what its place is worth to other types.
std::vector<Feature> frequent_features_and_votes(std::span<const LabelledPair> pairs);

/// A pair as the learner sees it: rows of the weight matrix and the right label.
struct Example {
  std::vector<std::uint32_t> rows;
  double length = 1;  ///< Root of the number of features, known or not, as `LinearTable::score` divides by.
  std::size_t label = 0;
};

/// One softmax. A vote's weight for a label is the sum of two: its own, and what a voice from its place is worth to any type it speaks for
/// (or takes from the others, or says about nothing having happened), which all votes from there share.
class SoftmaxLearner {
 public:
  /// `label_types` has the type of event each label stands for. Features and options must outlive the learner.
  SoftmaxLearner(const std::vector<Feature>& features, std::vector<EventType> label_types, const TrainingOptions& options);

  Example example(const LabelledPair& pair, std::size_t label) const;

  /// Learns several times anew, each time with other pairs' order and other words left out, and takes the mean of what came out.
  void learn(std::vector<Example> examples);

  /// The weights, votes' shares added up: each place that votes were seen from has a row for every type.
  LinearTable table() const;

 private:
  void learn_once(std::vector<Example>& examples);
  void step(const Example& example);
  void add_to_mean();
  void pull(double& weight, double& square, double slope, double decay) const;

  const std::vector<Feature>& features_;
  std::vector<EventType> label_types_;
  std::size_t labels_;
  const TrainingOptions& options_;
  std::vector<Feature> slots_;                ///< Places that votes come from, sorted.
  std::vector<std::int32_t> slot_of_;         ///< Of each feature; -1 for what is no vote.
  std::vector<double> weights_, squares_, shared_, shared_squares_;  ///< A slot shares two: for its type, and for none.
  std::vector<double> mean_, shared_mean_;
  double summed_ = 0;
  std::mt19937_64 random_;
  std::vector<std::uint32_t> active_;
  std::vector<double> error_;
};

}  // namespace attache::coding
