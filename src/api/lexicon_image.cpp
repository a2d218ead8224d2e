#include "api/lexicon_image.h"

#include "base/image.h"
#include "coding/coder.h"
#include "knowledge/knowledge.h"

namespace attache {

Result<std::string> compile_lexicon(const std::string& folder) {
  const auto knowledge = Knowledge::compile(folder);
  if (!knowledge) return tl::make_unexpected(knowledge.error());
  const auto coder = EventCoder::compile(folder);
  if (!coder) return tl::make_unexpected(coder.error());
  ImageWriter image;
  image.add("knowledge", knowledge->to_image());
  image.add("coding", coder->to_image());
  return image.bytes();
}

}  // namespace attache
