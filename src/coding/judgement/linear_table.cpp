#include "coding/judgement/linear_table.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace attache::coding {
namespace {

constexpr float kReach = 127;
/// Of a feature's 32 bits, how many choose where to look.
constexpr unsigned kIndexBits = 14;
constexpr unsigned kIndexShift = 32 - kIndexBits;

}  // namespace

void LinearTable::set_weights(std::span<const float> full, std::size_t labels_of_each) {
  labels = labels_of_each;
  scales.assign(labels, 1e-9F);
  for (std::size_t i = 0; i < full.size(); ++i) scales[i % labels] = std::max(scales[i % labels], std::abs(full[i]) / kReach);
  weights.resize(full.size());
  for (std::size_t i = 0; i < full.size(); ++i) weights[i] = static_cast<std::int8_t>(std::lround(full[i] / scales[i % labels]));
  index();
}

void LinearTable::index() {
  begins_.assign((std::size_t{1} << kIndexBits) + 1, 0);
  for (const Feature feature : features) ++begins_[(feature >> kIndexShift) + 1];
  std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
}

void LinearTable::score(std::span<const Feature> pair, std::span<double> scores) const {
  if (features.empty()) return;
  // Bytes are added up in words of two for as long as these cannot overflow.
  constexpr std::size_t kRowsAWord = 256;
  std::vector<std::int32_t> sums(labels);
  std::vector<std::int16_t> some(labels);
  std::size_t rows = 0;
  const auto carry = [&] {
    for (std::size_t label = 0; label < labels; ++label) sums[label] += some[label];
    std::fill(some.begin(), some.end(), std::int16_t{0});
    rows = 0;
  };
  for (const Feature feature : pair) {
    std::size_t at = begins_[feature >> kIndexShift];
    const std::size_t end = begins_[(feature >> kIndexShift) + 1];
    while (at < end && features[at] < feature) ++at;
    if (at == end || features[at] != feature) continue;
    const std::int8_t* row = weights.data() + at * labels;
    for (std::size_t label = 0; label < labels; ++label) some[label] = static_cast<std::int16_t>(some[label] + row[label]);
    if (++rows == kRowsAWord) carry();
  }
  carry();
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
  index();
  return weights.size() == features.size() * labels && std::is_sorted(features.begin(), features.end());
}

}  // namespace attache::coding
