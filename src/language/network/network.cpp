#include "language/network/network.h"

#include "language/network/tree_decoder.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace attache::language {
namespace {

/// Words whose vectors are remembered; forgotten together when there are more.
constexpr std::size_t kRememberedWords = 20000;
/// The first of these, two of three words of a text, have their products with the first layer's weights remembered too, which are forty times as large.
constexpr std::size_t kRememberedProducts = 1536;
/// A word's share in a sentence's margin is held to this.
constexpr float kMostMargin = 10.0f;
/// The slope of the rectifier below zero.
constexpr float kLeak = 0.1f;

/// Room for `count` values; what was there is not kept, and memory once taken is not given back.
template <typename T>
T* room(std::vector<T>& memory, std::size_t count) {
  if (memory.size() < count) memory.resize(count);
  return memory.data();
}

/// Asks for `count` numbers to be brought near.
void fetch_ahead(const std::int32_t* numbers, std::size_t count) {
  constexpr std::size_t line = 64 / sizeof(std::int32_t);
  for (std::size_t i = 0; i < count; i += line) __builtin_prefetch(numbers + i);
}

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

/// What the network knows of a form, side by side: its row, four of affixes and shape, the mean of its n-grams.
void Network::add_inputs(std::string_view form, float* input) const {
  const std::size_t size = weights_.word_size;
  const WordFeatures features = features_of(form, weights_.tables);
  const auto add = [&](const EmbeddingTable& table, std::uint32_t row, float share, std::size_t slot) {
    kernels_.add_scaled_bytes(table.rows + std::size_t{row} * size, table.scale[row] * share, input + slot * size, size);
  };
  if (features.form != kUnknownForm) add(weights_.forms, features.form, 1, 0);
  for (std::size_t i = 0; i < 4; ++i) add(weights_.affixes, features.affix[i], 1, i + 1);
  for (const auto ngram : features.ngrams) add(weights_.ngrams, ngram, 1.0f / static_cast<float>(features.ngrams.size()), 5);
}

/// Fills in the vectors of the words from number `first` on.
void Network::learn_words(std::size_t first, NetworkScratch& scratch) const {
  KnownWords& known = scratch.known_words_;
  const std::size_t size = weights_.word_size, inputs = 6 * size, end = known.size();
  if (first == end) return;
  scratch.floats_.assign((end - first) * inputs, 0.0f);
  float* wide = room(scratch.wide_, (end - first) * 2 * size);
  for (std::size_t number = first; number < end; ++number) {
    const std::string_view form = known.form(number);
    known.hashes(number) = hashes_of(form);
    add_inputs(form, scratch.floats_.data() + (number - first) * inputs);
    std::copy_n(weights_.word_bias, 2 * size, wide + (number - first) * 2 * size);
  }
  kernels_.add_products(scratch.floats_.data(), end - first, inputs, weights_.word_matrix, 2 * size, wide);

  // The larger of each pair, normalised to mean 0 and variance 1, scaled and moved.
  std::vector<float> vector(size);
  for (std::size_t number = first; number < end; ++number) {
    float sum = 0;
    for (std::size_t i = 0; i < size; ++i) sum += vector[i] = std::max(wide[i], wide[size + i]);
    const float mean = sum / static_cast<float>(size);
    float squares = 0;
    for (const float v : vector) squares += (v - mean) * (v - mean);
    const float inverse = 1.0f / std::sqrt(squares / static_cast<float>(size) + 1e-5f);
    for (std::size_t i = 0; i < size; ++i) vector[i] = (vector[i] - mean) * inverse * weights_.norm_gain[i];
    kernels_.rectified_sum_bytes(vector.data(), weights_.norm_bias, 1, weights_.clamp, known.vector(number), size);
    wide += 2 * size;
  }

  const std::size_t gates = 4 * std::size_t{weights_.units}, remembered = std::min(end, kRememberedProducts);
  for (const bool backward : {false, true}) {
    if (first >= remembered) break;
    auto& products = scratch.kept_products_[backward];
    products.resize(remembered * gates);
    kernels_.multiply(known.vector(first), remembered - first, size, weights_.recurrent[0][backward].from_input, products.data() + first * gates, gates);
  }
}

/// Those of the group's `count` words whose products are not remembered, each once, with their vectors side by side.
void Network::collect_rare_words(std::size_t count, NetworkScratch& scratch) const {
  const std::size_t size = weights_.word_size;
  auto& rare = scratch.rare_words_;
  rare.clear();
  if (scratch.place_of_word_.size() < scratch.known_words_.size()) scratch.place_of_word_.resize(scratch.known_words_.size());
  std::uint8_t* vectors = room(scratch.words_, count * size);
  for (std::size_t row = 0; row < count; ++row) {
    const std::uint32_t number = scratch.numbers_[row];
    if (number < kRememberedProducts) continue;
    std::uint32_t& place = scratch.place_of_word_[number];
    if (place < rare.size() && rare[place] == number) continue;
    place = static_cast<std::uint32_t>(rare.size());
    rare.push_back(number);
    std::copy_n(scratch.known_words_.vector(number), size, vectors + place * size);
  }
}

/// What each of the group's `count` words gives to the gates of the first layer.
void Network::multiply_words(std::size_t count, bool backward, NetworkScratch& scratch) const {
  const std::size_t gates = 4 * std::size_t{weights_.units};
  std::int32_t* sums = room(scratch.sums_, scratch.rare_words_.size() * gates);
  kernels_.multiply(scratch.words_.data(), scratch.rare_words_.size(), weights_.word_size, weights_.recurrent[0][backward].from_input, sums, gates);
  const std::int32_t** of_row = room(scratch.gate_sums_, count);
  for (std::size_t row = 0; row < count; ++row) {
    const std::uint32_t number = scratch.numbers_[row];
    of_row[row] = number < kRememberedProducts ? scratch.kept_products_[backward].data() + number * gates : sums + scratch.place_of_word_[number] * gates;
  }
}

void Network::find_words(std::span<const std::vector<std::string_view>> sentences, std::size_t count, NetworkScratch& scratch) const {
  KnownWords& known = scratch.known_words_;
  if (known.size() + count > kRememberedWords) known.clear();
  const std::size_t known_before = known.size();
  std::uint32_t* number = room(scratch.numbers_, count);
  for (const auto& sentence : sentences) {
    for (const auto form : sentence) *number++ = known.find_or_add(form, weights_.word_size);
  }
  learn_words(known_before, scratch);
}

/// One direction of a layer. What the words give to the gates is found by `gate_sums_`.
void Network::run_direction(const Group& group, const RecurrentDirection& direction, bool backward, std::uint8_t* output, std::size_t output_stride,
                            NetworkScratch& scratch) const {
  const std::size_t units = weights_.units, gates = 4 * units, sentences = group.length.size();
  std::int32_t* state_sums = room(scratch.state_sums_, sentences * gates);
  scratch.state_.assign(sentences * units, static_cast<std::uint8_t>(kMiddle));
  scratch.cell_.assign(sentences * units, 0.0f);
  const std::size_t longest = group.length.front();
  for (std::size_t step = 0; step < longest; ++step) {
    const std::size_t active = group.active(step);
    kernels_.multiply(scratch.state_.data(), active, units, direction.from_state, state_sums, gates);
    const auto row_of = [&](std::size_t s) { return group.first[s] + (backward ? group.length[s] - 1 - step : step); };
    for (std::size_t s = 0; s < active; ++s) {
      // They lie far apart: the next sentence's are fetched while this one's are worked on.
      if (s + 1 < active) fetch_ahead(scratch.gate_sums_[row_of(s + 1)], gates);
      const std::size_t row = row_of(s);
      std::uint8_t* state = scratch.state_.data() + s * units;
      kernels_.lstm_step(scratch.gate_sums_[row], state_sums + s * gates, direction.input_scale, direction.state_scale, direction.bias,
                         scratch.cell_.data() + s * units, state, units);
      std::copy_n(state, units, output + row * output_stride);
    }
  }
}

void Network::predict_tags(const Group& group, NetworkScratch& scratch, std::span<Prediction> predictions) const {
  const QuantisedLayer& layer = weights_.tags;
  const std::size_t wide = layer.matrix.outputs, tags = weights_.tag_names.size(), stride = state_size();
  std::int32_t* sums = room(scratch.sums_, group.rows * wide);
  kernels_.multiply(scratch.states_.data(), group.rows, stride, layer.matrix, sums, wide);
  std::uint8_t* shares = room(scratch.hidden_, group.rows * wide);
  float* scores = room(scratch.floats_, 2 * wide);
  float* powers = scores + wide;
  for (std::size_t s = 0; s < group.length.size(); ++s) {
    predictions[s].tags.resize(group.length[s]);
    for (std::size_t t = 0; t < group.length[s]; ++t) {
      const std::size_t row = group.first[s] + t;
      kernels_.scaled(sums + row * wide, layer.scale, layer.bias, scores, wide);
      const float* best = std::max_element(scores, scores + tags);
      predictions[s].tags[t] = static_cast<std::uint16_t>(best - scores);
      kernels_.exponentials(scores, *best, powers, wide);
      float total = 0;
      for (std::size_t i = 0; i < tags; ++i) total += powers[i];
      const float share = 127.0f / total;
      std::uint8_t* out = shares + row * wide;
      // Never negative, so that half and down is rounding, and a vector does it.
      // NOLINTNEXTLINE(bugprone-incorrect-roundings)
      for (std::size_t i = 0; i < tags; ++i) out[i] = static_cast<std::uint8_t>(static_cast<std::int32_t>(powers[i] * share + 0.5f));
      std::fill(out + tags, out + wide, std::uint8_t{0});
    }
  }
  // The tags, as likely as they are, join the state that trees and names are read from.
  const QuantisedLayer& embedding = weights_.tag_embedding;
  const std::size_t size = embedding.matrix.outputs;
  sums = room(scratch.sums_, group.rows * size);
  kernels_.multiply(shares, group.rows, wide, embedding.matrix, sums, size);
  for (std::size_t row = 0; row < group.rows; ++row) {
    kernels_.tanh_bytes(sums + row * size, embedding.scale, embedding.bias, scratch.states_.data() + row * stride + 2 * std::size_t{weights_.units},
                        weights_.tag_size);
  }
}

void Network::predict_names(const Group& group, NetworkScratch& scratch, std::span<Prediction> predictions) const {
  const QuantisedLayer& layer = weights_.names;
  const std::size_t size = weights_.name_size;
  std::int32_t* sums = room(scratch.sums_, group.rows * size);
  kernels_.multiply(scratch.states_.data(), group.rows, state_size(), layer.matrix, sums, size);
  float* values = room(scratch.floats_, size);
  // Rows of eight, which add up faster than rows of seven.
  std::vector<std::array<float, 8>> rows(size);
  for (std::size_t i = 0; i < size; ++i) std::copy_n(weights_.name_matrix + i * kNameTags, kNameTags, rows[i].begin());
  for (std::size_t s = 0; s < group.length.size(); ++s) {
    TaggedWord* words = scratch.tagged_.data() + group.first[s];
    for (std::size_t t = 0; t < group.length[s]; ++t) {
      words[t].tag = weights_.tag_hashes[predictions[s].tags[t]];
      words[t].relation = weights_.label_hashes[predictions[s].labels[t]];
      words[t].head = predictions[s].heads[t];
    }
    predictions[s].names.assign(group.length[s], 0);
    weights_.name_model.find_runs({words, group.length[s]}, scratch.name_runs_);
    for (const NameRun& run : scratch.name_runs_.runs) {
      NameScores* scores = room(scratch.name_scores_, run.count);
      for (std::size_t t = 0; t < run.count; ++t) {
        kernels_.scaled(sums + (group.first[s] + run.first + t) * size, layer.scale, layer.bias, values, size);
        std::array<float, 8> score{};
        std::copy_n(weights_.name_bias, kNameTags, score.begin());
        for (std::size_t i = 0; i < size; ++i) {
          const float value = values[i] > 0 ? values[i] : 0;
          for (std::size_t k = 0; k < score.size(); ++k) score[k] += value * rows[i][k];
        }
        std::copy_n(score.begin(), kNameTags, scores[t].begin());
      }
      const auto found = weights_.name_model.decode({scratch.name_runs_.rows.data() + run.first_row, run.count}, {scores, run.count});
      std::copy(found.begin(), found.end(), predictions[s].names.begin() + static_cast<std::ptrdiff_t>(run.first));
    }
  }
}

void Network::rectify(const Group& group, const QuantisedLayer& layer, const std::uint8_t* input, std::size_t stride, float slope, float limit,
                      NetworkScratch& scratch, std::uint8_t* out) const {
  const std::size_t size = layer.matrix.outputs;
  std::int32_t* sums = room(scratch.sums_, group.rows * size);
  kernels_.multiply(input, group.rows, stride, layer.matrix, sums, size);
  for (std::size_t row = 0; row < group.rows; ++row) {
    kernels_.rectified_bytes(sums + row * size, layer.scale, layer.bias, slope, limit, out + row * size, size);
  }
}

void Network::predict_trees(const Group& group, NetworkScratch& scratch, std::span<Prediction> predictions) const {
  const std::size_t size = weights_.arc_size, stride = state_size();
  const float clamp = weights_.clamp;
  std::uint8_t* as_head = room(scratch.heads_, group.rows * size);
  std::uint8_t* hidden = room(scratch.hidden_, group.rows * size);
  std::uint8_t* query = room(scratch.queries_, group.rows * size);
  rectify(group, weights_.arc_head, scratch.states_.data(), stride, kLeak, clamp, scratch, as_head);
  rectify(group, weights_.arc_dependent, scratch.states_.data(), stride, kLeak, clamp, scratch, hidden);
  // What each word looks for in a head.
  rectify(group, weights_.arc_query, hidden, size, 1, 2 * clamp, scratch, query);

  const float unit = 2 * clamp / kReach * clamp / kReach;
  for (std::size_t s = 0; s < group.length.size(); ++s) {
    const std::size_t words = group.length[s], heads = words + 1, wide = padded(heads, kLanes);
    // The sentence's possible heads as a packed matrix, so that the same kernel scores all pairs.
    scratch.packed_.assign(wide * size, 0);
    float* offset = room(scratch.floats_, heads);
    for (std::size_t h = 0; h < heads; ++h) {
      std::int8_t* packed = scratch.packed_.data() + h / kLanes * size * kLanes + h % kLanes * kStep;
      const std::uint8_t* bytes = h == 0 ? nullptr : as_head + (group.first[s] + h - 1) * size;  // The root has weights instead.
      std::int32_t sum = 0;
      float bias = 0;
      for (std::size_t i = 0; i < size; i += kStep) {
        for (std::size_t k = 0; k < kStep; ++k) {
          const int value = h == 0 ? weights_.root_arc[i + k] : bytes[i + k] - kMiddle;
          packed[i * kLanes + k] = static_cast<std::int8_t>(value);
          sum += value;
          bias += static_cast<float>(value) * weights_.head_bias[i + k];
        }
      }
      offset[h] = bias * (clamp / kReach) - static_cast<float>(sum * kMiddle) * unit;
    }
    std::int32_t* sums = room(scratch.state_sums_, words * wide);
    kernels_.multiply(query + group.first[s] * size, words, size, {scratch.packed_.data(), wide, size}, sums, wide);
    scratch.scores_.resize(words * heads);
    float margin = 0;
    scratch.best_heads_.resize(words);
    for (std::size_t d = 0; d < words; ++d) {
      float best = -1e30f, second = -1e30f;
      std::size_t best_head = 0;
      for (std::size_t h = 0; h < heads; ++h) {
        const float score = static_cast<float>(sums[d * wide + h]) * unit + offset[h];
        scratch.scores_[d * heads + h] = score;
        if (h == d + 1) continue;
        if (score > best) {
          second = best;
          best = score;
          best_head = h;
        } else if (score > second) {
          second = score;
        }
      }
      margin += std::min(kMostMargin, best - second);
      scratch.best_heads_[d] = static_cast<std::int32_t>(best_head) - 1;
    }
    predictions[s].margin = margin / static_cast<float>(words);
    predictions[s].heads = decode_tree(scratch.scores_, scratch.best_heads_);
  }
}

void Network::predict_labels(const Group& group, NetworkScratch& scratch, std::span<Prediction> predictions) const {
  const std::size_t size = weights_.label_size, wide = weights_.labels.matrix.outputs;
  const auto values_of = [&](const QuantisedLayer& layer, std::vector<float>& memory) {
    std::int32_t* sums = room(scratch.sums_, group.rows * size);
    kernels_.multiply(scratch.states_.data(), group.rows, state_size(), layer.matrix, sums, size);
    float* values = room(memory, group.rows * size);
    for (std::size_t row = 0; row < group.rows; ++row) kernels_.scaled(sums + row * size, layer.scale, layer.bias, values + row * size, size);
    return values;
  };
  const float* of_heads = values_of(weights_.label_head, scratch.label_heads_);
  const float* of_dependents = values_of(weights_.label_dependent, scratch.label_dependents_);
  std::uint8_t* mixed = room(scratch.hidden_, group.rows * size);
  for (std::size_t s = 0; s < group.length.size(); ++s) {
    for (std::size_t t = 0; t < group.length[s]; ++t) {
      const std::int32_t head = predictions[s].heads[t];
      const std::size_t row = group.first[s] + t;
      const float* from_head = head < 0 ? weights_.root_label : of_heads + (group.first[s] + static_cast<std::size_t>(head)) * size;
      kernels_.rectified_sum_bytes(from_head, of_dependents + row * size, kLeak, weights_.clamp, mixed + row * size, size);
    }
  }
  std::int32_t* sums = room(scratch.sums_, group.rows * wide);
  kernels_.multiply(mixed, group.rows, size, weights_.labels.matrix, sums, wide);
  float* scores = room(scratch.floats_, wide);
  const auto root = static_cast<std::uint16_t>(std::find(weights_.label_names.begin(), weights_.label_names.end(), "root") - weights_.label_names.begin());
  for (std::size_t s = 0; s < group.length.size(); ++s) {
    predictions[s].labels.resize(group.length[s]);
    for (std::size_t t = 0; t < group.length[s]; ++t) {
      kernels_.scaled(sums + (group.first[s] + t) * wide, weights_.labels.scale, weights_.labels.bias, scores, wide);
      if (root < weights_.label_names.size()) scores[root] = -1e30f;
      const auto best = std::max_element(scores, scores + weights_.label_names.size()) - scores;
      predictions[s].labels[t] = predictions[s].heads[t] < 0 ? root : static_cast<std::uint16_t>(best);
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
  const std::size_t units = weights_.units, encoded = 2 * units, state = state_size();
  find_words(sentences, group.rows, scratch);
  TaggedWord* tagged = room(scratch.tagged_, group.rows);
  for (std::size_t row = 0; row < group.rows; ++row) tagged[row].hashes = scratch.known_words_.hashes(scratch.numbers_[row]);
  collect_rare_words(group.rows, scratch);
  std::uint8_t* layer1 = room(scratch.layer1_, group.rows * encoded);
  std::uint8_t* states = room(scratch.states_, group.rows * state);
  for (const bool backward : {false, true}) {
    multiply_words(group.rows, backward, scratch);
    run_direction(group, weights_.recurrent[0][backward], backward, layer1 + backward * units, encoded, scratch);
  }
  const std::size_t gates = 4 * units;
  for (const bool backward : {false, true}) {
    const RecurrentDirection& direction = weights_.recurrent[1][backward];
    std::int32_t* sums = room(scratch.sums_, group.rows * gates);
    kernels_.multiply(layer1, group.rows, encoded, direction.from_input, sums, gates);
    for (std::size_t row = 0; row < group.rows; ++row) scratch.gate_sums_[row] = sums + row * gates;
    run_direction(group, direction, backward, states + backward * units, state, scratch);
  }
  predict_tags(group, scratch, predictions);
  predict_trees(group, scratch, predictions);
  predict_labels(group, scratch, predictions);
  predict_names(group, scratch, predictions);
}

}  // namespace attache::language
