/// Any bytes as an input of unknown kind: no crash, and what is read is valid UTF-8 within its limits.

#include "base/utf8.h"
#include "reading/limits.h"
#include "reading/reader.h"

#include <cstdint>
#include <cstdlib>

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

void check_document(const attache::Document& document) {
  for (const std::string* field : {&document.id, &document.url, &document.title, &document.language, &document.byline, &document.publication}) check(attache::is_valid_utf8(*field));
  for (const auto* list : {&document.agencies, &document.image_credits}) {
    for (const std::string& entry : *list) check(!entry.empty() && attache::is_valid_utf8(entry));
  }
  check(!document.id.empty());
  check(document.blocks.size() <= attache::reading::kMaxBlocks + 1);
  for (const attache::Block& block : document.blocks) {
    check(attache::is_valid_utf8(block.text));
    check(!block.text.empty() && block.text.find('\n') == std::string::npos);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::size_t documents = 0;
  std::size_t errors = 0;
  attache::read_bytes(
      {reinterpret_cast<const char*>(data), size}, attache::Place{"fuzz"}, {},
      [&](attache::Document&& document) {
        check_document(document);
        ++documents;
      },
      [&](const attache::Error& error) {
        check(!error.message.empty());
        ++errors;
      });
  // Nothing is dropped in silence.
  check(documents + errors > 0);
  return 0;
}
