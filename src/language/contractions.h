#pragma once
/// Where English writes two or three words as one: "don't", "China's", "cannot", "gonna".

#include <array>
#include <cstddef>
#include <string_view>

namespace attache::language {

constexpr std::size_t most_clitics = 3;

/// The bytes at which the words of a contraction are cut, in order; returns how many. None for an ordinary word.
std::size_t contraction_cuts(std::string_view word, std::array<std::size_t, most_clitics>& cuts);

/// Length of what follows an apostrophe at the beginning of a word whose first letters or digits are left out: "'90s", "'em", "'til".
/// `byte` is behind the apostrophe; 0 when the apostrophe is a quotation mark.
std::size_t elision_at(std::string_view text, std::size_t byte);

}  // namespace attache::language
