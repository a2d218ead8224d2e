#pragma once
/// What holds of every document, whatever it was read from.

#include "base/utf8.h"
#include "reading/limits.h"
#include "reading/reader.h"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace attache {

inline void check(bool holds) {
  if (!holds) std::abort();
}

inline void check_document(const Document& document) {
  for (const std::string* field : {&document.id, &document.url, &document.title, &document.language, &document.byline, &document.publication}) check(is_valid_utf8(*field));
  for (const auto* list : {&document.agencies, &document.image_credits}) {
    for (const std::string& entry : *list) check(!entry.empty() && is_valid_utf8(entry));
  }
  check(!document.id.empty());
  check(document.blocks.size() <= reading::kMaxBlocks + 1);
  for (const Block& block : document.blocks) {
    check(is_valid_utf8(block.text));
    check(!block.text.empty() && block.text.find('\n') == std::string::npos);
  }
}

/// Reads the bytes and checks all that comes out; how many documents and errors.
inline std::size_t read_and_check(std::string_view bytes) {
  std::size_t results = 0;
  read_bytes(
      bytes, Place{"fuzz"}, {},
      [&](Document&& document) {
        check_document(document);
        ++results;
      },
      [&](const Error& error) {
        check(!error.message.empty());
        ++results;
      });
  return results;
}

}  // namespace attache
