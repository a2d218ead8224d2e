#include <attache/document.h>

namespace attache {

std::string_view name_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::headline: return "headline";
    case BlockKind::lead: return "lead";
    case BlockKind::body: return "body";
    case BlockKind::caption: return "caption";
  }
  return "body";
}

}  // namespace attache
