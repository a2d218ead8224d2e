#pragma once
/// A small network over the same features as the linear table, learnt pair by pair with AdaGrad.

#include "coding/judgement/pair_model.h"
#include "coding/judgement/pair_trainer.h"
#include "coding/judgement/softmax_learner.h"

#include <cstdint>
#include <random>
#include <span>
#include <vector>

namespace attache::coding {

/// A pair as the network sees it. `label` of `example` is its type.
struct NetworkExample {
  Example example;
  std::size_t mode = 0;   ///< Index among the mode labels; unused for pairs without an event.
};

/// One hidden layer of rectifiers with its three softmaxes (pair_network.h). Learnt `options.members` times anew: the members stand side by side in one network.
class NetworkLearner {
 public:
  /// `features` are those with a weight, sorted; `modes` is the number of mode labels. Both must outlive the learner, as must the options.
  NetworkLearner(const std::vector<Feature>& features, std::size_t modes, const TrainingOptions& options);

  void learn(std::vector<NetworkExample> examples);

  /// The network with its first layer's weights as bytes.
  PairNetwork network() const;

 private:
  /// Weights with what AdaGrad remembers of their slopes.
  struct Weights {
    std::vector<float> value, square;
    void resize(std::size_t size) {
      value.assign(size, 0);
      square.assign(size, 1e-6F);
    }
  };
  /// A softmax over the hidden units.
  struct Output {
    std::size_t labels = 0;
    Weights weights;   ///< By unit, then label.
    Weights bias;
  };

  void learn_member(std::vector<NetworkExample>& examples);
  void step(const NetworkExample& example, float rate);
  void add_error(Output& output, std::size_t label, float share, float rate);
  static void pull(Weights& weights, std::size_t at, float slope, float rate);
  static void pull_row(Weights& weights, std::size_t at, const std::vector<float>& slopes, float share, float rate);

  const std::vector<Feature>& features_;
  const TrainingOptions& options_;
  std::size_t units_;
  Weights embedding_, hidden_bias_;
  Output types_, events_, modes_;
  std::vector<float> hidden_, back_, scores_;
  std::vector<std::uint32_t> active_;
  std::mt19937_64 random_;
  std::vector<float> all_embeddings_;  ///< Of the members learnt so far: by feature, then member and unit.
  PairNetwork network_;
};

}  // namespace attache::coding
