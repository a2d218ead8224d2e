/// Any bytes as a block: no crash, and every character but blanks lies in one token, in order.

#include "base/utf8.h"
#include "language/segmenter.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  attache::Document document;
  document.blocks.push_back({attache::BlockKind::body, attache::to_valid_utf8({reinterpret_cast<const char*>(data), size})});
  attache::Arena arena;
  std::vector<attache::Sentence> sentences;
  attache::segment(document, arena, sentences);
  const std::string& text = document.blocks[0].text;
  std::size_t last = 0;
  for (const attache::Sentence& sentence : sentences) {
    for (const attache::Token& token : sentence.tokens) {
      const auto begin = static_cast<std::size_t>(token.text.data() - text.data());
      if (begin < last || token.text.empty()) std::abort();
      if (token.end - token.start != attache::count_code_points(token.text)) std::abort();
      last = begin + token.text.size();
    }
  }
  return 0;
}
