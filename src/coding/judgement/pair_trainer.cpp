#include "coding/judgement/pair_trainer.h"

#include "coding/judgement/network_learner.h"
#include "coding/judgement/softmax_learner.h"

#include <algorithm>
#include <set>

namespace attache::coding {
namespace {

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

PairModel train_pair_model(std::span<const LabelledPair> pairs, const TrainingOptions& options) {
  auto types = learn_types(frequent_features_and_votes(pairs), pairs, options);
  auto mode_labels = mode_labels_of(pairs);
  auto network = learn_network(frequent_features(pairs), pairs, options, mode_labels);
  return {std::move(types), std::move(network), std::move(mode_labels)};
}

}  // namespace attache::coding
