#include "stories/measures.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace attache::stories {
namespace {

enum Kind : std::uint8_t { length, weight, volume, area };

struct Unit {
  std::string_view name;
  Kind kind;
  double size;  ///< In metres, kilograms, litres, square metres.
};

/// A ton is between the metric one and the short one: papers mean either.
constexpr std::array kUnits = {
    Unit{"kilometre", length, 1000},  Unit{"kilometer", length, 1000},     Unit{"km", length, 1000},          Unit{"kms", length, 1000},
    Unit{"metre", length, 1},         Unit{"meter", length, 1},            Unit{"centimetre", length, 0.01},  Unit{"centimeter", length, 0.01},
    Unit{"cm", length, 0.01},         Unit{"millimetre", length, 0.001},   Unit{"millimeter", length, 0.001}, Unit{"mm", length, 0.001},
    Unit{"mile", length, 1609.344},   Unit{"yard", length, 0.9144},        Unit{"foot", length, 0.3048},      Unit{"feet", length, 0.3048},
    Unit{"inch", length, 0.0254},     Unit{"inches", length, 0.0254},      Unit{"tonne", weight, 1000},       Unit{"ton", weight, 952},
    Unit{"kilogram", weight, 1},      Unit{"kilogramme", weight, 1},       Unit{"kilo", weight, 1},           Unit{"kg", weight, 1},
    Unit{"gram", weight, 0.001},      Unit{"pound", weight, 0.45359237},   Unit{"lb", weight, 0.45359237},    Unit{"lbs", weight, 0.45359237},
    Unit{"ounce", weight, 0.0283495}, Unit{"litre", volume, 1},            Unit{"liter", volume, 1},          Unit{"gallon", volume, 3.785412},
    Unit{"barrel", volume, 158.9873}, Unit{"hectare", area, 10000},        Unit{"acre", area, 4046.856},
};

/// Logarithms are kept in hundredths: a step is one per cent.
constexpr double kSteps = 100;
constexpr int kSameWithin = 6;
constexpr int kMiddle = 1 << 15;
constexpr int kKindAt = 24;

const Unit* unit_named(std::string_view word) {
  const auto named = [&](std::string_view name) {
    const auto* found = std::find_if(kUnits.begin(), kUnits.end(), [&](const Unit& unit) { return unit.name == name; });
    return found == kUnits.end() ? nullptr : found;
  };
  if (const Unit* unit = named(word)) return unit;
  return word.size() > 3 && word.ends_with('s') ? named(word.substr(0, word.size() - 1)) : nullptr;
}

}  // namespace

std::uint32_t measure_of(double figure, std::string_view unit) {
  const Unit* known = unit_named(unit);
  if (!known || !(figure > 0)) return 0;
  const double steps = std::clamp(std::round(kSteps * std::log(figure * known->size)), -double{kMiddle}, double{kMiddle});
  return is_measure | (static_cast<std::uint32_t>(known->kind) << kKindAt) | static_cast<std::uint32_t>(static_cast<int>(steps) + kMiddle);
}

bool same_measure(std::uint32_t one, std::uint32_t other) {
  if ((one & is_measure) == 0 || (other & is_measure) == 0 || one >> kKindAt != other >> kKindAt) return false;
  return std::abs(static_cast<int>(one & 0xffffffU) - static_cast<int>(other & 0xffffffU)) <= kSameWithin;
}

}  // namespace attache::stories
