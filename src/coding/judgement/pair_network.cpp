#include "coding/judgement/pair_network.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace attache::coding {
namespace {

/// The members' mean of one softmax.
std::vector<double> mean_scores(std::span<const double> hidden, std::size_t units, std::size_t labels, std::span<const float> weights, std::span<const float> bias) {
  const std::size_t members = labels == 0 ? 0 : bias.size() / labels;
  std::vector<double> mean(labels), scores(labels);
  for (std::size_t member = 0; member < members; ++member) {
    std::copy_n(bias.begin() + static_cast<std::ptrdiff_t>(member * labels), labels, scores.begin());
    for (std::size_t unit = member * units; unit < (member + 1) * units; ++unit) {
      if (hidden[unit] <= 0) continue;
      const float* row = weights.data() + unit * labels;
      for (std::size_t label = 0; label < labels; ++label) scores[label] += hidden[unit] * static_cast<double>(row[label]);
    }
    to_log_probabilities(scores);
    for (std::size_t label = 0; label < labels; ++label) mean[label] += scores[label] / static_cast<double>(members);
  }
  return mean;
}

}  // namespace

void to_log_probabilities(std::span<double> scores) {
  if (scores.empty()) return;
  const double top = *std::max_element(scores.begin(), scores.end());
  double sum = 0;
  for (const double score : scores) sum += std::exp(score - top);
  const double all = top + std::log(sum);
  for (double& score : scores) score -= all;
}

std::vector<double> PairNetwork::hidden(std::span<const Feature> pair) const {
  std::vector<double> values(hidden_bias.begin(), hidden_bias.end());
  if (!values.empty()) first.score(pair, values);
  for (double& value : values) value = std::max(0.0, value);
  return values;
}

std::vector<double> PairNetwork::type_scores(std::span<const double> hidden) const { return mean_scores(hidden, units, types, type_weights, type_bias); }

std::vector<double> PairNetwork::event_scores(std::span<const double> hidden) const { return mean_scores(hidden, units, 2, event_weights, event_bias); }

std::vector<double> PairNetwork::mode_scores(std::span<const double> hidden) const { return mean_scores(hidden, units, modes, mode_weights, mode_bias); }

void PairNetwork::add_to(ImageWriter& image) const {
  image.add("network.sizes", to_section(std::vector<std::uint32_t>{static_cast<std::uint32_t>(units), static_cast<std::uint32_t>(types), static_cast<std::uint32_t>(modes)}));
  first.add_to(image, "network.first");
  image.add("network.hidden_bias", to_section(hidden_bias));
  image.add("network.type_weights", to_section(type_weights));
  image.add("network.type_bias", to_section(type_bias));
  image.add("network.event_weights", to_section(event_weights));
  image.add("network.event_bias", to_section(event_bias));
  image.add("network.mode_weights", to_section(mode_weights));
  image.add("network.mode_bias", to_section(mode_bias));
}

bool PairNetwork::read_from(const ImageReader& image) {
  const auto sizes = as_array<std::uint32_t>(image.section("network.sizes"));
  if (sizes.size() != 3 || !first.read_from(image, "network.first")) return false;
  units = sizes[0];
  types = sizes[1];
  modes = sizes[2];
  const auto read = [&](const char* name, std::vector<float>& into) {
    const auto from = as_array<float>(image.section(std::string("network.") + name));
    into.assign(from.begin(), from.end());
    return into.size();
  };
  const std::size_t all = read("hidden_bias", hidden_bias);
  const std::size_t count = members();
  return all == count * units && first.labels == all && read("type_weights", type_weights) == all * types && read("type_bias", type_bias) == count * types &&
         read("event_weights", event_weights) == all * 2 && read("event_bias", event_bias) == count * 2 &&
         read("mode_weights", mode_weights) == all * modes && read("mode_bias", mode_bias) == count * modes;
}

}  // namespace attache::coding
