#include "language/network/name_model.h"

#include <cmath>
#include <cstring>
#include <tuple>

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

std::vector<std::uint8_t> NameModel::decode(std::span<const NameRows> rows, std::span<const NameScores> network) const {
  // Eight bytes as eight sums of sixteen bits, which forty rows cannot fill.
  using Bytes = std::int8_t __attribute__((vector_size(kRowSize)));
  using Sums = std::int16_t __attribute__((vector_size(2 * kRowSize)));
  static_assert(std::tuple_size_v<NameRows> * 127 <= INT16_MAX);
  for (const NameRows& word : rows) {
    for (const std::uint32_t row : word) __builtin_prefetch(rows_ + std::size_t{row} * kRowSize);
  }
  std::vector<NameScores> scores(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Sums sums{};
    for (const std::uint32_t row : rows[i]) {
      Bytes values;
      std::memcpy(&values, rows_ + std::size_t{row} * kRowSize, sizeof values);
      sums += __builtin_convertvector(values, Sums);
    }
    for (std::size_t tag = 0; tag < kNameTags; ++tag) {
      scores[i][tag] = static_cast<float>(sums[tag]) * unit_ + network[i][tag] * network_share_;
    }
  }
  return decode_names(scores, transitions_);
}

}  // namespace attache::language
