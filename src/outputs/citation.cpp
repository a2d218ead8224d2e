#include <attache/report.h>

namespace attache {

Citation citation_of(const Document& document) {
  return {document.id, document.url, document.title, document.publication, document.language, document.agencies, document.published};
}

}  // namespace attache
