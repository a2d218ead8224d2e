#include "store/panel_count.h"

#include "base/key_set.h"
#include "store/schema.h"

#include <algorithm>
#include <utility>

namespace attache::store {
namespace {

/// What makes the unit under each policy.
std::vector<std::string_view> unit_columns(stories::Policy policy) {
  switch (policy) {
    case stories::Policy::none: return {};
    case stories::Policy::reports: return {"f.event", "f.original"};
    case stories::Policy::events: return {"f.event"};
    case stories::Policy::one_a_day: return {"f.one_a_day"};
  }
  return {};
}

bool is_quad(Measure measure) { return measure >= Measure::quad1 && measure <= Measure::quad4; }
bool is_scale(Measure measure) { return measure >= Measure::scale_sum && measure <= Measure::scale_median; }
bool is_goldstein(Measure measure) { return measure >= Measure::goldstein_sum && measure <= Measure::goldstein_median; }

/// The columns that a panel needs of each fact, and no others: with every dyad of a large database they are read by the million.
class Columns {
 public:
  static constexpr int kNone = -1;

  explicit Columns(const PanelQuery& query) {
    const auto wants = [&](bool (*kind)(Measure)) { return std::ranges::any_of(query.measures, kind); };
    report = add("f.report");
    pairs = add("f.pairs");
    if (query.period) day = add("f.day");
    if (wants(is_quad)) quad = add("f.quad");
    if (wants(is_scale)) scale = add("f.scale");
    if (wants(is_goldstein)) goldstein = add("f.goldstein");
    unit = count_;
    for (const auto column : unit_columns(query.merge)) add(column);
    by = count_;
    for (const auto* dimension : query.by) add(dimension->column);
  }

  int report = kNone, pairs = kNone, day = kNone, quad = kNone, scale = kNone, goldstein = kNone;
  int unit = 0;  ///< What makes the unit stands from here …
  int by = 0;    ///< … to here, where what the panel is cut by begins.
  const std::string& sql() const { return sql_; }

 private:
  int add(std::string_view column) {
    if (count_ > 0) sql_ += ", ";
    sql_ += column;
    return count_++;
  }

  std::string sql_;
  int count_ = 0;
};

/// True for a panel of all facts by dyad: they are then read in the order of their table, in which a dyad's facts stand together.
bool reads_dyad_by_dyad(const PanelQuery& query) {
  const auto cut_by = [&](std::string_view column) { return std::ranges::any_of(query.by, [&](const Dimension* dimension) { return dimension->column == column; }); };
  const bool joined = std::ranges::any_of(query.by, [](const Dimension* dimension) { return dimension->report || dimension->actor || dimension->recipient; });
  return query.conditions.empty() && !joined && cut_by("f.actor") && cut_by("f.recipient");
}

std::string count_sql(const PanelQuery& query, const Columns& columns) {
  if (reads_dyad_by_dyad(query)) return "SELECT " + columns.sql() + " FROM facts f NOT INDEXED ORDER BY f.actor, f.recipient";
  auto filter = to_sql(query.conditions);
  std::string sql = "SELECT " + columns.sql();
  const auto needs = [&](bool Dimension::*what) { return std::ranges::any_of(query.by, [&](const Dimension* dimension) { return dimension->*what; }); };
  sql += " FROM facts f";
  if (needs(&Dimension::report)) sql += " JOIN reports r ON r.number = f.report";
  if (needs(&Dimension::document)) sql += " JOIN documents d ON d.number = r.document";
  if (needs(&Dimension::actor)) sql += " JOIN participants pa ON pa.report = f.report AND pa.side = 0 JOIN entities a ON a.number = pa.entity";
  if (needs(&Dimension::recipient)) sql += " JOIN participants pb ON pb.report = f.report AND pb.side = 1 JOIN entities b ON b.number = pb.entity";
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
  const Columns columns(query);
  // Names come from the participants, of whom a dyad can have several.
  const bool multiplied = std::ranges::any_of(query.by, [](const Dimension* dimension) { return dimension->actor || dimension->recipient; });
  // What was counted is remembered for all facts, or where they come dyad by dyad for one dyad's only.
  const bool by_dyad = reads_dyad_by_dyad(query);
  const auto place_of = [&](std::string_view column) {
    return static_cast<std::size_t>(std::ranges::find_if(query.by, [&](const Dimension* dimension) { return dimension->column == column; }) - query.by.begin());
  };
  const std::size_t actor = place_of("f.actor"), recipient = place_of("f.recipient");
  CellKey last_key{};
  std::size_t last_cell = 0;
  std::int64_t last_day = kNoDay;
  std::int64_t period = 0;
  Statement row(connection, count_sql(query, columns));
  while (row.step()) {
    CellKey key{};
    if (query.period) {
      const auto day = row.number(columns.day);
      if (day == kNoDay) {
        ++counted.undated;
        continue;
      }
      // Rows of one day follow each other.
      if (std::exchange(last_day, day) != day) period = period_of(*query.period, day);
      key[query.by.size()] = period;
    }
    for (std::size_t i = 0; i < query.by.size(); ++i) {
      const int column = columns.by + static_cast<int>(i);
      const auto& dimension = *query.by[i];
      key[i] = dimension.report || dimension.actor || dimension.recipient ? counted.texts.number_of(row.text(column)) : row.number(column);
    }
    if (by_dyad && (key[actor] != last_key[actor] || key[recipient] != last_key[recipient])) {
      reports.clear();
      units.clear();
    }
    // Cells of one dyad and period mostly come one behind the other.
    const auto number = counted.cells.size() > 0 && key == last_key ? last_cell : counted.cells.at(key);
    last_key = key;
    last_cell = number;
    if (counted.cells.size() > kMostCells) {
      throw Failure{{ErrorKind::too_large, "the panel has more than five million cells", Place{connection.path()}, "ask for a shorter time or cut by less"}};
    }
    const bool can_come_again = multiplied || row.number(columns.pairs) > 1;
    if (can_come_again && !reports.add(mixed(number, static_cast<std::uint64_t>(row.number(columns.report))))) continue;
    auto& sums = counted.cells.sums(number);
    ++sums.reports;
    if (columns.unit < columns.by) {
      std::uint64_t unit = number + 1;
      for (int column = columns.unit; column < columns.by; ++column) unit = mixed(unit, static_cast<std::uint64_t>(row.number(column)));
      if (!units.add(unit)) continue;
    }
    ++sums.count;
    if (columns.quad != Columns::kNone) {
      const auto quad = row.number(columns.quad);
      if (quad >= 0 && quad <= 4) ++sums.quads[static_cast<std::size_t>(quad)];
    }
    if (columns.scale != Columns::kNone && !row.is_null(columns.scale)) sums.scale.add(row.number(columns.scale), keep_scale);
    if (columns.goldstein != Columns::kNone && !row.is_null(columns.goldstein)) sums.goldstein.add(row.number(columns.goldstein), keep_goldstein);
  }
  return counted;
}

}  // namespace attache::store
