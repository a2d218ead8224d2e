#pragma once
/// Pieces of markup that other formats carry within a field.

#include <string>
#include <string_view>
#include <vector>

namespace attache::reading {

/// The paragraphs of a piece of HTML, white space folded; of plain text its lines.
std::vector<std::string> fragment_paragraphs(std::string_view html);

/// Likewise as one line, for titles and names.
std::string fragment_line(std::string_view html);

}  // namespace attache::reading
