#include "store/panel_request.h"

#include <fmt/format.h>

namespace attache::store {
namespace {

tl::unexpected<Error> wrong(std::string message) { return tl::make_unexpected(Error{ErrorKind::malformed, std::move(message), {}, {}}); }

constexpr std::pair<std::string_view, Period> kPeriods[] = {
    {"day", Period::day}, {"week", Period::week}, {"month", Period::month}, {"quarter", Period::quarter}, {"year", Period::year}};

std::optional<Period> period_named(std::string_view name) {
  for (const auto& [known, period] : kPeriods) {
    if (name == known) return period;
  }
  return std::nullopt;
}

std::string names_of_cuts() {
  std::string names = "dyad, day, week, month, quarter, year";
  for (const auto& dimension : dimensions()) names += fmt::format(", {}", dimension.name);
  return names;
}

}  // namespace

Result<std::vector<Condition>> parse_conditions(const std::vector<std::string>& texts) {
  std::vector<Condition> conditions;
  for (const auto& text : texts) {
    auto condition = parse_condition(text);
    if (!condition) return tl::make_unexpected(condition.error());
    conditions.push_back(std::move(*condition));
  }
  return conditions;
}

Result<PanelQuery> panel_query(const PanelRequest& request) {
  PanelQuery query;
  auto conditions = parse_conditions(request.where);
  if (!conditions) return tl::make_unexpected(conditions.error());
  query.conditions = std::move(*conditions);
  const auto merge = stories::policy_named(request.merge);
  if (!merge) return wrong(fmt::format("`{}` is none of none, reports, one-a-day, events", request.merge));
  query.merge = *merge;
  for (const auto& name : request.by) {
    if (const auto period = period_named(name)) {
      if (query.period) return wrong("a panel is cut by one period");
      query.period = period;
      continue;
    }
    if (name == "dyad") {
      query.by.insert(query.by.end(), {dimension_named("actor"), dimension_named("recipient")});
      continue;
    }
    const auto* dimension = dimension_named(name);
    if (!dimension) return wrong(fmt::format("a panel cannot be cut by `{}`, but by {}", name, names_of_cuts()));
    query.by.push_back(dimension);
  }
  query.measures.clear();
  for (const auto& name : request.show) {
    const auto measure = measure_named(name);
    if (!measure) {
      return wrong(fmt::format("a panel cannot show `{}`, but count, reports, quad1 to quad4, scale_sum, scale_mean, scale_median, goldstein_sum, goldstein_mean, goldstein_median, share", name));
    }
    query.measures.push_back(*measure);
  }
  query.fill = request.fill;
  query.rolling = request.rolling;
  query.movers = request.movers;
  return query;
}

}  // namespace attache::store
