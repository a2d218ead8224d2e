#include "coding/judgement/linear_table.h"

#include <algorithm>
#include <cmath>

namespace attache::coding {
namespace {

constexpr float kReach = 127;

}  // namespace

void LinearTable::set_weights(std::span<const float> full, std::size_t labels_of_each) {
  labels = labels_of_each;
  scales.assign(labels, 1e-9F);
  for (std::size_t i = 0; i < full.size(); ++i) scales[i % labels] = std::max(scales[i % labels], std::abs(full[i]) / kReach);
  weights.resize(full.size());
  for (std::size_t i = 0; i < full.size(); ++i) weights[i] = static_cast<std::int8_t>(std::lround(full[i] / scales[i % labels]));
}

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

void LinearTable::add_to(ImageWriter& image, const std::string& name) const {
  image.add(name + ".features", to_section(features));
  image.add(name + ".weights", to_section(weights));
  image.add(name + ".scales", to_section(scales));
}

bool LinearTable::read_from(const ImageReader& image, const std::string& name) {
  const auto copy = [](auto array, auto& into) { into.assign(array.begin(), array.end()); };
  copy(as_array<Feature>(image.section(name + ".features")), features);
  copy(as_array<std::int8_t>(image.section(name + ".weights")), weights);
  copy(as_array<float>(image.section(name + ".scales")), scales);
  labels = scales.size();
  return weights.size() == features.size() * labels && std::is_sorted(features.begin(), features.end());
}

}  // namespace attache::coding
