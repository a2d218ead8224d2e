#include "language/network/name_model.h"

#include <algorithm>
#include <cmath>

namespace attache::language {
namespace {

/// The section `names.configuration`.
struct Configuration {
  float unit, network_share;
  NameTransitions transitions;
};

}  // namespace

Result<NameModel> NameModel::open(const ImageReader& model) {
  const auto damaged = [] { return tl::make_unexpected(Error{ErrorKind::internal, "the parser model's part for names is damaged", {}, {}}); };
  const auto section = model.section("names.configuration");
  const auto rows = model.section("names.rows");
  NameModel names;
  names.lexicon_ = {as_array<std::uint32_t>(model.section("names.lexicon.hashes")), as_array<std::uint8_t>(model.section("names.lexicon.kinds"))};
  if (section.size() != sizeof(Configuration) || rows.size() != 2 * kNameRows * kRowSize || names.lexicon_.hashes.size() != names.lexicon_.kinds.size()) {
    return damaged();
  }
  Configuration configuration;
  std::memcpy(&configuration, section.data(), sizeof configuration);
  if (!std::isfinite(configuration.unit) || !std::isfinite(configuration.network_share)) return damaged();
  names.unit_ = configuration.unit;
  names.network_share_ = configuration.network_share;
  names.transitions_ = configuration.transitions;
  names.rows_ = reinterpret_cast<const std::int8_t*>(rows.data());
  return names;
}

std::vector<std::uint8_t> NameModel::decode(std::span<const TaggedWord> words, std::span<const NameScores> network) const {
  std::vector<std::uint8_t> tags(words.size(), 0);
  std::vector<NameScores> scores;
  for (const NameRun& run : name_runs(words, lexicon_)) {
    scores.resize(run.rows.size());
    for (std::size_t i = 0; i < run.rows.size(); ++i) {
      std::array<std::int32_t, kRowSize> sums{};
      for (const std::uint32_t row : run.rows[i]) {
        const std::int8_t* values = rows_ + std::size_t{row} * kRowSize;
        for (std::size_t tag = 0; tag < kRowSize; ++tag) sums[tag] += values[tag];
      }
      for (std::size_t tag = 0; tag < kNameTags; ++tag) {
        scores[i][tag] = static_cast<float>(sums[tag]) * unit_ + network[run.first + i][tag] * network_share_;
      }
    }
    const auto found = decode_names(scores, transitions_);
    std::copy(found.begin(), found.end(), tags.begin() + static_cast<std::ptrdiff_t>(run.first));
  }
  return tags;
}

}  // namespace attache::language
