/// Any bytes through the shipped model: no crash, and every sentence gets a tree with one root and no cycle.
/// The model's path is in the environment variable ATTACHE_MODEL.

#include "base/mapped_file.h"
#include "base/utf8.h"
#include "language/parser.h"
#include "language/segmenter.h"

#include <cstdint>
#include <cstdlib>

namespace {

const attache::Parser& parser() {
  const char* const path = std::getenv("ATTACHE_MODEL");
  static const auto file = attache::MappedFile::open(path ? path : "models/english.model");
  static const attache::Parser opened = attache::Parser::open(file.value().bytes()).value();
  return opened;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  attache::Document document;
  document.blocks.push_back({attache::BlockKind::body, attache::to_valid_utf8({reinterpret_cast<const char*>(data), size})});
  attache::Arena arena;
  std::vector<attache::Sentence> sentences;
  attache::segment(document, arena, sentences);
  std::vector<attache::Sentence*> work;
  for (auto& sentence : sentences) work.push_back(&sentence);
  parser().parse(work, arena);
  for (const auto& sentence : sentences) {
    std::size_t roots = 0;
    for (const auto& token : sentence.tokens) {
      roots += token.head < 0;
      std::size_t steps = 0;
      for (auto at = token.head; at >= 0; at = sentence.tokens[static_cast<std::size_t>(at)].head) {
        if (++steps > sentence.tokens.size()) std::abort();
      }
    }
    if (roots != 1 || !sentence.parsed) std::abort();
  }
  return 0;
}
