#pragma once
/// Weights from hashed features to labels, kept as bytes.

#include "coding/judgement/pair_features.h"

#include "base/image.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace attache::coding {

/// Rows of labels, one row a feature, with one scale a label.
struct LinearTable {
  std::size_t labels = 0;
  std::vector<Feature> features;        ///< Sorted.
  std::vector<std::int8_t> weights;     ///< `labels` for each feature.
  std::vector<float> scales;            ///< One a label.

  /// Takes weights in full, `scales.size()` a feature, and keeps each label's largest within a byte.
  void set_weights(std::span<const float> full, std::size_t labels_of_each);

  /// Adds each known feature's row, scaled by one over the root of the number of features; `scores` has one place a label. The table must be indexed.
  void score(std::span<const Feature> pair, std::span<double> scores) const;

  void add_to(ImageWriter& image, const std::string& name) const;
  /// False when the sections are no table, or a damaged one.
  bool read_from(const ImageReader& image, const std::string& name);

  /// To be called when the features have changed: makes rows quick to find.
  void index();

 private:
  /// Where the features begin whose highest bits are those, and one past the last: hashes spread evenly, so that a few stand behind each.
  std::vector<std::uint32_t> begins_;
};

}  // namespace attache::coding
