#include "store/panel_count.h"

#include "base/key_set.h"
#include "store/schema.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace attache::store {
namespace {

/// Columns of the facts that counting needs, in the order of the query below.
enum Column : int { kReport, kPairs, kDay, kQuad, kScale, kGoldstein, kUnit };

/// What makes the unit under each policy.
std::string_view unit_columns(stories::Policy policy) {
  switch (policy) {
    case stories::Policy::none: return "";
    case stories::Policy::reports: return ", f.event, f.original";
    case stories::Policy::events: return ", f.event";
    case stories::Policy::one_a_day: return ", f.one_a_day";
  }
  return "";
}

int unit_width(stories::Policy policy) { return static_cast<int>(std::ranges::count(unit_columns(policy), ',')); }

std::string count_sql(const PanelQuery& query) {
  auto filter = to_sql(query.conditions);
  std::string sql = fmt::format("SELECT f.report, f.pairs, f.day, f.quad, f.scale, f.goldstein{}", unit_columns(query.merge));
  bool report = false;
  bool document = false;
  bool actor = false;
  bool recipient = false;
  for (const auto* dimension : query.by) {
    sql += fmt::format(", {}", dimension->column);
    report |= dimension->report;
    document |= dimension->document;
    actor |= dimension->actor;
    recipient |= dimension->recipient;
  }
  sql += " FROM facts f";
  if (report) sql += " JOIN reports r ON r.number = f.report";
  if (document) sql += " JOIN documents d ON d.number = r.document";
  if (actor) sql += " JOIN participants pa ON pa.report = f.report AND pa.side = 0 JOIN entities a ON a.number = pa.entity";
  if (recipient) sql += " JOIN participants pb ON pb.report = f.report AND pb.side = 1 JOIN entities b ON b.number = pb.entity";
  std::string where = filter.facts;
  if (!filter.others.empty()) {
    std::string inner = "f.report IN (SELECT r.number FROM reports r";
    if (filter.document) inner += " JOIN documents d ON d.number = r.document";
    if (filter.sentence) inner += " JOIN sentences s ON s.number = r.sentence";
    if (filter.place) inner += " LEFT JOIN places l ON l.number = r.place";
    inner += " WHERE r.retired IS NULL AND " + filter.others + ")";
    where += where.empty() ? inner : " AND " + inner;
  }
  return where.empty() ? sql : sql + " WHERE " + where;
}

}  // namespace

std::int64_t TextNumbers::number_of(std::string_view text) {
  const auto [found, added] = numbers_.emplace(std::string(text), static_cast<std::int64_t>(texts_.size()));
  if (added) texts_.emplace_back(text);
  return found->second;
}

Counted count_cells(Connection& connection, const PanelQuery& query) {
  Counted counted;
  KeySet reports;
  KeySet units;
  const bool keep_scale = std::ranges::count(query.measures, Measure::scale_median) > 0;
  const bool keep_goldstein = std::ranges::count(query.measures, Measure::goldstein_median) > 0;
  const int width = unit_width(query.merge);
  // Names come from the participants, of whom a dyad can have several.
  const bool multiplied = std::ranges::any_of(query.by, [](const Dimension* dimension) { return dimension->actor || dimension->recipient; });
  std::int64_t last_day = kNoDay;
  std::int64_t period = 0;
  Statement row(connection, count_sql(query));
  while (row.step()) {
    CellKey key{};
    const auto day = row.number(kDay);
    if (query.period) {
      if (day == kNoDay) {
        ++counted.undated;
        continue;
      }
      // Rows of one day follow each other.
      if (std::exchange(last_day, day) != day) period = period_of(*query.period, day);
      key[query.by.size()] = period;
    }
    for (std::size_t i = 0; i < query.by.size(); ++i) {
      const int column = kUnit + width + static_cast<int>(i);
      const auto& dimension = *query.by[i];
      key[i] = dimension.report || dimension.actor || dimension.recipient ? counted.texts.number_of(row.text(column)) : row.number(column);
    }
    const auto number = counted.cells.at(key);
    if (counted.cells.size() > kMostCells) {
      throw Failure{{ErrorKind::too_large, "the panel has more than five million cells", Place{connection.path()}, "ask for a shorter time or cut by less"}};
    }
    const auto report = row.number(kReport);
    if ((multiplied || row.number(kPairs) > 1) && !reports.add(mixed(number, static_cast<std::uint64_t>(report)))) continue;
    auto& sums = counted.cells.sums(number);
    ++sums.reports;
    if (width > 0) {
      std::uint64_t unit = number + 1;
      for (int i = 0; i < width; ++i) unit = mixed(unit, static_cast<std::uint64_t>(row.number(kUnit + i)));
      if (!units.add(unit)) continue;
    }
    ++sums.count;
    const auto quad = row.number(kQuad);
    if (quad >= 0 && quad <= 4) ++sums.quads[static_cast<std::size_t>(quad)];
    if (!row.is_null(kScale)) sums.scale.add(row.number(kScale), keep_scale);
    if (!row.is_null(kGoldstein)) sums.goldstein.add(row.number(kGoldstein), keep_goldstein);
  }
  return counted;
}

}  // namespace attache::store
