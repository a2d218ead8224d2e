/// Any bytes as a page, behind markup that makes them one: the finder sees every shape of tree, and its text is valid and folded.

#include "base/utf8.h"
#include "reading/html_page.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string page = "<html><head><title>Envoys meet in Zenda</title></head><body><h1>Envoys meet in Zenda</h1>" +
                           attache::to_valid_utf8({reinterpret_cast<const char*>(data), size});
  attache::Document document;
  attache::reading::read_html_page(page, document);
  if (!attache::is_valid_utf8(document.title) || !attache::is_valid_utf8(document.byline)) std::abort();
  for (const attache::Block& block : document.blocks) {
    if (block.text.empty() || !attache::is_valid_utf8(block.text) || block.text.find("  ") != std::string::npos) std::abort();
  }
  return 0;
}
