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

std::string_view name_of(PageKind kind) {
  switch (kind) {
    case PageKind::article: return "article";
    case PageKind::stub: return "stub";
    case PageKind::live_blog: return "live_blog";
    case PageKind::gallery: return "gallery";
    case PageKind::listing: return "listing";
  }
  return "article";
}

PageKind page_kind_named(std::string_view name) {
  for (const auto kind : {PageKind::stub, PageKind::live_blog, PageKind::gallery, PageKind::listing}) {
    if (name == name_of(kind)) return kind;
  }
  return PageKind::article;
}

}  // namespace attache
