#pragma once
/// What the tests of reading share: inputs in memory, and documents as text that a table can hold.

#include "reading/reader.h"

#include <string>
#include <string_view>
#include <vector>

namespace attache {

/// All that reading an input gives.
struct ReadResult {
  std::vector<Document> documents;
  std::vector<Error> errors;
};

inline ReadResult read_all(std::string_view bytes, const ReadOptions& options = {}) {
  ReadResult result;
  read_bytes(bytes, Place{"test"}, options, [&](Document&& document) { result.documents.push_back(std::move(document)); },
             [&](const Error& error) { result.errors.push_back(error); });
  return result;
}

/// The only document of an input; an empty one when it has none or several.
inline Document read_one(std::string_view bytes) {
  auto result = read_all(bytes);
  return result.documents.size() == 1 ? std::move(result.documents.front()) : Document{};
}

/// One line a block: `body: Text.`
inline std::string shown(const Document& document) {
  std::string text;
  for (const Block& block : document.blocks) {
    text += name_of(block.kind);
    text += ": " + block.text + "\n";
  }
  return text;
}

inline std::string joined(const std::vector<std::string>& list) {
  std::string text;
  for (const auto& entry : list) text += (text.empty() ? "" : "|") + entry;
  return text;
}

inline std::string iso(const std::optional<Day>& day) { return day ? to_iso(*day) : ""; }

}  // namespace attache
