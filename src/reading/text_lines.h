#pragma once
/// The lines of a text, as paragraphs where an editor has wrapped them at a fixed width.

#include <string>
#include <string_view>
#include <vector>

namespace attache::reading {

/// A line with its white space folded.
struct TextLine {
  std::string text;
  bool gap_before = false;  ///< An empty line stands before it.
};

/// The text's lines that are not empty. Where the text was wrapped at a fixed width, each paragraph is one line.
std::vector<TextLine> split_lines(std::string_view text);

}  // namespace attache::reading
