#include "store/health.h"
#include "store/lines.h"
#include "store/page_archive.h"
#include "store/schema.h"
#include "store/writer.h"

#include <algorithm>
#include <filesystem>
#include <limits>
#include <optional>
#include <span>
#include <utility>

namespace attache::store {
namespace {

/// Counts, first reports and days of events as their reports say.
constexpr const char* kRecountEvents =
    "UPDATE events SET reports = (SELECT count(*) FROM reports r WHERE r.event = events.number AND r.retired IS NULL), "
    "first_report = coalesce((SELECT min(r.number) FROM reports r WHERE r.event = events.number AND r.retired IS NULL), first_report)";

void make_derived_anew(Connection& connection) {
  connection.run(std::string(drop_derived_tables_sql()));
  connection.run(std::string(derived_tables_sql()));
  const bool keep_text = setting(connection, kKeepsText, 1) != 0;
  if (keep_text) connection.run("INSERT INTO evidence (rowid, text) SELECT number, text FROM sentences WHERE text IS NOT NULL");
  Dictionaries dictionaries(connection);
  ReportRows rows(connection, dictionaries, keep_text);
  ReportReader reader(connection);
  Statement reports(connection, "SELECT r.number, r.event, d.original FROM reports r JOIN documents d ON d.number = r.document WHERE r.retired IS NULL ORDER BY r.number");
  StoredReport stored;
  while (reports.step()) {
    if (!reader.read(reports.number(0), stored)) continue;
    ReportPlacement placement;
    placement.event = reports.number(1);
    placement.original = reports.number(2);
    placement.published = stored.report.citation.published;
    rows.add_facts(stored.number, stored.report.event, placement);
  }
  rows.flush();
}

/// The reports of a document that hold, in their order.
std::vector<std::int64_t> reports_of(Connection& connection, std::int64_t document) {
  std::vector<std::int64_t> numbers;
  Statement reports(connection, "SELECT number FROM reports WHERE document = ?1 AND retired IS NULL ORDER BY number");
  for (reports.bind(1, document); reports.step();) numbers.push_back(reports.number(0));
  return numbers;
}

/// A document with those reports, as it was handed over.
CodedDocument document_in(Connection& connection, ReportReader& reader, std::int64_t number, const std::vector<std::int64_t>& reports) {
  CodedDocument document;
  Statement row(connection, "SELECT d.content, d.id, d.url, d.title, d.publication, d.language, d.published, p.page, d.agencies FROM documents d LEFT JOIN pages p ON p.document = d.number WHERE d.number = ?1");
  row.bind(1, number);
  if (!row.step()) return document;
  document.content = row.number(0);
  auto& citation = document.citation;
  for (auto& [field, column] : {std::pair(&citation.document, 1), {&citation.url, 2}, {&citation.title, 3}, {&citation.publication, 4}, {&citation.language, 5}}) *field = row.text(column);
  citation.agencies = from_lines(row.text(8));
  if (!row.is_null(6)) citation.published = Day(std::chrono::days(row.number(6)));
  const auto page = row.blob(7);
  document.page.assign(reinterpret_cast<const char*>(page.data()), page.size());
  document.coder.name.clear();
  StoredReport stored;
  for (const auto report : reports) {
    if (!reader.read(report, stored)) throw Failure{{ErrorKind::malformed, "a report cannot be read", Place{connection.path()}, {}}};
    document.citation.agencies = stored.report.citation.agencies;
    document.coder = stored.report.coder;
    document.events.push_back(std::move(stored.report.event));
  }
  return document;
}

/// The fingerprint of a document that is kept, from its page or else from the sentences of its reports; nothing where no text is kept.
std::optional<stories::Fingerprint> fingerprint_of(const CodedDocument& document) {
  if (!document.page.empty()) {
    if (const auto page = unpack_page(std::as_bytes(std::span(document.page)))) return stories::fingerprint(*page);
  }
  const bool has_text = std::ranges::any_of(document.events, [](const Event& event) { return !event.text.empty(); });
  if (!has_text) return std::nullopt;
  return prepare(document).print;
}

/// Takes fingerprints of other versions anew. Those that cannot be taken go: their documents are compared with no more.
void take_fingerprints_anew(Connection& connection) {
  std::vector<std::int64_t> numbers;
  Statement others(connection, "SELECT d.number FROM documents d WHERE " + other_fingerprint_sql());
  while (others.step()) numbers.push_back(others.number(0));
  ReportReader reader(connection);
  Statement update(connection, "UPDATE documents SET fingerprint = ?2 WHERE number = ?1");
  for (const auto number : numbers) {
    const auto print = fingerprint_of(document_in(connection, reader, number, reports_of(connection, number)));
    const auto bytes = print ? stories::to_bytes(*print) : std::string();
    update.bind(1, number);
    print ? update.bind_blob(2, std::as_bytes(std::span(bytes))) : update.bind_null(2);
    update.run();
  }
}

/// The last number in the table, or, where that cannot be read, one that it is surely not above: no row is that small.
std::int64_t last_number(Connection& connection, const std::string& table, bool& is_known) {
  const auto last = guarded([&] { return connection.number("SELECT max(number) FROM " + table).value_or(0); });
  is_known = last.has_value();
  if (last) return *last;
  constexpr std::int64_t kSmallest = 64;
  return static_cast<std::int64_t>(std::filesystem::file_size(connection.path())) / kSmallest;
}

/// The reports that hold, by document, as far as they can be read one by one: the index by document may be what is lost.
class ReportsByDocument {
 public:
  explicit ReportsByDocument(Connection& connection) {
    bool is_known = false;
    const auto last = last_number(connection, "reports", is_known);
    Statement row(connection, "SELECT document FROM reports NOT INDEXED WHERE number = ?1 AND retired IS NULL");
    std::int64_t last_document = 0;
    bool gap = false;
    for (std::int64_t number = 1; number <= last; ++number) {
      const auto document = guarded([&] {
        row.bind(1, number);
        const auto found = row.step() ? row.number(0) : 0;
        row.reset();
        return found;
      });
      gap = gap || !document;
      if (!document || *document == 0) continue;
      if (std::exchange(gap, false)) incomplete_.emplace_back(std::min(last_document, *document), std::max(last_document, *document));
      last_document = *document;
      reports_.emplace_back(*document, number);
    }
    if (gap) incomplete_.emplace_back(last_document, std::numeric_limits<std::int64_t>::max());
    std::ranges::sort(reports_);
  }

  /// False where a report that cannot be read may be the document's.
  bool has_all(std::int64_t document) const {
    return std::ranges::none_of(incomplete_, [&](const auto& range) { return range.first <= document && document <= range.second; });
  }

  std::vector<std::int64_t> of(std::int64_t document) const {
    std::vector<std::int64_t> numbers;
    for (auto at = std::ranges::lower_bound(reports_, std::pair(document, std::int64_t{0})); at != reports_.end() && at->first == document; ++at) numbers.push_back(at->second);
    return numbers;
  }

 private:
  std::vector<std::pair<std::int64_t, std::int64_t>> reports_;     ///< Document and report.
  std::vector<std::pair<std::int64_t, std::int64_t>> incomplete_;  ///< Documents between whose reports some cannot be read, first and last.
};

}  // namespace

Result<void> mend(const std::string& path) {
  return guarded([&] {
    const Connection must_be_there(path, Connection::Mode::write);
    const WriterLock lock(path);
    auto connection = open_for_writing(path);
    Transaction transaction(connection);
    connection.run("REINDEX");
    make_derived_anew(connection);
    connection.run(kRecountEvents);
    take_fingerprints_anew(connection);
    transaction.commit();
    connection.run("PRAGMA wal_checkpoint(TRUNCATE)");
  });
}

Result<Salvaged> salvage(const std::string& from, const std::string& to) {
  return guarded([&] {
    std::error_code ignored;
    if (std::filesystem::exists(to, ignored)) throw Failure{{ErrorKind::unwritable, "is there already", Place{to}, "name a new file"}};
    auto connection = open_for_salvage(from);
    WriterOptions options;
    options.keep_text = setting(connection, kKeepsText, 1) != 0;
    options.command = "doctor --salvage " + from;
    auto writer = Writer::open(to, options);
    if (!writer) throw Failure{writer.error()};
    ReportReader reader(connection, false);
    const ReportsByDocument reports(connection);
    Salvaged salvaged;
    bool last_is_known = false;
    const auto last = last_number(connection, "documents", last_is_known);
    std::uint64_t lost_since = 0;  // the last that could be read
    for (std::int64_t number = 1; number <= last; ++number) {
      // Each by itself: one that cannot be read costs no other.
      const auto document = guarded([&] {
        if (!reports.has_all(number)) throw Failure{{ErrorKind::malformed, "a report cannot be read", Place{from}, {}}};
        return document_in(connection, reader, number, reports.of(number));
      });
      if (!document || document->citation.document.empty()) {
        lost_since += !document;
        continue;
      }
      const auto added = (*writer)->add(*document);
      if (!added) throw Failure{added.error()};
      ++salvaged.documents;
      salvaged.lost += std::exchange(lost_since, 0);
    }
    salvaged.end_is_lost = !last_is_known;
    if (last_is_known) salvaged.lost += lost_since;
    if (auto finished = (*writer)->finish(); !finished) throw Failure{finished.error()};
    return salvaged;
  });
}

}  // namespace attache::store
