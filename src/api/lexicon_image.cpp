#include "api/lexicon_image.h"

#include "base/image.h"
#include "coding/coder.h"
#include "coding/scan_triggers.h"
#include "knowledge/knowledge.h"
#include "language/scan.h"

namespace attache {

Result<std::string> compile_lexicon(const std::string& folder) {
  const auto knowledge = Knowledge::compile(folder);
  if (!knowledge) return tl::make_unexpected(knowledge.error());
  const auto coder = EventCoder::compile(folder);
  if (!coder) return tl::make_unexpected(coder.error());
  ScanVocabulary vocabulary;
  vocabulary.triggers = coding::scan_triggers(coder->lexicon());
  knowledge->add_scan_words(vocabulary);
  ImageWriter image;
  image.add("scan", LexicalScan::compile(vocabulary).to_image());
  image.add("knowledge", knowledge->to_image());
  image.add("coding", coder->to_image());
  return image.bytes();
}

Result<std::string> overlay_lexicon(std::span<const std::byte> bytes, std::span<const std::string> folders) {
  const auto image = ImageReader::open(bytes);
  if (!image) return tl::make_unexpected(image.error());
  const auto knowledge = Knowledge::overlay(image->section("knowledge"), folders);
  if (!knowledge) return tl::make_unexpected(knowledge.error());
  const auto coder = EventCoder::open(image->section("coding"));
  if (!coder) return tl::make_unexpected(coder.error());
  ScanVocabulary vocabulary;
  vocabulary.triggers = coding::scan_triggers(coder->lexicon());
  knowledge->add_scan_words(vocabulary);
  ImageWriter overlaid;
  overlaid.add("scan", LexicalScan::compile(vocabulary).to_image());
  overlaid.add("knowledge", knowledge->to_image());
  overlaid.add("coding", std::string(as_text(image->section("coding"))));
  return overlaid.bytes();
}

}  // namespace attache
