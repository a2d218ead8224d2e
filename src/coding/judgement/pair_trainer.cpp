#include "coding/judgement/pair_trainer.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <unordered_map>

namespace attache::coding {
namespace {

/// A feature of one pair only says something about that pair.
constexpr int kLeastCount = 2;
/// Keeps the largest weight of a label within a byte.
constexpr double kReach = 127;

/// A pair as the learner sees it: rows of the weight matrix and the right label.
struct Example {
  std::vector<std::uint32_t> rows;
  double length = 1;  ///< Root of the number of features, known or not, as `LinearTable::score` divides by.
  std::size_t label = 0;
};

std::vector<Feature> kept_features(std::span<const LabelledPair> pairs) {
  std::unordered_map<Feature, int> counts;
  for (const auto& pair : pairs) {
    for (const Feature feature : pair.features) ++counts[feature];
  }
  std::vector<Feature> kept;
  for (const auto& [feature, count] : counts) {
    if (count >= kLeastCount) kept.push_back(feature);
  }
  std::sort(kept.begin(), kept.end());
  return kept;
}

/// One softmax, learnt pair by pair.
class Learner {
 public:
  Learner(std::vector<Feature> features, std::size_t labels, const TrainingOptions& options)
      : features_(std::move(features)), labels_(labels), options_(options), weights_(features_.size() * labels), squares_(weights_.size(), 1e-6), random_(options.seed) {}

  Example example(const LabelledPair& pair, std::size_t label) const {
    Example example;
    example.label = label;
    example.length = std::sqrt(static_cast<double>(std::max<std::size_t>(1, pair.features.size())));
    for (const Feature feature : pair.features) {
      const auto found = std::lower_bound(features_.begin(), features_.end(), feature);
      if (found != features_.end() && *found == feature) example.rows.push_back(static_cast<std::uint32_t>(found - features_.begin()));
    }
    return example;
  }

  void learn(std::vector<Example>& examples) {
    for (int epoch = 0; epoch < options_.epochs; ++epoch) {
      std::shuffle(examples.begin(), examples.end(), random_);
      for (const auto& example : examples) step(example);
    }
  }

  std::vector<double> scores(const Example& example) const { return scores_of(example.rows, example.length); }

  LinearTable table() const {
    LinearTable table;
    table.labels = labels_;
    table.features = features_;
    table.scales.resize(labels_);
    for (std::size_t label = 0; label < labels_; ++label) {
      double largest = 1e-9;
      for (std::size_t i = label; i < weights_.size(); i += labels_) largest = std::max(largest, std::abs(weights_[i]));
      table.scales[label] = static_cast<float>(largest / kReach);
    }
    table.weights.resize(weights_.size());
    for (std::size_t i = 0; i < weights_.size(); ++i) table.weights[i] = static_cast<std::int8_t>(std::lround(weights_[i] / static_cast<double>(table.scales[i % labels_])));
    return table;
  }

 private:
  std::vector<double> scores_of(const std::vector<std::uint32_t>& rows, double length) const {
    std::vector<double> scores(labels_);
    for (const auto row : rows) {
      const double* weights = weights_.data() + std::size_t{row} * labels_;
      for (std::size_t label = 0; label < labels_; ++label) scores[label] += weights[label];
    }
    for (double& score : scores) score /= length;
    return scores;
  }

  void step(const Example& example) {
    active_.clear();
    std::uniform_real_distribution<double> chance;
    for (const auto row : example.rows) {
      if (!(features_[row] & word_bit) || chance(random_) >= options_.word_dropout) active_.push_back(row);
    }
    auto error = scores_of(active_, example.length);
    const double top = *std::max_element(error.begin(), error.end());
    double sum = 0;
    for (double& score : error) sum += score = std::exp(score - top);
    for (double& score : error) score /= sum;
    error[example.label] -= 1;
    for (const auto row : active_) {
      const double decay = features_[row] & word_bit ? options_.word_decay : options_.grammar_decay;
      double* weights = weights_.data() + std::size_t{row} * labels_;
      double* squares = squares_.data() + std::size_t{row} * labels_;
      for (std::size_t label = 0; label < labels_; ++label) {
        const double slope = error[label] / example.length + decay * weights[label];
        squares[label] += slope * slope;
        weights[label] -= options_.rate * slope / std::sqrt(squares[label]);
      }
    }
  }

  std::vector<Feature> features_;
  std::size_t labels_;
  const TrainingOptions& options_;
  std::vector<double> weights_, squares_;
  std::mt19937_64 random_;
  std::vector<std::uint32_t> active_;
};

/// Mean negative log-likelihood of the right labels when scores are divided by the temperature.
double loss(const std::vector<std::vector<double>>& scores, const std::vector<Example>& examples, double temperature) {
  double sum = 0;
  for (std::size_t i = 0; i < examples.size(); ++i) {
    const double top = *std::max_element(scores[i].begin(), scores[i].end());
    double total = 0;
    for (const double score : scores[i]) total += std::exp((score - top) / temperature);
    sum += std::log(total) - (scores[i][examples[i].label] - top) / temperature;
  }
  return sum / static_cast<double>(std::max<std::size_t>(1, examples.size()));
}

/// The temperature of least loss, by golden-section search: the loss has one valley.
double best_temperature(const std::vector<std::vector<double>>& scores, const std::vector<Example>& examples) {
  constexpr double kGolden = 0.6180339887498949;
  double low = 0.2, high = 5;
  for (int i = 0; i < 60; ++i) {
    const double third = (high - low) * (1 - kGolden);
    if (loss(scores, examples, low + third) < loss(scores, examples, high - third)) {
      high -= third;
    } else {
      low += third;
    }
  }
  return (low + high) / 2;
}

}  // namespace

PairModel train_pair_model(std::span<const LabelledPair> pairs, std::span<const LabelledPair> held_out, const TrainingOptions& options, TrainingReport& report) {
  const auto features = kept_features(pairs);
  report.features = features.size();

  Learner types(features, event_type_count + 1, options);
  std::vector<Example> examples;
  for (const auto& pair : pairs) examples.push_back(types.example(pair, static_cast<std::size_t>(pair.type)));
  types.learn(examples);
  std::vector<Example> checks;
  std::vector<std::vector<double>> scores;
  for (const auto& pair : held_out) {
    checks.push_back(types.example(pair, static_cast<std::size_t>(pair.type)));
    scores.push_back(types.scores(checks.back()));
  }
  const double temperature = held_out.empty() ? 1 : best_temperature(scores, checks);

  std::map<std::string, std::size_t> modes;
  const auto mode_label = [](const LabelledPair& pair) { return std::string(name_of(pair.type)) + "/" + pair.mode; };
  for (const auto& pair : pairs) {
    if (pair.type != EventType::none) modes.emplace(mode_label(pair), modes.size());
  }
  if (modes.empty()) modes.emplace("AGREE/", 0);  // nothing but pairs without an event: a table must have a label
  std::vector<std::string> mode_labels(modes.size());
  for (const auto& [label, index] : modes) mode_labels[index] = label;
  Learner mode_learner(features, modes.size(), options);
  std::vector<Example> mode_examples;
  for (const auto& pair : pairs) {
    if (pair.type != EventType::none) mode_examples.push_back(mode_learner.example(pair, modes.at(mode_label(pair))));
  }
  mode_learner.learn(mode_examples);

  PairModel model(types.table(), mode_learner.table(), std::move(mode_labels), temperature);
  std::size_t right = 0;
  double sum = 0;
  for (const auto& pair : held_out) {
    const auto probabilities = model.types(pair.features);
    right += static_cast<std::size_t>(std::max_element(probabilities.begin(), probabilities.end()) - probabilities.begin()) == static_cast<std::size_t>(pair.type);
    sum -= std::log(std::max(1e-12, probabilities[static_cast<std::size_t>(pair.type)]));
  }
  if (!held_out.empty()) {
    report.held_out_accuracy = static_cast<double>(right) / static_cast<double>(held_out.size());
    report.held_out_loss = sum / static_cast<double>(held_out.size());
  }
  return model;
}

}  // namespace attache::coding
