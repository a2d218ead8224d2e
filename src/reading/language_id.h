#pragma once
/// Which language a text is in, by its script and its commonest words.

#include <string>
#include <string_view>

namespace attache::reading {

/// The ISO 639-1 code of the text's language, such as `en`; empty when the text is too short or like none that is known.
/// Known by words: the larger languages in Latin and Cyrillic script; by script alone: Greek, Hebrew, Armenian, Georgian, Thai, Korean, Hindi, Bengali, Tamil, Telugu, and so on.
/// Looks at the first few thousand words at most.
std::string identify_language(std::string_view text);

/// `en` from `en-US`, `EN_gb`, `eng` or `English`; empty from what names no language.
std::string language_code(std::string_view tag);

}  // namespace attache::reading
