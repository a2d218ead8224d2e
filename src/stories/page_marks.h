#pragma once
/// What a page says of itself: that it was corrected or brought up to date.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace attache::stories {

/// Notes of the desk stand before or behind the report: among its first and last two paragraphs.
constexpr bool can_be_note(std::size_t paragraph, std::size_t paragraphs) { return paragraph < 2 || paragraph + 2 >= paragraphs; }

/// `Fingerprint::Mark`s found in the title and in the first and last paragraphs.
std::uint16_t marks_of(std::string_view title, const std::vector<std::string_view>& paragraphs);

/// True for a paragraph that is not of the report but about it: "(Adds quotes, background)", "Correction: An earlier version of …".
bool is_note_of_the_desk(std::string_view paragraph);

}  // namespace attache::stories
