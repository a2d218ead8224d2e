#include "language/network/network.h"

#include "language/network/name_decoder.h"
#include "language/network/tree_decoder.h"

#include <algorithm>
#include <cmath>

namespace attache::language {
namespace {

/// Words whose vectors are remembered; forgotten together when there are more.
constexpr std::size_t kRememberedWords = 20000;
/// A word's share in a sentence's margin is held to this.
constexpr float kMostMargin = 10.0f;
/// The slope of the rectifier below zero.
constexpr float kLeak = 0.1f;

float leaky(float x) { return x < 0 ? x * kLeak : x; }

/// A value of ±limit as a signed byte of ±63.
std::int8_t signed_byte(float value, float limit) {
  const float held = std::clamp(value, -limit, limit) * (static_cast<float>(kReach) / limit);
  return static_cast<std::int8_t>(static_cast<std::int32_t>(held + 256.5f) - 256);
}

std::uint8_t byte_around_middle(float value, float limit) { return static_cast<std::uint8_t>(signed_byte(value, limit) + kMiddle); }

}  // namespace

/// Where each sentence's words lie among the group's rows.
struct Network::Group {
  std::vector<std::size_t> first;   ///< Row of each sentence's first word.
  std::vector<std::size_t> length;
  std::size_t rows = 0;

  /// Sentences longer than `step` words: a prefix, since the longest come first.
  std::size_t active(std::size_t step) const {
    return static_cast<std::size_t>(std::partition_point(length.begin(), length.end(), [&](std::size_t n) { return n > step; }) - length.begin());
  }
};

const std::vector<std::uint8_t>& Network::word_bytes(std::string_view form, NetworkScratch& scratch) const {
  std::string key(form);
  if (const auto known = scratch.word_bytes_.find(key); known != scratch.word_bytes_.end()) return known->second;
  if (scratch.word_bytes_.size() >= kRememberedWords) scratch.word_bytes_.clear();

  const std::size_t size = weights_.word_size;
  const WordFeatures features = features_of(form, weights_.tables);
  std::vector<float> input(6 * size, 0.0f);
  const auto add = [&](const EmbeddingTable& table, std::uint32_t row, float share, std::size_t slot) {
    const std::int8_t* values = table.rows + std::size_t{row} * size;
    const float scale = table.scale[row] * share;
    for (std::size_t i = 0; i < size; ++i) input[slot * size + i] += static_cast<float>(values[i]) * scale;
  };
  add(weights_.forms, features.form[0], 1, 0);
  add(weights_.forms, features.form[1], 1, 0);
  for (std::size_t i = 0; i < 4; ++i) add(weights_.affixes, features.affix[i], 1, i + 1);
  for (const auto ngram : features.ngrams) add(weights_.ngrams, ngram, 1.0f / static_cast<float>(features.ngrams.size()), 5);

  std::vector<float> wide(weights_.word_bias, weights_.word_bias + 2 * size);
  for (std::size_t i = 0; i < input.size(); ++i) kernels_.add_scaled(input[i], weights_.word_matrix + i * 2 * size, wide.data(), 2 * size);

  // The larger of each pair, normalised to mean 0 and variance 1, scaled and moved.
  std::vector<float> vector(size);
  float sum = 0;
  for (std::size_t i = 0; i < size; ++i) sum += vector[i] = std::max(wide[i], wide[size + i]);
  const float mean = sum / static_cast<float>(size);
  float squares = 0;
  for (const float v : vector) squares += (v - mean) * (v - mean);
  const float inverse = 1.0f / std::sqrt(squares / static_cast<float>(size) + 1e-5f);
  std::vector<std::uint8_t> bytes(size);
  for (std::size_t i = 0; i < size; ++i) {
    bytes[i] = byte_around_middle((vector[i] - mean) * inverse * weights_.norm_gain[i] + weights_.norm_bias[i], weights_.clamp);
  }
  return scratch.word_bytes_.emplace(std::move(key), std::move(bytes)).first->second;
}

void Network::run_direction(const Group& group, const RecurrentDirection& direction, bool backward, const std::uint8_t* input,
                            std::size_t input_stride, std::uint8_t* output, std::size_t output_stride, NetworkScratch& scratch) const {
  const std::size_t units = weights_.units, gates = 4 * units, sentences = group.length.size();
  scratch.sums_.resize(group.rows * gates);
  scratch.state_sums_.resize(sentences * gates);
  scratch.state_.assign(sentences * units, static_cast<std::uint8_t>(kMiddle));
  scratch.cell_.assign(sentences * units, 0.0f);
  kernels_.multiply(input, group.rows, input_stride, direction.from_input, scratch.sums_.data(), gates);
  const std::size_t longest = group.length.front();
  for (std::size_t step = 0; step < longest; ++step) {
    const std::size_t active = group.active(step);
    kernels_.multiply(scratch.state_.data(), active, units, direction.from_state, scratch.state_sums_.data(), gates);
    for (std::size_t s = 0; s < active; ++s) {
      const std::size_t row = group.first[s] + (backward ? group.length[s] - 1 - step : step);
      std::uint8_t* state = scratch.state_.data() + s * units;
      kernels_.lstm_step(scratch.sums_.data() + row * gates, scratch.state_sums_.data() + s * gates, direction.input_scale, direction.state_scale,
                         direction.bias, scratch.cell_.data() + s * units, state, units);
      std::copy_n(state, units, output + row * output_stride);
    }
  }
}

void Network::predict_tags(const Group& group, NetworkScratch& scratch, std::span<Prediction> predictions) const {
  const std::size_t wide = weights_.tags.matrix.outputs, tags = weights_.tag_names.size(), stride = state_size();
  const std::size_t embedding = weights_.tag_embedding.matrix.outputs;
  scratch.sums_.resize(group.rows * wide);
  kernels_.multiply(scratch.states_.data(), group.rows, stride, weights_.tags.matrix, scratch.sums_.data(), wide);
  scratch.hidden_.assign(group.rows * wide, 0);
  scratch.floats_.resize(2 * wide);
  float* logits = scratch.floats_.data();
  float* powers = logits + wide;
  for (std::size_t s = 0; s < group.length.size(); ++s) {
    predictions[s].tags.resize(group.length[s]);
    for (std::size_t t = 0; t < group.length[s]; ++t) {
      const std::size_t row = group.first[s] + t;
      const std::int32_t* sums = scratch.sums_.data() + row * wide;
      for (std::size_t i = 0; i < tags; ++i) logits[i] = static_cast<float>(sums[i]) * weights_.tags.scale[i] + weights_.tags.bias[i];
      const float* best = std::max_element(logits, logits + tags);
      predictions[s].tags[t] = static_cast<std::uint16_t>(best - logits);
      kernels_.exponentials(logits, *best, powers, tags);
      float total = 0;
      for (std::size_t i = 0; i < tags; ++i) total += powers[i];
      for (std::size_t i = 0; i < tags; ++i) scratch.hidden_[row * wide + i] = static_cast<std::uint8_t>(powers[i] / total * 127.0f + 0.5f);
    }
  }
  // The tags, as likely as they are, join the state that trees and names are read from.
  scratch.sums_.resize(group.rows * embedding);
  kernels_.multiply(scratch.hidden_.data(), group.rows, wide, weights_.tag_embedding.matrix, scratch.sums_.data(), embedding);
  for (std::size_t row = 0; row < group.rows; ++row) {
    kernels_.tanh_bytes(scratch.sums_.data() + row * embedding, weights_.tag_embedding.scale, weights_.tag_embedding.bias,
                        scratch.states_.data() + row * stride + 2 * std::size_t{weights_.units}, weights_.tag_size);
  }
}

void Network::predict_names(const Group& group, NetworkScratch& scratch, std::span<Prediction> predictions) const {
  const std::size_t size = weights_.name_size;
  scratch.sums_.resize(group.rows * size);
  kernels_.multiply(scratch.states_.data(), group.rows, state_size(), weights_.names.matrix, scratch.sums_.data(), size);
  for (std::size_t s = 0; s < group.length.size(); ++s) {
    std::vector<NameScores> scores(group.length[s]);
    for (std::size_t t = 0; t < group.length[s]; ++t) {
      const std::int32_t* sums = scratch.sums_.data() + (group.first[s] + t) * size;
      std::copy_n(weights_.name_bias, kNameTags, scores[t].begin());
      for (std::size_t i = 0; i < size; ++i) {
        const float value = static_cast<float>(sums[i]) * weights_.names.scale[i] + weights_.names.bias[i];
        if (value <= 0) continue;
        for (std::size_t k = 0; k < kNameTags; ++k) scores[t][k] += value * weights_.name_matrix[i * kNameTags + k];
      }
    }
    predictions[s].names = decode_names(scores);
  }
}

void Network::predict_trees(const Group& group, NetworkScratch& scratch, std::span<Prediction> predictions) const {
  const std::size_t size = weights_.arc_size, stride = state_size();
  const float clamp = weights_.clamp;
  const auto activate = [&](const QuantisedLayer& layer, std::vector<std::int8_t>* as_signed, std::vector<std::uint8_t>* as_bytes) {
    scratch.sums_.resize(group.rows * size);
    kernels_.multiply(scratch.states_.data(), group.rows, stride, layer.matrix, scratch.sums_.data(), size);
    if (as_signed) as_signed->resize(group.rows * size);
    if (as_bytes) as_bytes->resize(group.rows * size);
    for (std::size_t row = 0; row < group.rows; ++row) {
      for (std::size_t i = 0; i < size; ++i) {
        const float value = leaky(static_cast<float>(scratch.sums_[row * size + i]) * layer.scale[i] + layer.bias[i]);
        if (as_signed) (*as_signed)[row * size + i] = signed_byte(value, clamp);
        if (as_bytes) (*as_bytes)[row * size + i] = byte_around_middle(value, clamp);
      }
    }
  };
  activate(weights_.arc_head, &scratch.heads_, nullptr);
  activate(weights_.arc_dependent, nullptr, &scratch.hidden_);
  // What each word looks for in a head.
  kernels_.multiply(scratch.hidden_.data(), group.rows, size, weights_.arc_query.matrix, scratch.sums_.data(), size);
  for (std::size_t row = 0; row < group.rows; ++row) {
    for (std::size_t i = 0; i < size; ++i) {
      const float value = static_cast<float>(scratch.sums_[row * size + i]) * weights_.arc_query.scale[i] + weights_.arc_query.bias[i];
      scratch.hidden_[row * size + i] = byte_around_middle(value, 2 * clamp);
    }
  }

  const float unit = 2 * clamp / kReach * clamp / kReach;
  for (std::size_t s = 0; s < group.length.size(); ++s) {
    const std::size_t words = group.length[s], heads = words + 1, wide = padded(heads, kLanes);
    const auto head_bytes = [&](std::size_t h) { return h == 0 ? weights_.root_arc : scratch.heads_.data() + (group.first[s] + h - 1) * size; };
    // The sentence's possible heads as a packed matrix, so that the same kernel scores all pairs.
    scratch.packed_.assign(wide * size, 0);
    auto* packed = reinterpret_cast<std::int8_t*>(scratch.packed_.data());
    std::vector<float> offset(heads);
    for (std::size_t h = 0; h < heads; ++h) {
      const std::int8_t* bytes = head_bytes(h);
      std::int8_t* block = packed + h / kLanes * size * kLanes + h % kLanes * kStep;
      std::int32_t sum = 0;
      float bias = 0;
      for (std::size_t i = 0; i < size; ++i) {
        block[i / kStep * kLanes * kStep + i % kStep] = bytes[i];
        sum += bytes[i];
        bias += static_cast<float>(bytes[i]) * (clamp / kReach) * weights_.head_bias[i];
      }
      offset[h] = bias - static_cast<float>(sum * kMiddle) * unit;
    }
    scratch.state_sums_.resize(words * wide);
    kernels_.multiply(scratch.hidden_.data() + group.first[s] * size, words, size, {packed, wide, size}, scratch.state_sums_.data(), wide);
    scratch.scores_.resize(words * heads);
    float margin = 0;
    for (std::size_t d = 0; d < words; ++d) {
      float best = -1e30f, second = -1e30f;
      for (std::size_t h = 0; h < heads; ++h) {
        const float score = static_cast<float>(scratch.state_sums_[d * wide + h]) * unit + offset[h];
        scratch.scores_[d * heads + h] = score;
        if (h == d + 1) continue;
        if (score > best) {
          second = best;
          best = score;
        } else if (score > second) {
          second = score;
        }
      }
      margin += std::min(kMostMargin, best - second);
    }
    predictions[s].margin = margin / static_cast<float>(words);
    predictions[s].heads = decode_tree(scratch.scores_, words);
  }
}

void Network::predict_labels(const Group& group, NetworkScratch& scratch, std::span<Prediction> predictions) const {
  const std::size_t size = weights_.label_size, stride = state_size(), wide = weights_.labels.matrix.outputs;
  const auto values_of = [&](const QuantisedLayer& layer, std::vector<float>& values) {
    scratch.sums_.resize(group.rows * size);
    kernels_.multiply(scratch.states_.data(), group.rows, stride, layer.matrix, scratch.sums_.data(), size);
    values.resize(group.rows * size);
    for (std::size_t row = 0; row < group.rows; ++row) {
      for (std::size_t i = 0; i < size; ++i) values[row * size + i] = static_cast<float>(scratch.sums_[row * size + i]) * layer.scale[i] + layer.bias[i];
    }
  };
  values_of(weights_.label_head, scratch.label_heads_);
  values_of(weights_.label_dependent, scratch.label_dependents_);
  scratch.hidden_.resize(group.rows * size);
  for (std::size_t s = 0; s < group.length.size(); ++s) {
    for (std::size_t t = 0; t < group.length[s]; ++t) {
      const std::int32_t head = predictions[s].heads[t];
      const std::size_t row = group.first[s] + t;
      const float* from_head = head < 0 ? weights_.root_label : scratch.label_heads_.data() + (group.first[s] + static_cast<std::size_t>(head)) * size;
      const float* from_dependent = scratch.label_dependents_.data() + row * size;
      for (std::size_t i = 0; i < size; ++i) scratch.hidden_[row * size + i] = byte_around_middle(leaky(from_head[i] + from_dependent[i]), weights_.clamp);
    }
  }
  scratch.sums_.resize(group.rows * wide);
  kernels_.multiply(scratch.hidden_.data(), group.rows, size, weights_.labels.matrix, scratch.sums_.data(), wide);
  const auto root = static_cast<std::uint16_t>(std::find(weights_.label_names.begin(), weights_.label_names.end(), "root") - weights_.label_names.begin());
  for (std::size_t s = 0; s < group.length.size(); ++s) {
    predictions[s].labels.resize(group.length[s]);
    for (std::size_t t = 0; t < group.length[s]; ++t) {
      const std::int32_t* sums = scratch.sums_.data() + (group.first[s] + t) * wide;
      std::uint16_t best = root;
      float best_score = -1e30f;
      for (std::uint16_t i = 0; i < weights_.label_names.size(); ++i) {
        const float score = static_cast<float>(sums[i]) * weights_.labels.scale[i] + weights_.labels.bias[i];
        if (i != root && score > best_score) {
          best = i;
          best_score = score;
        }
      }
      predictions[s].labels[t] = predictions[s].heads[t] < 0 ? root : best;
    }
  }
}

void Network::predict(std::span<const std::vector<std::string_view>> sentences, NetworkScratch& scratch, std::span<Prediction> predictions) const {
  Group group;
  for (const auto& sentence : sentences) {
    group.first.push_back(group.rows);
    group.length.push_back(sentence.size());
    group.rows += sentence.size();
  }
  const std::size_t word_size = weights_.word_size, units = weights_.units, encoded = 2 * units, state = state_size();
  scratch.words_.resize(group.rows * word_size);
  std::size_t row = 0;
  for (const auto& sentence : sentences) {
    for (const auto form : sentence) std::copy_n(word_bytes(form, scratch).begin(), word_size, scratch.words_.begin() + static_cast<std::ptrdiff_t>(row++ * word_size));
  }
  scratch.layer1_.resize(group.rows * encoded);
  scratch.states_.resize(group.rows * state);
  for (const bool backward : {false, true}) {
    run_direction(group, weights_.recurrent[0][backward], backward, scratch.words_.data(), word_size, scratch.layer1_.data() + backward * units, encoded,
                  scratch);
  }
  for (const bool backward : {false, true}) {
    run_direction(group, weights_.recurrent[1][backward], backward, scratch.layer1_.data(), encoded, scratch.states_.data() + backward * units, state,
                  scratch);
  }
  predict_tags(group, scratch, predictions);
  predict_names(group, scratch, predictions);
  predict_trees(group, scratch, predictions);
  predict_labels(group, scratch, predictions);
}

}  // namespace attache::language
