#include "coding/judgement/pair_trainer.h"

#include "coding/judgement/network_learner.h"
#include "coding/judgement/softmax_learner.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace attache::coding {
namespace {

/// Mean negative log-likelihood of the right labels when scores are divided by the temperature.
double loss(const std::vector<TypeScores>& scores, std::span<const LabelledPair> pairs, double temperature) {
  double sum = 0;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    TypeScores divided = scores[i];
    for (double& score : divided) score /= temperature;
    to_log_probabilities(divided);
    sum -= divided[static_cast<std::size_t>(pairs[i].type)];
  }
  return sum / static_cast<double>(std::max<std::size_t>(1, pairs.size()));
}

/// The temperature of least loss, by golden-section search: the loss has one valley.
double best_temperature(const std::vector<TypeScores>& scores, std::span<const LabelledPair> pairs) {
  constexpr double kGolden = 0.6180339887498949;
  double low = 0.2, high = 5;
  for (int i = 0; i < 60; ++i) {
    const double third = (high - low) * (1 - kGolden);
    if (loss(scores, pairs, low + third) < loss(scores, pairs, high - third)) {
      high -= third;
    } else {
      low += third;
    }
  }
  return (low + high) / 2;
}

/// A type of one's own stands among the modes of its PLOVER type.
std::string mode_label(const LabelledPair& pair) {
  const std::string type(name_of(pair.type));
  return pair.own_type.empty() ? type + "/" + pair.mode : type + ":" + pair.own_type;
}

LinearTable learn_types(const std::vector<Feature>& features, std::span<const LabelledPair> pairs, const TrainingOptions& options) {
  std::vector<EventType> labels;
  for (std::size_t type = 0; type < event_type_count; ++type) labels.push_back(static_cast<EventType>(type));
  SoftmaxLearner learner(features, labels, options);
  std::vector<Example> examples;
  for (const auto& pair : pairs) {
    if (pair.type != EventType::none) examples.push_back(learner.example(pair, static_cast<std::size_t>(pair.type)));
  }
  if (!examples.empty()) learner.learn(std::move(examples));
  return learner.table();
}

/// The labels of modes that the pairs have, sorted.
std::vector<std::string> mode_labels_of(std::span<const LabelledPair> pairs) {
  std::set<std::string> labels;
  for (const auto& pair : pairs) {
    if (pair.type != EventType::none) labels.insert(mode_label(pair));
  }
  return {labels.begin(), labels.end()};
}

PairNetwork learn_network(const std::vector<Feature>& features, std::span<const LabelledPair> pairs, const TrainingOptions& options, const std::vector<std::string>& modes) {
  const SoftmaxLearner rows(features, {}, options);
  NetworkLearner learner(features, modes.size(), options);
  std::vector<NetworkExample> examples;
  for (const auto& pair : pairs) {
    NetworkExample example{rows.example(pair, static_cast<std::size_t>(pair.type)), 0};
    if (pair.type != EventType::none) example.mode = static_cast<std::size_t>(std::lower_bound(modes.begin(), modes.end(), mode_label(pair)) - modes.begin());
    examples.push_back(std::move(example));
  }
  learner.learn(std::move(examples));
  return learner.network();
}

}  // namespace

PairModel train_pair_model(std::span<const LabelledPair> pairs, std::span<const LabelledPair> held_out, const TrainingOptions& options, TrainingReport& report) {
  const auto features = kept_features(pairs);
  report.features = features.size();
  auto types = learn_types(features, pairs, options);
  auto mode_labels = mode_labels_of(pairs);
  auto network = learn_network(features, pairs, options, mode_labels);
  PairModel model(std::move(types), std::move(network), std::move(mode_labels), 1);
  if (!held_out.empty()) {
    std::vector<TypeScores> scores;
    for (const auto& pair : held_out) {
      scores.push_back(model.types(pair.features));
      for (double& score : scores.back()) score = std::log(std::max(1e-12, score));
    }
    model.set_temperature(best_temperature(scores, held_out));
  }
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
