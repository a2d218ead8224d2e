#include "coding/judgement/pair_model.h"

#include "base/image.h"

#include <algorithm>
#include <cmath>

namespace attache::coding {
namespace {

/// What the linear table's opinion counts beside the network's.
constexpr double kLinearShare = 0.4;
/// The logarithm of no probability to speak of.
constexpr double kImpossible = -100;

}  // namespace

PairModel::PairModel(LinearTable types, PairNetwork network, std::vector<std::string> mode_labels)
    : types_(std::move(types)), network_(std::move(network)), mode_labels_(std::move(mode_labels)) {
  find_own_types();
}

void PairModel::find_own_types() {
  has_own_types_ = std::any_of(mode_labels_.begin(), mode_labels_.end(), [](const std::string& label) { return label.find(':') != std::string::npos; });
}

Result<PairModel> PairModel::open(std::span<const std::byte> bytes) {
  const auto image = ImageReader::open(bytes);
  if (!image) return tl::make_unexpected(image.error());
  PairModel model;
  const auto temperature = as_array<double>(image->section("temperature"));
  const bool whole = model.types_.read_from(*image, "types") && model.network_.read_from(*image) && temperature.size() == 1 && temperature[0] > 0;
  std::string_view labels = as_text(image->section("mode_labels"));
  while (!labels.empty()) {
    const auto end = labels.find('\n');
    model.mode_labels_.emplace_back(labels.substr(0, end));
    labels.remove_prefix(end == std::string_view::npos ? labels.size() : end + 1);
  }
  const bool fits = model.network_.members() == 0 || (model.network_.types == event_type_count && model.network_.modes == model.mode_labels_.size());
  if (!whole || model.types_.labels != event_type_count || !fits) {
    return tl::make_unexpected(Error{ErrorKind::internal, "not a model for judging pairs, or a damaged one", {}, {}});
  }
  model.find_own_types();
  model.temperature_ = temperature[0];
  const auto telling = as_array<double>(image->section("evidence.telling"));
  const auto resolution = as_array<double>(image->section("evidence.resolution"));
  model.evidence_weights_.telling.assign(telling.begin(), telling.end());
  model.evidence_weights_.resolution.assign(resolution.begin(), resolution.end());
  return model;
}

std::string PairModel::to_image() const {
  ImageWriter image;
  types_.add_to(image, "types");
  network_.add_to(image);
  std::string labels;
  for (const auto& label : mode_labels_) labels += (labels.empty() ? "" : "\n") + label;
  image.add("mode_labels", labels);
  image.add("temperature", to_section(std::vector<double>{temperature_}));
  image.add("evidence.telling", to_section(evidence_weights_.telling));
  image.add("evidence.resolution", to_section(evidence_weights_.resolution));
  return image.bytes();
}

TypeScores PairModel::types(std::span<const Feature> pair) const {
  TypeScores scores{};
  scores[event_type_count] = kImpossible;
  const auto types = std::span(scores).first<event_type_count>();
  types_.score(pair, types);
  to_log_probabilities(types);
  if (network_.members() > 0) {
    const auto hidden = network_.hidden(pair);
    const auto said = network_.type_scores(hidden);
    for (std::size_t type = 0; type < types.size(); ++type) types[type] = kLinearShare * types[type] + (1 - kLinearShare) * said[type];
    to_log_probabilities(types);
    const auto event = network_.event_scores(hidden);
    for (double& score : types) score += event[0];
    scores[event_type_count] = event[1];
  }
  for (double& score : scores) score /= temperature_;
  to_log_probabilities(scores);
  for (double& score : scores) score = std::exp(score);
  return scores;
}

std::string PairModel::mode(std::span<const Feature> pair, EventType type) const {
  const auto scores = network_.mode_scores(network_.hidden(pair));
  const std::string prefix = std::string(name_of(type)) + "/";
  const std::string* best = nullptr;
  double best_score = 0;
  for (std::size_t label = 0; label < scores.size(); ++label) {
    if (!mode_labels_[label].starts_with(prefix) || (best && scores[label] <= best_score)) continue;
    best = &mode_labels_[label];
    best_score = scores[label];
  }
  return best ? best->substr(prefix.size()) : std::string();
}

std::vector<std::pair<std::string, double>> PairModel::own_types(std::span<const Feature> pair, EventType type) const {
  std::vector<std::pair<std::string, double>> own;
  if (!has_own_types_ || type == EventType::none) return own;
  const auto scores = network_.mode_scores(network_.hidden(pair));
  const std::string name(name_of(type));
  double sum = 0;
  for (std::size_t label = 0; label < scores.size(); ++label) {
    const std::string& one = mode_labels_[label];
    if (!one.starts_with(name) || (one[name.size()] != '/' && one[name.size()] != ':')) continue;
    const double likelihood = std::exp(scores[label]);
    sum += likelihood;
    if (one[name.size()] == ':') own.emplace_back(one.substr(name.size() + 1), likelihood);
  }
  for (auto& [one, likelihood] : own) likelihood /= sum;
  std::stable_sort(own.begin(), own.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  return own;
}

}  // namespace attache::coding
