#include "coding/judgement/pair_model.h"

#include "base/image.h"

#include <algorithm>
#include <cmath>

namespace attache::coding {
namespace {

void add_table(ImageWriter& image, const std::string& name, const LinearTable& table) {
  image.add(name + ".features", to_section(table.features));
  image.add(name + ".weights", to_section(table.weights));
  image.add(name + ".scales", to_section(table.scales));
}

bool read_table(const ImageReader& image, const std::string& name, LinearTable& table) {
  const auto copy = [](auto array, auto& into) { into.assign(array.begin(), array.end()); };
  copy(as_array<Feature>(image.section(name + ".features")), table.features);
  copy(as_array<std::int8_t>(image.section(name + ".weights")), table.weights);
  copy(as_array<float>(image.section(name + ".scales")), table.scales);
  table.labels = table.scales.size();
  return table.labels > 0 && table.weights.size() == table.features.size() * table.labels && std::is_sorted(table.features.begin(), table.features.end());
}

void to_probabilities(std::span<double> scores, double temperature) {
  const double top = *std::max_element(scores.begin(), scores.end());
  double sum = 0;
  for (double& score : scores) sum += score = std::exp((score - top) / temperature);
  for (double& score : scores) score /= sum;
}

}  // namespace

void LinearTable::score(std::span<const Feature> pair, std::span<double> scores) const {
  std::vector<std::int32_t> sums(labels);
  auto from = features.begin();
  for (const Feature feature : pair) {
    from = std::lower_bound(from, features.end(), feature);
    if (from == features.end()) break;
    if (*from != feature) continue;
    const std::int8_t* row = weights.data() + static_cast<std::size_t>(from - features.begin()) * labels;
    for (std::size_t label = 0; label < labels; ++label) sums[label] += row[label];
  }
  const double length = std::sqrt(static_cast<double>(std::max<std::size_t>(1, pair.size())));
  for (std::size_t label = 0; label < labels; ++label) scores[label] += sums[label] * static_cast<double>(scales[label]) / length;
}

PairModel::PairModel(LinearTable types, LinearTable modes, std::vector<std::string> mode_labels, double temperature)
    : types_(std::move(types)), modes_(std::move(modes)), mode_labels_(std::move(mode_labels)), temperature_(temperature) {}

Result<PairModel> PairModel::open(std::span<const std::byte> bytes) {
  const auto image = ImageReader::open(bytes);
  if (!image) return tl::make_unexpected(image.error());
  PairModel model;
  const auto temperature = as_array<double>(image->section("temperature"));
  const bool whole = read_table(*image, "types", model.types_) && read_table(*image, "modes", model.modes_) && temperature.size() == 1 && temperature[0] > 0;
  std::string_view labels = as_text(image->section("mode_labels"));
  while (!labels.empty()) {
    const auto end = labels.find('\n');
    model.mode_labels_.emplace_back(labels.substr(0, end));
    labels.remove_prefix(end == std::string_view::npos ? labels.size() : end + 1);
  }
  if (!whole || model.types_.labels != event_type_count + 1 || model.modes_.labels != model.mode_labels_.size()) {
    return tl::make_unexpected(Error{ErrorKind::internal, "not a model for judging pairs, or a damaged one", {}, {}});
  }
  model.temperature_ = temperature[0];
  return model;
}

std::string PairModel::to_image() const {
  ImageWriter image;
  add_table(image, "types", types_);
  add_table(image, "modes", modes_);
  std::string labels;
  for (const auto& label : mode_labels_) labels += (labels.empty() ? "" : "\n") + label;
  image.add("mode_labels", labels);
  image.add("temperature", to_section(std::vector<double>{temperature_}));
  return image.bytes();
}

TypeScores PairModel::types(std::span<const Feature> pair) const {
  TypeScores scores{};
  types_.score(pair, scores);
  to_probabilities(scores, temperature_);
  return scores;
}

std::string PairModel::mode(std::span<const Feature> pair, EventType type) const {
  std::vector<double> scores(modes_.labels);
  modes_.score(pair, scores);
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

}  // namespace attache::coding
