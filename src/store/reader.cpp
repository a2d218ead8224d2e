#include "store/reader.h"

#include "base/key_set.h"
#include "store/database.h"
#include "store/schema.h"

#include <fmt/format.h>

namespace attache::store {
std::uint64_t unit_of(const StoredReport& stored, std::int64_t original, stories::Policy policy) {
  switch (policy) {
    case stories::Policy::none: break;
    case stories::Policy::reports: return mixed(static_cast<std::uint64_t>(original), static_cast<std::uint64_t>(stored.event));
    case stories::Policy::events: return static_cast<std::uint64_t>(stored.event);
    case stories::Policy::one_a_day: return stories::one_a_day_key(stored.report.event, stored.report.citation.published);
  }
  return static_cast<std::uint64_t>(stored.number);
}

std::string listing_sql(const ReportQuery& query) {
  const auto filter = to_sql(query.conditions);
  std::string sql = "SELECT r.number, d.original FROM reports r JOIN documents d ON d.number = r.document";
  if (filter.sentence) sql += " JOIN sentences s ON s.number = r.sentence";
  if (filter.place) sql += " LEFT JOIN places l ON l.number = r.place";
  sql += query.retired ? " WHERE r.retired IS NOT NULL" : " WHERE r.retired IS NULL";
  if (!filter.facts.empty()) {
    const auto facts = query.retired ? fmt::format("({})", retired_facts_sql()) : std::string("facts");
    sql += fmt::format(" AND r.number IN (SELECT f.report FROM {} f WHERE {})", facts, filter.facts);
  }
  if (!filter.others.empty()) sql += " AND " + filter.others;
  sql += " ORDER BY r.number";
  // Merging decides in the reading what is left out.
  if (query.limit > 0 && query.merge == stories::Policy::none) sql += fmt::format(" LIMIT {}", query.limit);
  return sql;
}

Reader::Reader(const std::string& path) : connection_(open_for_reading(path)), reports_(connection_) {}

Result<std::unique_ptr<Reader>> Reader::open(const std::string& path) {
  return guarded([&] { return std::unique_ptr<Reader>(new Reader(path)); });
}

Result<std::uint64_t> Reader::for_each_report(const ReportQuery& query, const std::function<bool(const StoredReport&)>& take) {
  return guarded([&] {
    std::uint64_t given = 0;
    KeySet counted;
    StoredReport stored;
    Statement listing(connection_, listing_sql(query));
    while (listing.step()) {
      if (!reports_.read(listing.number(0), stored)) continue;
      if (query.merge != stories::Policy::none && !counted.add(unit_of(stored, listing.number(1), query.merge))) continue;
      ++given;
      if (!take(stored) || given == query.limit) break;
    }
    return given;
  });
}

}  // namespace attache::store
