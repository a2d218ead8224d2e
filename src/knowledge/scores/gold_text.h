#pragma once
/// Texts with known answers, as JSON Lines.

#include <attache/document.h>
#include <attache/error.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace attache::knowledge {

/// A run of a gold text: code points from its first character, end-exclusive.
struct GoldSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// A document cut from a running text, one block a line, and where each block began in it.
struct GoldDocument {
  Document document;
  std::vector<std::uint32_t> block_begins;

  /// The place of a token of a block in the running text.
  std::uint32_t in_text(std::uint32_t block, std::uint32_t offset) const { return block_begins[block] + offset; }
};

/// Cuts a text at its line breaks; blank lines leave no block.
GoldDocument document_of_text(std::string id, std::string_view text);

/// The lines of a file that are not blank, with their numbers from 1.
struct NumberedLine {
  std::string_view text;
  std::uint64_t number;
};
std::vector<NumberedLine> lines_of(std::string_view bytes);

/// "malformed" for a line of a file, with a message.
Error malformed_line(const std::string& path, std::uint64_t line, std::string message);

}  // namespace attache::knowledge
