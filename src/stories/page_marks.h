#pragma once
/// What a page says of itself: that it was corrected or brought up to date.

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace attache::stories {

/// Notes of the desk stand before or behind the report: among its first and last two paragraphs.
constexpr bool can_be_note(std::size_t paragraph, std::size_t paragraphs) { return paragraph < 2 || paragraph + 2 >= paragraphs; }

/// `Fingerprint::Mark`s of a title or a paragraph. A paragraph with any is not of the report but about it: "(Adds quotes, background)",
/// "Correction: An earlier version of …".
std::uint16_t marks_in(std::string_view text);

}  // namespace attache::stories
