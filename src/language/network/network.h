#pragma once
/// The network: word forms in; tags, trees, labels and names out. docs/language.md draws it.

#include "language/network/known_words.h"
#include "language/network/weights.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace attache::language {

/// What the network says of one sentence, an entry for each word.
struct Prediction {
  std::vector<std::uint16_t> tags;      ///< Index into `Weights::tag_names`.
  std::vector<std::int32_t> heads;      ///< -1 for the root.
  std::vector<std::uint16_t> labels;    ///< Index into `Weights::label_names`.
  std::vector<std::uint8_t> names;      ///< `NameTag`s.
  float margin = 0;                     ///< Mean over the words of how far the best head lies above the second best, at most 10 a word.
};

/// Memory one thread works in, kept from call to call. The vectors of words seen are remembered.
class NetworkScratch {
 public:
  NetworkScratch() = default;

 private:
  friend class Network;
  KnownWords known_words_;
  std::vector<std::uint32_t> numbers_;        ///< Of the group's words.
  std::vector<std::int32_t> kept_products_[2];  ///< By direction: what the first words met give to the first layer's gates.
  std::vector<std::uint32_t> rare_words_;     ///< The group's other words, each once.
  std::vector<std::uint32_t> place_of_word_;  ///< By number: where among those it stands, if it does.
  std::vector<const std::int32_t*> gate_sums_;  ///< Of each of the group's words, those of the direction at work.
  std::vector<TaggedWord> tagged_;
  NameRuns name_runs_;
  std::vector<NameScores> name_scores_;
  std::vector<std::int32_t> best_heads_;
  std::vector<std::uint8_t> words_, layer1_, states_, state_, hidden_, heads_, queries_;
  std::vector<std::int32_t> sums_, state_sums_;
  std::vector<float> cell_, floats_, wide_, scores_, label_heads_, label_dependents_;
  std::vector<std::int8_t> packed_;
};

class Network {
 public:
  /// The most words that are worked on at once; a sentence may not be longer.
  static constexpr std::size_t kMostWords = 320;
  /// The most sentences that are worked on at once.
  static constexpr std::size_t kMostSentences = 32;

  Network(const Weights& weights, const Kernels& with) : weights_(weights), kernels_(with) {}

  /// Predicts for a group of sentences, longest first, none empty, within the limits above. The result for a sentence
  /// does not depend on the others.
  void predict(std::span<const std::vector<std::string_view>> sentences, NetworkScratch& scratch, std::span<Prediction> predictions) const;

 private:
  struct Group;
  void find_words(std::span<const std::vector<std::string_view>> sentences, std::size_t count, NetworkScratch& scratch) const;
  void learn_words(std::size_t first, NetworkScratch& scratch) const;
  void collect_rare_words(std::size_t count, NetworkScratch& scratch) const;
  void multiply_words(std::size_t count, bool backward, NetworkScratch& scratch) const;
  void add_inputs(std::string_view form, float* input) const;
  void run_direction(const Group& group, const RecurrentDirection& direction, bool backward, std::uint8_t* output, std::size_t output_stride, NetworkScratch& scratch) const;
  void rectify(const Group& group, const QuantisedLayer& layer, const std::uint8_t* input, std::size_t stride, float slope, float limit,
               NetworkScratch& scratch, std::uint8_t* out) const;
  void predict_tags(const Group& group, NetworkScratch& scratch, std::span<Prediction> predictions) const;
  void predict_names(const Group& group, NetworkScratch& scratch, std::span<Prediction> predictions) const;
  void predict_trees(const Group& group, NetworkScratch& scratch, std::span<Prediction> predictions) const;
  void predict_labels(const Group& group, NetworkScratch& scratch, std::span<Prediction> predictions) const;
  std::size_t state_size() const { return std::size_t{2} * weights_.units + weights_.tag_size; }

  const Weights& weights_;
  const Kernels& kernels_;
};

}  // namespace attache::language
