#pragma once
/// A parser model's tensors, read in place from its file (docs/model_format.md).

#include "base/image.h"
#include "language/network/kernels.h"
#include "language/network/name_model.h"
#include "language/network/word_features.h"

#include <attache/error.h>

#include <cstdint>
#include <string_view>
#include <vector>

namespace attache::language {

/// A matrix of signed bytes whose product is turned back into numbers: value = sum · scale + bias, for each output. The bias
/// takes out what the activations' middle adds.
struct QuantisedLayer {
  PackedMatrix matrix;
  const float* scale = nullptr;
  const float* bias = nullptr;
};

/// One direction of a recurrent layer; gates in the order input, forget, cell, output.
struct RecurrentDirection {
  PackedMatrix from_input;
  PackedMatrix from_state;
  const float* input_scale = nullptr;
  const float* state_scale = nullptr;
  const float* bias = nullptr;
};

/// Rows of signed bytes, each with its own scale.
struct EmbeddingTable {
  const std::int8_t* rows = nullptr;
  const float* scale = nullptr;
};

struct Weights {
  FeatureTables tables;
  std::uint32_t word_size = 0;   ///< Of a word's vector.
  std::uint32_t units = 0;       ///< Of one direction of a recurrent layer.
  std::uint32_t tag_size = 0;    ///< Of the tags' embedding.
  std::uint32_t arc_size = 0;
  std::uint32_t label_size = 0;
  std::uint32_t name_size = 0;
  float clamp = 0;               ///< Word vectors and hidden values are held to ±clamp, queries to twice that.

  EmbeddingTable forms, affixes, ngrams;
  const float* word_matrix = nullptr;  ///< 6 · word_size rows (inputs) of 2 · word_size.
  const float* word_bias = nullptr;
  const float* norm_gain = nullptr;
  const float* norm_bias = nullptr;

  RecurrentDirection recurrent[2][2];  ///< By layer, then forward and backward.
  QuantisedLayer tags, tag_embedding, arc_head, arc_dependent, arc_query, label_head, label_dependent, labels, names;
  const float* name_matrix = nullptr;  ///< name_size rows (inputs) of 7.
  const float* name_bias = nullptr;
  const std::int8_t* root_arc = nullptr;   ///< The root as a head: arc_size bytes.
  const float* root_label = nullptr;
  const float* head_bias = nullptr;        ///< arc_size: how likely a word is to govern at all.

  std::vector<std::string_view> tag_names;    ///< `NOUN|NN` …
  std::vector<std::string_view> label_names;  ///< `nsubj` …
  std::vector<std::uint32_t> tag_hashes;      ///< CRC-32 of each tag's UPOS.
  std::vector<std::uint32_t> label_hashes;    ///< CRC-32 of each relation.
  NameModel name_model;

  /// Errors: `internal` when a tensor is absent or of another size than the configuration says.
  static Result<Weights> open(const ImageReader& model);
};

}  // namespace attache::language
