#pragma once
/// Names: what the network says of each word and what a linear model over words, shapes, tags, tree and the lexicon's names says, added up.

#include "base/image.h"
#include "language/network/name_decoder.h"
#include "language/network/name_features.h"

#include <attache/error.h>

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace attache::language {

/// A model file's part for names, read in place.
class NameModel {
 public:
  /// Error `internal` when a section is absent or of a wrong size.
  static Result<NameModel> open(const ImageReader& model);

  /// The words of a sentence that may belong to names, with what the linear model looks at.
  void find_runs(std::span<const TaggedWord> words, NameRuns& found) const { find_name_runs(words, lexicon_, found); }

  /// The names of one run: a `NameTag` for each word. `rows` are the run's, `network` holds the network's scores.
  std::vector<std::uint8_t> decode(std::span<const NameRows> rows, std::span<const NameScores> network) const;

 private:
  static constexpr std::size_t kRowSize = 8;  ///< Bytes: seven tags', and one to fill up.

  NameList lexicon_;
  const std::int8_t* rows_ = nullptr;
  float unit_ = 0;           ///< What a byte of the rows counts.
  float network_share_ = 0;  ///< Of the network's scores beside the rows'.
  NameTransitions transitions_{};
};

}  // namespace attache::language
