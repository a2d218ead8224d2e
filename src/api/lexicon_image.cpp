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

}  // namespace attache
