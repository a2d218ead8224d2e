#include "store/document_rows.h"

#include "base/hash.h"
#include "store/lines.h"
#include "store/report_rows.h"

namespace attache::store {
namespace {

std::int64_t key_of(std::string_view id) { return static_cast<std::int64_t>(stable_hash(id)); }

/// Whose a document is that was read and not coded.
constexpr std::string_view kOurName = "attache";

std::span<const std::byte> as_bytes(const std::string& bytes) { return std::as_bytes(std::span(bytes)); }

}  // namespace

DocumentFinder::DocumentFinder(const Connection& connection)
    : find_(connection, "SELECT number, content, coder, original FROM documents WHERE key = ?1 AND id = ?2 "
                        "AND ifnull((SELECT name FROM coders c WHERE c.number = coder), ?4) = ?3 ORDER BY number DESC") {}

std::optional<KnownDocument> DocumentFinder::find(std::string_view id, std::int64_t content, std::string_view coder) {
  std::optional<KnownDocument> known;
  find_.bind(1, key_of(id)).bind(2, id).bind(3, coder.empty() ? kOurName : coder).bind(4, kOurName);
  while (!known && find_.step()) {
    const auto there = find_.number(1);
    if (content == 0 || there == 0 || there == content) known = KnownDocument{find_.number(0), there, find_.number(2), find_.number(3)};
  }
  find_.reset();
  return known;
}

DocumentRows::DocumentRows(const Connection& connection)
    : add_(connection, "INSERT INTO documents (number, key, id, content, url, title, publication, language, agencies, published, run, coder, fingerprint, story, original, relation, rule, alike, strength) "
                       "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)"),
      add_page_(connection, "INSERT OR REPLACE INTO pages (document, page) VALUES (?1, ?2)"),
      complete_(connection, "UPDATE documents SET content = ?2 WHERE number = ?1"),
      set_coder_(connection, "UPDATE documents SET coder = ?2 WHERE number = ?1") {}

void DocumentRows::add(const CodedDocument& document, const DocumentPlacement& placement) {
  const auto& citation = document.citation;
  const auto agencies = to_lines(citation.agencies);
  add_.bind(1, placement.number).bind(2, key_of(citation.document)).bind(3, std::string_view(citation.document)).bind(4, document.content);
  add_.bind_known(5, citation.url).bind_known(6, citation.title).bind_known(7, citation.publication).bind_known(8, citation.language).bind_known(9, agencies);
  add_.bind(10, days(citation.published)).bind(11, placement.run);
  placement.coder ? add_.bind(12, placement.coder) : add_.bind_null(12);
  placement.fingerprint.empty() ? add_.bind_null(13) : add_.bind_blob(13, as_bytes(placement.fingerprint));
  placement.story ? add_.bind(14, placement.story) : add_.bind_null(14);
  add_.bind(15, placement.original).bind_known(16, placement.relation).bind_known(17, placement.rule);
  placement.alike ? add_.bind(18, placement.alike).bind(19, placement.strength) : add_.bind_null(18).bind_null(19);
  add_.run();
  if (!document.page.empty()) add_page_.bind(1, placement.number).bind_blob(2, as_bytes(document.page)).run();
}

void DocumentRows::complete(std::int64_t number, const CodedDocument& document) {
  complete_.bind(1, number).bind(2, document.content).run();
  if (!document.page.empty()) add_page_.bind(1, number).bind_blob(2, as_bytes(document.page)).run();
}

void DocumentRows::set_coder(std::int64_t number, std::int64_t coder) { set_coder_.bind(1, number).bind(2, coder).run(); }

}  // namespace attache::store
