#include "store/panel.h"

#include "store/panel_count.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <unordered_map>

namespace attache::store {
namespace {

[[noreturn]] void wrong(std::string message) { throw Failure{{ErrorKind::malformed, std::move(message), {}, {}}}; }

/// A combination's cells in the order of time.
using Series = std::map<std::int64_t, Sums>;

/// Sums of the whole volume by period, for shares.
std::unordered_map<std::int64_t, std::int64_t> volume(Connection& connection, const PanelQuery& query) {
  PanelQuery all;
  all.merge = query.merge;
  all.period = query.period;
  // The volume is that of the same time and coder; all else is what the share is of.
  std::ranges::copy_if(query.conditions, std::back_inserter(all.conditions), [](const Condition& condition) {
    return condition.field->name == "date" || condition.field->name == "published" || condition.field->name.starts_with("coder");
  });
  const auto counted = count_cells(connection, all);
  std::unordered_map<std::int64_t, std::int64_t> counts;
  for (std::size_t i = 0; i < counted.cells.size(); ++i) counts[counted.cells.key(i)[0]] += counted.cells.sums(i).count;
  return counts;
}

Cell score_sum(const Scores& scores) { return static_cast<double>(scores.sum) / 100; }
Cell score_mean(const Scores& scores) { return scores.count == 0 ? Cell() : Cell(static_cast<double>(scores.sum) / 100 / static_cast<double>(scores.count)); }
Cell score_median(const Scores& scores) { return scores.values.empty() ? Cell() : Cell(median(scores.values) / 100); }

/// `volume` is that of the cell's time.
Cell cell_of(Measure measure, const Sums& sums, std::int64_t volume) {
  switch (measure) {
    case Measure::count: return sums.count;
    case Measure::reports: return sums.reports;
    case Measure::quad1: case Measure::quad2: case Measure::quad3: case Measure::quad4:
      return sums.quads[1 + static_cast<std::size_t>(measure) - static_cast<std::size_t>(Measure::quad1)];
    case Measure::scale_sum: return score_sum(sums.scale);
    case Measure::scale_mean: return score_mean(sums.scale);
    case Measure::scale_median: return score_median(sums.scale);
    case Measure::goldstein_sum: return score_sum(sums.goldstein);
    case Measure::goldstein_mean: return score_mean(sums.goldstein);
    case Measure::goldstein_median: return score_median(sums.goldstein);
    case Measure::share: return volume == 0 ? Cell() : Cell(1000.0 * static_cast<double>(sums.count) / static_cast<double>(volume));
  }
  return {};
}

/// Panels as tables: names for numbers, periods filled, windows rolled.
class PanelTable {
 public:
  PanelTable(Connection& connection, const PanelQuery& query) : query_(query), counted_(count_cells(connection, query)), connection_(connection) {}

  Table table();

 private:
  void load_names();
  Cell name_of_key(std::size_t dimension, std::int64_t number) const;
  std::vector<Cell> names_of(const CellKey& key) const;
  void gather_series();
  void find_span();
  void add_rows(const CellKey& key, const Series& series, Table& table);
  void add_mover(const CellKey& key, const Series& series, Table& table) const;
  std::int64_t volume_of(std::int64_t first, std::int64_t last) const;

  const PanelQuery& query_;
  Counted counted_;
  Connection& connection_;
  std::unordered_map<std::int64_t, std::string> terms_;
  std::unordered_map<std::int64_t, std::int64_t> volume_;
  std::map<CellKey, Series> series_;  ///< By what cuts beside time.
  std::int64_t first_ = 0, last_ = -1;  ///< Periods.
};

void PanelTable::load_names() {
  Statement terms(connection_, "SELECT number, term FROM terms");
  while (terms.step()) terms_.emplace(terms.number(0), std::string(terms.text(1)));
}

Cell PanelTable::name_of_key(std::size_t dimension, std::int64_t number) const {
  const auto& by = *query_.by[dimension];
  if (by.term) {
    const auto found = terms_.find(number);
    return found == terms_.end() ? std::string() : found->second;
  }
  if (!by.report && !by.actor && !by.recipient) return number;
  auto text = counted_.texts.text(number);
  std::ranges::replace(text, '\n', ';');
  return text;
}

std::vector<Cell> PanelTable::names_of(const CellKey& key) const {
  std::vector<Cell> cells;
  for (std::size_t i = 0; i < query_.by.size(); ++i) cells.push_back(name_of_key(i, key[i]));
  return cells;
}

void PanelTable::gather_series() {
  for (std::size_t i = 0; i < counted_.cells.size(); ++i) {
    CellKey key = counted_.cells.key(i);
    const auto period = query_.period ? std::exchange(key[query_.by.size()], 0) : 0;
    series_[key].emplace(period, std::move(counted_.cells.sums(i)));
  }
}

/// From the first to the last period with an event, or as far as the conditions on the day say.
void PanelTable::find_span() {
  bool any = false;
  for (const auto& [key, series] : series_) {
    first_ = any ? std::min(first_, series.begin()->first) : series.begin()->first;
    last_ = any ? std::max(last_, series.rbegin()->first) : series.rbegin()->first;
    any = true;
  }
  if (!query_.period || !any) return;
  for (const auto& condition : query_.conditions) {
    if (condition.field->name != "date" || condition.values.size() != 1 || condition.comparison == Comparison::is_not) continue;
    const auto span = span_of(condition.values.front());
    if (!span) continue;
    const auto period = [&](std::int64_t day) { return period_of(*query_.period, day); };
    if (condition.comparison == Comparison::is || condition.comparison == Comparison::at_least) first_ = period(span->first);
    if (condition.comparison == Comparison::more) first_ = period(span->last + 1);
    if (condition.comparison == Comparison::is || condition.comparison == Comparison::at_most) last_ = period(span->last);
    if (condition.comparison == Comparison::less) last_ = period(span->first - 1);
  }
}

std::int64_t PanelTable::volume_of(std::int64_t first, std::int64_t last) const {
  std::int64_t sum = 0;
  for (auto period = first; period <= last; ++period) {
    const auto found = volume_.find(period);
    if (found != volume_.end()) sum += found->second;
  }
  return sum;
}

void PanelTable::add_rows(const CellKey& key, const Series& series, Table& table) {
  const auto names = names_of(key);
  const auto add = [&](std::int64_t period, const Sums& sums, std::int64_t first) {
    auto row = names;
    if (query_.period) row.emplace_back(name_of_period(*query_.period, period));
    const auto all = volume_.empty() ? 0 : volume_of(first, period);
    for (const auto measure : query_.measures) row.push_back(cell_of(measure, sums, all));
    table.rows.push_back(std::move(row));
  };
  if (!query_.period || (!query_.fill && query_.rolling <= 1)) {
    for (const auto& [period, sums] : series) add(period, sums, period);
    return;
  }
  const auto window = std::max<std::int64_t>(query_.rolling, 1);
  for (auto period = first_; period <= last_; ++period) {
    Sums sums;
    for (auto found = series.lower_bound(period - window + 1); found != series.end() && found->first <= period; ++found) sums.add(found->second);
    add(period, sums, period - window + 1);
  }
}

/// How much a count has moved, in standard deviations of a Poisson count: the difference of the square roots, which have nearly one variance whatever the rate
/// (Anscombe 1948).
double movement(double now, double before) { return 2 * (std::sqrt(now + 0.375) - std::sqrt(before + 0.375)); }

void PanelTable::add_mover(const CellKey& key, const Series& series, Table& table) const {
  const auto periods_before = last_ - first_;
  std::int64_t now = 0;
  std::int64_t before = 0;
  for (const auto& [period, sums] : series) {
    if (period == last_) now = sums.count;
    if (period >= first_ && period < last_) before += sums.count;
  }
  const double mean = static_cast<double>(before) / static_cast<double>(std::max<std::int64_t>(periods_before, 1));
  auto row = names_of(key);
  row.insert(row.end(), {now, mean, static_cast<double>(now) - mean, movement(static_cast<double>(now), mean)});
  table.rows.push_back(std::move(row));
}

Table PanelTable::table() {
  Table table;
  table.undated = counted_.undated;
  load_names();
  if (std::ranges::count(query_.measures, Measure::share) > 0) volume_ = volume(connection_, query_);
  gather_series();
  find_span();
  for (const auto* dimension : query_.by) table.columns.emplace_back(dimension->name);
  if (query_.movers > 0) {
    table.columns.insert(table.columns.end(), {"now", "before", "change", "score"});
    for (const auto& [key, series] : series_) add_mover(key, series, table);
    const auto score = [](const std::vector<Cell>& row) { return std::abs(std::get<double>(row.back())); };
    std::ranges::sort(table.rows, [&](const auto& a, const auto& b) { return score(a) != score(b) ? score(a) > score(b) : a < b; });
    if (table.rows.size() > query_.movers) table.rows.resize(query_.movers);
    return table;
  }
  if (query_.period) table.columns.emplace_back("period");
  for (const auto measure : query_.measures) table.columns.emplace_back(name_of(measure));
  const auto periods = query_.fill || query_.rolling > 1 ? static_cast<std::uint64_t>(std::max<std::int64_t>(last_ - first_ + 1, 0)) : 1;
  if (query_.period && periods * series_.size() > kMostCells) {
    throw Failure{{ErrorKind::too_large, fmt::format("the panel would have {} cells", periods * series_.size()), Place{connection_.path()}, "ask for a shorter time or cut by less"}};
  }
  for (const auto& [key, series] : series_) add_rows(key, series, table);
  const auto cut = static_cast<std::ptrdiff_t>(query_.by.size() + (query_.period ? 1 : 0));
  std::ranges::sort(table.rows, [&](const auto& a, const auto& b) { return std::lexicographical_compare(a.begin(), a.begin() + cut, b.begin(), b.begin() + cut); });
  return table;
}

void check(const PanelQuery& query) {
  if (query.by.size() + 1 > kMostDimensions) wrong(fmt::format("a panel is cut by at most {} fields and time", kMostDimensions - 1));
  if (!query.period && query.movers > 0) wrong("what moves, moves from period to period: name one");
  if (!query.period && (query.fill || query.rolling > 1)) wrong("filling and rolling need a period");
  if (query.rolling == 0) wrong("a window has at least one period");
}

}  // namespace

Result<Table> count_panel(Connection& connection, const PanelQuery& query) {
  return guarded([&] {
    check(query);
    return PanelTable(connection, query).table();
  });
}

}  // namespace attache::store
