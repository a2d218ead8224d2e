#pragma once
/// Panels: events counted by who, whom, what, where and when.
///
/// What is counted is decided by the merge policy; a report with several actors or recipients counts once for each of its dyads in a panel by dyad, and once
/// altogether in any other. Events whose day is not known are in no period.

#include "store/day_span.h"
#include "store/filter.h"
#include "store/sqlite.h"
#include "stories/policy.h"

#include <attache/store.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attache::store {

/// What a panel can be cut by, beside time.
struct Dimension {
  std::string_view name;
  std::string_view column;    ///< SQL over `f`, and where so said `r`, `d`, and the participants' entities `a` and `b`.
  bool term = false;          ///< A number of `terms`.
  bool report = false, document = false, actor = false, recipient = false;  ///< What must be joined.
  std::string_view meaning;
};
std::span<const Dimension> dimensions();
const Dimension* dimension_named(std::string_view name);

/// What a panel can say of its cells.
enum class Measure : std::uint8_t {
  count, reports, quad1, quad2, quad3, quad4, scale_sum, scale_mean, scale_median, goldstein_sum, goldstein_mean, goldstein_median, share
};
std::string_view name_of(Measure measure);
std::optional<Measure> measure_named(std::string_view name);

struct PanelQuery {
  std::vector<Condition> conditions;
  stories::Policy merge = stories::Policy::events;
  std::vector<const Dimension*> by;
  std::optional<Period> period;
  std::vector<Measure> measures = {Measure::count};
  bool fill = false;            ///< Every combination that occurs in every period from the first to the last, zeros included.
  std::uint32_t rolling = 1;    ///< Each period's cell is of it and the periods before it, so many together. More than 1 fills.
  std::uint32_t movers = 0;     ///< Instead of the cells, the so many combinations that changed most in the last period against the mean of those before.
};

using Cell = PanelCell;
using Table = Panel;

/// Counts. Errors: `malformed` for a query that makes no sense, `too_large` for more than five million cells, and those of the database.
Result<Table> count_panel(Connection& connection, const PanelQuery& query);

}  // namespace attache::store
