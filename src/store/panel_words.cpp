/// The names of what panels are cut by and of what they say.

#include "store/panel.h"

namespace attache::store {
namespace {

constexpr Dimension kDimensions[] = {
    {"actor", "f.actor", true, false, false, false, false, "country code of who did it"},
    {"recipient", "f.recipient", true, false, false, false, false, "country code of whom it was done to"},
    {"actor_sector", "f.actor_sector", true, false, false, false, false, "sector of who did it"},
    {"recipient_sector", "f.recipient_sector", true, false, false, false, false, "sector of whom it was done to"},
    {"actor_name", "a.identifier_text", false, false, false, true, false, "canonical name of who did it"},
    {"recipient_name", "b.identifier_text", false, false, false, false, true, "canonical name of whom it was done to"},
    {"type", "f.type", true, false, false, false, false, "PLOVER type"},
    {"own_type", "r.own_type", false, true, false, false, false, "a type of your own that the classifier was taught"},
    {"mode", "r.modes", false, true, false, false, false, "PLOVER mode"},
    {"cameo", "f.cameo", true, false, false, false, false, "CAMEO code"},
    {"quad", "f.quad", false, false, false, false, false, "quad class"},
    {"place", "f.country", true, false, false, false, false, "country in which it happened"},
    {"publication", "d.publication", false, true, true, false, false, "newspaper or site"},
    {"language", "d.language", false, true, true, false, false, "language of the page"},
    {"coder", "(SELECT c.name FROM coders c WHERE c.number = d.coder)", false, true, true, false, false, "what coded it"},
};

constexpr std::string_view kMeasures[] = {"count", "reports", "quad1", "quad2", "quad3", "quad4", "scale_sum", "scale_mean", "scale_median",
                                          "goldstein_sum", "goldstein_mean", "goldstein_median", "share"};

}  // namespace

std::span<const Dimension> dimensions() { return kDimensions; }

const Dimension* dimension_named(std::string_view name) {
  for (const auto& dimension : kDimensions) {
    if (dimension.name == name) return &dimension;
  }
  return nullptr;
}

std::string_view name_of(Measure measure) { return kMeasures[static_cast<std::size_t>(measure)]; }

std::optional<Measure> measure_named(std::string_view name) {
  for (std::size_t i = 0; i < std::size(kMeasures); ++i) {
    if (kMeasures[i] == name) return static_cast<Measure>(i);
  }
  return std::nullopt;
}

}  // namespace attache::store
