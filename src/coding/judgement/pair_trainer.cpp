#include "coding/judgement/pair_trainer.h"

#include "coding/judgement/softmax_learner.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace attache::coding {
namespace {

/// Mean negative log-likelihood of the right labels when scores are divided by the temperature.
double loss(const std::vector<std::vector<double>>& scores, std::span<const LabelledPair> pairs, double temperature) {
  double sum = 0;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const double top = *std::max_element(scores[i].begin(), scores[i].end());
    double total = 0;
    for (const double score : scores[i]) total += std::exp((score - top) / temperature);
    sum += std::log(total) - (scores[i][static_cast<std::size_t>(pairs[i].type)] - top) / temperature;
  }
  return sum / static_cast<double>(std::max<std::size_t>(1, pairs.size()));
}

/// The temperature of least loss, by golden-section search: the loss has one valley.
double best_temperature(const std::vector<std::vector<double>>& scores, std::span<const LabelledPair> pairs) {
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

std::string mode_label(const LabelledPair& pair) { return std::string(name_of(pair.type)) + "/" + pair.mode; }

/// What the table says of the pairs, before any temperature.
std::vector<std::vector<double>> scores_of(const LinearTable& table, std::span<const LabelledPair> pairs) {
  std::vector<std::vector<double>> scores;
  for (const auto& pair : pairs) {
    scores.emplace_back(table.labels);
    table.score(pair.features, scores.back());
  }
  return scores;
}

LinearTable learn_types(const std::vector<Feature>& features, std::span<const LabelledPair> pairs, const TrainingOptions& options) {
  std::vector<EventType> labels;
  for (std::size_t type = 0; type <= event_type_count; ++type) labels.push_back(static_cast<EventType>(type));
  SoftmaxLearner learner(features, labels, options);
  std::vector<Example> examples;
  for (const auto& pair : pairs) examples.push_back(learner.example(pair, static_cast<std::size_t>(pair.type)));
  learner.learn(std::move(examples));
  return learner.table();
}

LinearTable learn_modes(const std::vector<Feature>& features, std::span<const LabelledPair> pairs, const TrainingOptions& options, std::vector<std::string>& names) {
  std::map<std::string, EventType> types;
  for (const auto& pair : pairs) {
    if (pair.type != EventType::none) types.emplace(mode_label(pair), pair.type);
  }
  if (types.empty()) types.emplace("AGREE/", EventType::agree);  // nothing but pairs without an event: a table must have a label
  std::vector<EventType> labels;
  for (const auto& [name, type] : types) {
    names.push_back(name);
    labels.push_back(type);
  }
  SoftmaxLearner learner(features, labels, options);
  std::vector<Example> examples;
  for (const auto& pair : pairs) {
    if (pair.type == EventType::none) continue;
    const auto label = std::lower_bound(names.begin(), names.end(), mode_label(pair)) - names.begin();
    examples.push_back(learner.example(pair, static_cast<std::size_t>(label)));
  }
  if (!examples.empty()) learner.learn(std::move(examples));
  return learner.table();
}

}  // namespace

PairModel train_pair_model(std::span<const LabelledPair> pairs, std::span<const LabelledPair> held_out, const TrainingOptions& options, TrainingReport& report) {
  const auto features = kept_features(pairs);
  report.features = features.size();
  auto types = learn_types(features, pairs, options);
  const double temperature = held_out.empty() ? 1 : best_temperature(scores_of(types, held_out), held_out);
  TrainingOptions for_modes = options;
  for_modes.members = 1;
  std::vector<std::string> mode_labels;
  auto modes = learn_modes(features, pairs, for_modes, mode_labels);
  PairModel model(std::move(types), std::move(modes), std::move(mode_labels), temperature);
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
