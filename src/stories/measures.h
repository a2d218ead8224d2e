#pragma once
/// Figures that measure lengths, weights, volumes and areas, in units of either side of the Atlantic: an agency's 30 metres are 100 feet in another paper.

#include <cstdint>
#include <string_view>

namespace attache::stories {

/// What a figure with its unit (in small letters, one or many: "mile", "miles", "km") measures, as one number; 0 where the word is no such unit
/// or the figure is not above 0. The highest bit is set, which it is not in the hash of a figure that counts.
std::uint32_t measure_of(double figure, std::string_view unit);

inline constexpr std::uint32_t is_measure = 0x80000000U;

/// Whether two measures can be of one thing: of one kind, and as far apart as rounding in another unit puts them (6 %).
bool same_measure(std::uint32_t one, std::uint32_t other);

}  // namespace attache::stories
