#include "coding/judgement/softmax_learner.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace attache::coding {
namespace {

/// A feature of a pair or two says little but of these.
constexpr int kLeastCount = 3;

Feature slot_of(Feature feature) { return feature >> slot_shift << slot_shift; }

std::vector<Feature> kept(std::span<const LabelledPair> pairs, bool votes) {
  std::unordered_map<Feature, int> counts;
  for (const auto& pair : pairs) {
    for (const Feature feature : pair.features) ++counts[feature];
  }
  std::vector<Feature> features;
  for (const auto& [feature, count] : counts) {
    if (count >= kLeastCount || (votes && vote_of(feature) != EventType::none)) features.push_back(feature);
  }
  std::sort(features.begin(), features.end());
  return features;
}

}  // namespace

std::vector<Feature> frequent_features(std::span<const LabelledPair> pairs) { return kept(pairs, false); }

std::vector<Feature> frequent_features_and_votes(std::span<const LabelledPair> pairs) { return kept(pairs, true); }

SoftmaxLearner::SoftmaxLearner(const std::vector<Feature>& features, std::vector<EventType> label_types, const TrainingOptions& options)
    : features_(features), label_types_(std::move(label_types)), labels_(label_types_.size()), options_(options), random_(options.seed) {
  for (const Feature feature : features_) {
    if (vote_of(feature) != EventType::none) slots_.push_back(slot_of(feature));
  }
  std::sort(slots_.begin(), slots_.end());
  slots_.erase(std::unique(slots_.begin(), slots_.end()), slots_.end());
  for (const Feature feature : features_) {
    const bool votes = vote_of(feature) != EventType::none;
    slot_of_.push_back(votes ? static_cast<std::int32_t>(std::lower_bound(slots_.begin(), slots_.end(), slot_of(feature)) - slots_.begin()) : -1);
  }
  mean_.resize(features_.size() * labels_);
  shared_mean_.resize(slots_.size() * 2);
}

Example SoftmaxLearner::example(const LabelledPair& pair, std::size_t label) const {
  Example example;
  example.label = label;
  example.length = std::sqrt(static_cast<double>(std::max<std::size_t>(1, pair.features.size())));
  for (const Feature feature : pair.features) {
    const auto found = std::lower_bound(features_.begin(), features_.end(), feature);
    if (found != features_.end() && *found == feature) example.rows.push_back(static_cast<std::uint32_t>(found - features_.begin()));
  }
  return example;
}

void SoftmaxLearner::learn(std::vector<Example> examples) {
  for (int member = 0; member < options_.members; ++member) learn_once(examples);
  for (double& weight : mean_) weight /= summed_;
  for (double& weight : shared_mean_) weight /= summed_;
}

void SoftmaxLearner::learn_once(std::vector<Example>& examples) {
  constexpr double kSmallestSquare = 1e-6;
  weights_.assign(mean_.size(), 0);
  squares_.assign(mean_.size(), kSmallestSquare);
  shared_.assign(shared_mean_.size(), 0);
  shared_squares_.assign(shared_mean_.size(), kSmallestSquare);
  for (int epoch = 0; epoch < options_.epochs; ++epoch) {
    std::shuffle(examples.begin(), examples.end(), random_);
    for (const auto& example : examples) step(example);
    if (epoch >= options_.epochs / 2) add_to_mean();
  }
}

void SoftmaxLearner::add_to_mean() {
  for (std::size_t i = 0; i < mean_.size(); ++i) mean_[i] += weights_[i];
  for (std::size_t i = 0; i < shared_mean_.size(); ++i) shared_mean_[i] += shared_[i];
  summed_ += 1;
}

void SoftmaxLearner::pull(double& weight, double& square, double slope, double decay) const {
  slope += decay * weight;
  square += slope * slope;
  weight -= options_.rate * slope / std::sqrt(square);
}

void SoftmaxLearner::step(const Example& example) {
  active_.clear();
  std::uniform_real_distribution<double> chance;
  for (const auto row : example.rows) {
    if (!(features_[row] & word_bit) || chance(random_) >= options_.word_dropout) active_.push_back(row);
  }
  error_.assign(labels_, 0);
  for (const auto row : active_) {
    const double* weights = weights_.data() + std::size_t{row} * labels_;
    for (std::size_t label = 0; label < labels_; ++label) error_[label] += weights[label];
    if (slot_of_[row] < 0) continue;
    const double* shared = shared_.data() + static_cast<std::size_t>(slot_of_[row]) * 2;
    const EventType vote = vote_of(features_[row]);
    for (std::size_t label = 0; label < labels_; ++label) {
      if (label_types_[label] == vote) error_[label] += shared[0];
      if (label_types_[label] == EventType::none) error_[label] += shared[1];
    }
  }
  for (double& score : error_) score /= example.length;
  const double top = *std::max_element(error_.begin(), error_.end());
  double sum = 0;
  for (double& score : error_) sum += score = std::exp(score - top);
  for (double& score : error_) score /= sum;
  error_[example.label] -= 1;
  for (const auto row : active_) {
    const double decay = features_[row] & word_bit ? options_.word_decay : options_.grammar_decay;
    double* weights = weights_.data() + std::size_t{row} * labels_;
    double* squares = squares_.data() + std::size_t{row} * labels_;
    for (std::size_t label = 0; label < labels_; ++label) pull(weights[label], squares[label], error_[label] / example.length, decay);
    if (slot_of_[row] < 0) continue;
    const auto at = static_cast<std::size_t>(slot_of_[row]) * 2;
    const EventType vote = vote_of(features_[row]);
    double for_type = 0, for_none = 0;
    for (std::size_t label = 0; label < labels_; ++label) {
      if (label_types_[label] == vote) for_type += error_[label];
      if (label_types_[label] == EventType::none) for_none += error_[label];
    }
    pull(shared_[at], shared_squares_[at], for_type / example.length, options_.shared_decay);
    pull(shared_[at + 1], shared_squares_[at + 1], for_none / example.length, options_.shared_decay);
  }
}

LinearTable SoftmaxLearner::table() const {
  LinearTable table;
  table.labels = labels_;
  for (const Feature feature : features_) {
    if (vote_of(feature) == EventType::none) table.features.push_back(feature);
  }
  for (const Feature slot : slots_) {
    for (std::size_t type = 0; type < event_type_count; ++type) table.features.push_back(vote_for(slot, static_cast<EventType>(type)));
  }
  std::sort(table.features.begin(), table.features.end());
  std::vector<float> weights(table.features.size() * labels_);
  for (std::size_t row = 0; row < table.features.size(); ++row) {
    const Feature feature = table.features[row];
    float* into = weights.data() + row * labels_;
    const auto own = std::lower_bound(features_.begin(), features_.end(), feature);
    if (own != features_.end() && *own == feature) {
      const auto from = mean_.begin() + (own - features_.begin()) * static_cast<std::ptrdiff_t>(labels_);
      std::transform(from, from + static_cast<std::ptrdiff_t>(labels_), into, [](double weight) { return static_cast<float>(weight); });
    }
    const EventType vote = vote_of(feature);
    if (vote == EventType::none) continue;
    const auto slot = static_cast<std::size_t>(std::lower_bound(slots_.begin(), slots_.end(), slot_of(feature)) - slots_.begin());
    for (std::size_t label = 0; label < labels_; ++label) {
      if (label_types_[label] == vote) into[label] += static_cast<float>(shared_mean_[slot * 2]);
      if (label_types_[label] == EventType::none) into[label] += static_cast<float>(shared_mean_[slot * 2 + 1]);
    }
  }
  table.set_weights(weights, labels_);
  return table;
}

}  // namespace attache::coding
