#include "coding/judgement/network_learner.h"

#include <algorithm>
#include <cmath>

namespace attache::coding {
namespace {

/// Evenly between 0 and 1, the same from every library.
float chance(std::mt19937_64& random) { return static_cast<float>(random() >> 40) * 0x1p-24F; }

}  // namespace

NetworkLearner::NetworkLearner(const std::vector<Feature>& features, std::size_t modes, const TrainingOptions& options)
    : features_(features), options_(options), units_(static_cast<std::size_t>(options.units)), random_(options.seed) {
  types_.labels = event_type_count;
  events_.labels = 2;
  modes_.labels = modes;
  hidden_.resize(units_);
  back_.resize(units_);
  network_.units = units_;
  network_.types = types_.labels;
  network_.modes = modes;
}

void NetworkLearner::pull(Weights& weights, std::size_t at, float slope, float rate) {
  weights.square[at] += slope * slope;
  weights.value[at] -= rate * slope / std::sqrt(weights.square[at]);
}

/// A slope of zero changes nothing: no branch is worth more than several weights at a time.
void NetworkLearner::pull_row(Weights& weights, std::size_t at, const std::vector<float>& slopes, float share, float rate) {
  float* const values = weights.value.data() + at;
  float* const squares = weights.square.data() + at;
  const float* const given = slopes.data();
  const std::size_t count = slopes.size();
  for (std::size_t i = 0; i < count; ++i) {
    const float slope = given[i] * share;
    squares[i] += slope * slope;
    values[i] -= rate * slope / std::sqrt(squares[i]);
  }
}

void NetworkLearner::learn(std::vector<NetworkExample> examples) {
  all_embeddings_.resize(features_.size() * units_ * static_cast<std::size_t>(options_.members));
  for (int member = 0; member < options_.members; ++member) {
    learn_member(examples);
    const std::size_t row = units_ * static_cast<std::size_t>(options_.members);
    for (std::size_t feature = 0; feature < features_.size(); ++feature) {
      std::copy_n(embedding_.value.begin() + static_cast<std::ptrdiff_t>(feature * units_), units_,
                  all_embeddings_.begin() + static_cast<std::ptrdiff_t>(feature * row + static_cast<std::size_t>(member) * units_));
    }
    const auto append = [](std::vector<float>& to, const std::vector<float>& from) { to.insert(to.end(), from.begin(), from.end()); };
    append(network_.hidden_bias, hidden_bias_.value);
    append(network_.type_weights, types_.weights.value);
    append(network_.type_bias, types_.bias.value);
    append(network_.event_weights, events_.weights.value);
    append(network_.event_bias, events_.bias.value);
    append(network_.mode_weights, modes_.weights.value);
    append(network_.mode_bias, modes_.bias.value);
  }
}

void NetworkLearner::learn_member(std::vector<NetworkExample>& examples) {
  embedding_.resize(features_.size() * units_);
  hidden_bias_.resize(units_);
  for (Output* output : {&types_, &events_, &modes_}) {
    output->weights.resize(units_ * output->labels);
    output->bias.resize(output->labels);
  }
  const auto scatter = [&](Weights& weights, float reach) {
    for (float& weight : weights.value) weight = (2 * chance(random_) - 1) * reach;
  };
  scatter(embedding_, options_.first_reach);
  scatter(types_.weights, 1 / std::sqrt(static_cast<float>(units_)));
  scatter(events_.weights, 1 / std::sqrt(static_cast<float>(units_)));
  scatter(modes_.weights, 1 / std::sqrt(static_cast<float>(units_)));
  const float steps = static_cast<float>(examples.size()) * static_cast<float>(options_.network_epochs);
  float done = 0;
  for (int epoch = 0; epoch < options_.network_epochs; ++epoch) {
    std::shuffle(examples.begin(), examples.end(), random_);
    for (const auto& example : examples) {
      step(example, static_cast<float>(options_.network_rate) * (1 - done / steps));
      ++done;
    }
  }
}

/// One softmax's part: the slopes of its loss, times `share`, go into its weights and back to the units.
void NetworkLearner::add_error(Output& output, std::size_t label, float share, float rate) {
  scores_.assign(output.bias.value.begin(), output.bias.value.end());
  for (std::size_t unit = 0; unit < units_; ++unit) {
    if (hidden_[unit] == 0) continue;
    const float* weights = output.weights.value.data() + unit * output.labels;
    for (std::size_t i = 0; i < output.labels; ++i) scores_[i] += hidden_[unit] * weights[i];
  }
  const float top = *std::max_element(scores_.begin(), scores_.end());
  float sum = 0;
  for (float& score : scores_) sum += score = std::exp(score - top);
  const float smooth = static_cast<float>(options_.smoothing);
  for (float& score : scores_) score = share * (score / sum - smooth / static_cast<float>(output.labels));
  scores_[label] -= share * (1 - smooth);
  for (std::size_t unit = 0; unit < units_; ++unit) {
    if (hidden_[unit] == 0) continue;
    const std::size_t row = unit * output.labels;
    for (std::size_t i = 0; i < output.labels; ++i) back_[unit] += scores_[i] * output.weights.value[row + i];
    pull_row(output.weights, row, scores_, hidden_[unit], rate);
  }
  for (std::size_t i = 0; i < output.labels; ++i) pull(output.bias, i, scores_[i], rate);
}

void NetworkLearner::step(const NetworkExample& one, float rate) {
  active_.clear();
  for (const auto row : one.example.rows) {
    if (!(features_[row] & word_bit) || chance(random_) >= static_cast<float>(options_.word_dropout)) active_.push_back(row);
  }
  const float share = 1 / static_cast<float>(one.example.length);
  std::fill(hidden_.begin(), hidden_.end(), 0.0F);
  for (const auto row : active_) {
    const float* weights = embedding_.value.data() + std::size_t{row} * units_;
    for (std::size_t unit = 0; unit < units_; ++unit) hidden_[unit] += weights[unit];
  }
  // Units that rest in this pass, so that none relies on another.
  const float kept = 1 - static_cast<float>(options_.unit_dropout);
  for (std::size_t unit = 0; unit < units_; ++unit) {
    const float value = hidden_[unit] * share + hidden_bias_.value[unit];
    hidden_[unit] = value > 0 && chance(random_) < kept ? value / kept : 0;
  }
  std::fill(back_.begin(), back_.end(), 0.0F);
  const bool happens = one.example.label != event_type_count;
  add_error(events_, happens ? 0 : 1, static_cast<float>(options_.event_share), rate);
  if (happens) {
    add_error(types_, one.example.label, 1, rate);
    add_error(modes_, one.mode, static_cast<float>(options_.mode_share), rate);
  }
  for (std::size_t unit = 0; unit < units_; ++unit) {
    back_[unit] = hidden_[unit] > 0 ? back_[unit] / kept : 0;
    pull(hidden_bias_, unit, back_[unit], rate);
  }
  for (const auto row : active_) {
    pull_row(embedding_, std::size_t{row} * units_, back_, share, rate);
  }
}

PairNetwork NetworkLearner::network() const {
  PairNetwork network = network_;
  LinearTable& table = network.first;
  table.features = features_;
  table.set_weights(all_embeddings_, units_ * static_cast<std::size_t>(options_.members));
  return network;
}

}  // namespace attache::coding
