#include "language/network/weights.h"

#include <algorithm>
#include <string>

namespace attache::language {
namespace {

/// The first section: little-endian 32-bit numbers in this order.
struct Configuration {
  std::uint32_t version, known_words, forms, affixes, ngrams, word_size, units, tag_size, arc_size, label_size, name_size, tags, labels;
  float clamp;
};

constexpr std::uint32_t kVersion = 3;
/// Far above what a model of this kind can use; keeps products of a damaged file's sizes from overflowing.
constexpr std::uint32_t kLargest = 1u << 20;

/// Hands out tensors and remembers the first that is missing.
class TensorReader {
 public:
  explicit TensorReader(const ImageReader& model) : model_(model) {}

  template <typename T>
  const T* tensor(const std::string& name, std::size_t count) {
    const auto section = model_.section(name);
    if (section.size() != count * sizeof(T) && missing_.empty()) missing_ = name;
    return reinterpret_cast<const T*>(section.data());
  }
  PackedMatrix matrix(const std::string& name, std::size_t outputs, std::size_t inputs) {
    PackedMatrix packed;
    packed.outputs = padded(outputs, kLanes);
    packed.inputs = padded(inputs, kStep);
    packed.weights = tensor<std::int8_t>(name, packed.outputs * packed.inputs);
    return packed;
  }
  QuantisedLayer layer(const std::string& name, std::size_t outputs, std::size_t inputs) {
    const std::size_t wide = padded(outputs, kLanes);
    return {matrix(name + ".weights", outputs, inputs), tensor<float>(name + ".scale", wide), tensor<float>(name + ".bias", wide)};
  }
  RecurrentDirection direction(const std::string& name, std::size_t units, std::size_t inputs) {
    return {matrix(name + ".from_input", 4 * units, inputs), matrix(name + ".from_state", 4 * units, units),
            tensor<float>(name + ".input_scale", 4 * units), tensor<float>(name + ".state_scale", 4 * units),
            tensor<float>(name + ".bias", 4 * units)};
  }
  EmbeddingTable table(const std::string& name, std::size_t rows, std::size_t size) {
    return {tensor<std::int8_t>(name + ".rows", rows * size), tensor<float>(name + ".scale", rows)};
  }
  const std::string& missing() const { return missing_; }

 private:
  const ImageReader& model_;
  std::string missing_;
};

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    lines.push_back(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
  return lines;
}

tl::unexpected<Error> damaged(std::string message) {
  return tl::make_unexpected(Error{ErrorKind::internal, std::move(message), {}, {}});
}

}  // namespace

Result<Weights> Weights::open(const ImageReader& model) {
  const auto section = model.section("configuration");
  if (section.size() != sizeof(Configuration)) return damaged("not a parser model: it has no configuration");
  Configuration c;
  std::memcpy(&c, section.data(), sizeof c);
  if (c.version != kVersion) return damaged("a parser model of version " + std::to_string(c.version) + "; this program reads version 3");
  for (const auto size : {c.known_words, c.forms, c.affixes, c.ngrams, c.word_size, c.units, c.tag_size, c.arc_size, c.label_size, c.name_size, c.tags, c.labels}) {
    if (size == 0 || size > kLargest) return damaged("the parser model's configuration is damaged");
  }
  if (c.units % kLanes != 0 || c.arc_size % kLanes != 0 || c.label_size % kLanes != 0 || c.word_size % kLanes != 0 || c.tag_size % kLanes != 0 ||
      c.name_size % kLanes != 0) {
    return damaged("the parser model's sizes do not fit the kernels");
  }

  Weights w;
  w.word_size = c.word_size;
  w.units = c.units;
  w.tag_size = c.tag_size;
  w.arc_size = c.arc_size;
  w.label_size = c.label_size;
  w.name_size = c.name_size;
  w.clamp = c.clamp;

  TensorReader read(model);
  w.tables = {{read.tensor<std::uint32_t>("forms.hashes", c.known_words), c.known_words},
              {read.tensor<std::uint32_t>("forms.row_of_word", c.known_words), c.known_words},
              c.affixes,
              c.ngrams};
  w.forms = read.table("forms", c.forms, c.word_size);
  w.affixes = read.table("affixes", c.affixes, c.word_size);
  w.ngrams = read.table("ngrams", c.ngrams, c.word_size);
  w.word_matrix = read.tensor<float>("word.weights", std::size_t{12} * c.word_size * c.word_size);
  w.word_bias = read.tensor<float>("word.bias", std::size_t{2} * c.word_size);
  w.norm_gain = read.tensor<float>("norm.gain", c.word_size);
  w.norm_bias = read.tensor<float>("norm.bias", c.word_size);
  const std::size_t encoded = std::size_t{2} * c.units;
  for (int layer = 0; layer < 2; ++layer) {
    const std::size_t inputs = layer == 0 ? c.word_size : encoded;
    w.recurrent[layer][0] = read.direction("recurrent" + std::to_string(layer + 1) + ".forward", c.units, inputs);
    w.recurrent[layer][1] = read.direction("recurrent" + std::to_string(layer + 1) + ".backward", c.units, inputs);
  }
  const std::size_t state = encoded + c.tag_size;
  w.tags = read.layer("tags", c.tags, encoded);
  w.tag_embedding = read.layer("tag_embedding", c.tag_size, padded(c.tags, kLanes));
  w.arc_head = read.layer("arc_head", c.arc_size, state);
  w.arc_dependent = read.layer("arc_dependent", c.arc_size, state);
  w.arc_query = read.layer("arc_query", c.arc_size, c.arc_size);
  w.label_head = read.layer("label_head", c.label_size, state);
  w.label_dependent = read.layer("label_dependent", c.label_size, state);
  w.labels = read.layer("labels", c.labels, c.label_size);
  w.names = read.layer("names", c.name_size, state);
  w.name_matrix = read.tensor<float>("name_output.weights", c.name_size * kNameTags);
  w.name_bias = read.tensor<float>("name_output.bias", kNameTags);
  w.root_arc = read.tensor<std::int8_t>("root.arc", c.arc_size);
  w.root_label = read.tensor<float>("root.label", c.label_size);
  w.head_bias = read.tensor<float>("head_bias", c.arc_size);
  w.tag_names = lines_of(as_text(model.section("tag_names")));
  w.label_names = lines_of(as_text(model.section("label_names")));
  if (!read.missing().empty()) return damaged("the parser model's tensor `" + read.missing() + "` is absent or of the wrong size");
  if (std::any_of(w.tables.form_rows.begin(), w.tables.form_rows.end(), [&](std::uint32_t row) { return row >= c.forms; })) {
    return damaged("the parser model's words have rows that it lacks");
  }
  if (w.tag_names.size() != c.tags || w.label_names.size() != c.labels) return damaged("the parser model's names of tags or labels do not fit");
  for (const auto tag : w.tag_names) w.tag_hashes.push_back(text_hash(tag.substr(0, tag.find('|'))));
  for (const auto label : w.label_names) w.label_hashes.push_back(text_hash(label));
  auto names = NameModel::open(model);
  if (!names) return tl::make_unexpected(names.error());
  w.name_model = *names;
  return w;
}

}  // namespace attache::language
