#pragma once
/// What CAMEO codes mean, in a few words of ours: the text column of ICEWS files.

#include <string_view>

namespace attache::outputs {

/// The code in words: `042` is "Make a visit". A code that is not in the table is told by the coarser one; empty for what is no code.
std::string_view cameo_words(std::string_view code);

}  // namespace attache::outputs
