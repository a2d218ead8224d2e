#include "outputs/coder_comparison.h"

#include "outputs/directed_events.h"
#include "outputs/polecat_export.h"

#include <algorithm>
#include <cmath>

namespace attache::outputs {
namespace {

/// Coders have no direction for these, or tell them from either side.
bool is_consultation(const Event& event) { return event.type == "CONSULT"; }

std::string dyad_of(const EntityPair& pair, bool directed) {
  const std::string* source = &pair.source->code;
  const std::string* target = &pair.target->code;
  if (!directed && *target < *source) std::swap(source, target);
  return *source + (directed ? ">" : "-") + *target;
}

std::string month_of(std::int32_t day) { return to_iso(Day(std::chrono::days(day))).substr(0, 7); }

/// Months since the year 0, to count by.
int month_number(std::int32_t day) {
  const std::chrono::year_month_day date{Day(std::chrono::days(day))};
  return static_cast<int>(date.year()) * 12 + static_cast<int>(static_cast<unsigned>(date.month())) - 1;
}

/// What is counted of two coders in one group.
struct Counts {
  std::uint64_t first = 0, second = 0, both = 0;
  std::map<int, std::pair<double, double>> by_month;
};

/// Pearson's correlation over all months from the first to the last, months without events as nought.
std::optional<double> correlation_of(const std::map<int, std::pair<double, double>>& by_month) {
  if (by_month.empty()) return std::nullopt;
  const double months = by_month.rbegin()->first - by_month.begin()->first + 1;
  if (months < 3) return std::nullopt;
  double x = 0, y = 0, xx = 0, yy = 0, xy = 0;
  for (const auto& [month, counts] : by_month) {
    const auto& [a, b] = counts;
    x += a, y += b, xx += a * a, yy += b * b, xy += a * b;
  }
  const double spread = (xx - x * x / months) * (yy - y * y / months);
  if (!(spread > 1e-12)) return std::nullopt;
  return (xy - x * y / months) / std::sqrt(spread);
}

/// Hands on which days of each are matched with one of the other's: both lists are in order, so the earliest that is near enough is the
/// best.
template <typename Match>
void match_days(const std::vector<std::int32_t>& first, const std::vector<std::int32_t>& second, std::int32_t within, const Match& match) {
  std::size_t i = 0, j = 0;
  while (i < first.size() && j < second.size()) {
    if (second[j] < first[i] - within) {
      ++j;
    } else if (second[j] > first[i] + within) {
      ++i;
    } else {
      match(first[i++]);
      ++j;
    }
  }
}

}  // namespace

std::uint32_t CoderComparison::number_of(std::string_view name, std::vector<std::string>& names,
                                         std::unordered_map<std::string, std::uint32_t>& numbers) {
  const auto [found, is_new] = numbers.emplace(std::string(name), static_cast<std::uint32_t>(names.size()));
  if (is_new) names.emplace_back(name);
  return found->second;
}

void CoderComparison::add(const Report& report) {
  const Event& event = report.event;
  const Modality& modality = event.modality;
  const auto type = agree_on_ == AgreeOn::type ? std::string_view(event.type) : quad_words(event.quad_code);
  bool any = false;
  if (event.date && !type.empty() && !modality.negation && !modality.future && !modality.hypothetical) {
    const auto coder = number_of(report.coder.name, coders_, coder_numbers_);
    const auto day = static_cast<std::int32_t>(event.date->time_since_epoch().count());
    for (const EntityPair& pair : entity_pairs(event)) {
      if (!pair.source || !pair.target || pair.source->code.empty() || pair.target->code.empty()) continue;
      any = true;
      const Kind kind{number_of(dyad_of(pair, !is_consultation(event)), dyads_, dyad_numbers_), number_of(type, types_, type_numbers_)};
      auto& by_coder = events_[kind];
      if (by_coder.size() <= coder) by_coder.resize(coder + 1);
      Days& days = by_coder[coder];
      const auto place = std::lower_bound(days.begin(), days.end(), day);
      if (place == days.end() || *place != day) days.insert(place, day);
    }
  }
  ++(any ? counted_ : left_out_);
}

std::vector<Agreement> CoderComparison::agreements(CompareBy by, unsigned within_days) const {
  std::vector<Agreement> result;
  const auto within = static_cast<std::int32_t>(within_days);
  for (std::size_t first = 0; first < coders_.size(); ++first) {
    for (std::size_t second = first + 1; second < coders_.size(); ++second) {
      std::map<std::string, Counts> groups;
      for (const auto& events : events_) {
        const Kind& kind = events.first;
        const std::vector<Days>& by_coder = events.second;
        static const Days kNone;
        const Days& a = first < by_coder.size() ? by_coder[first] : kNone;
        const Days& b = second < by_coder.size() ? by_coder[second] : kNone;
        const auto group_of = [&](std::int32_t day) -> Counts& {
          return groups[by == CompareBy::all    ? "all"
                        : by == CompareBy::type ? types_[kind.type]
                        : by == CompareBy::dyad ? dyads_[kind.dyad]
                                                : month_of(day)];
        };
        for (const auto day : a) {
          Counts& counts = group_of(day);
          ++counts.first;
          ++counts.by_month[month_number(day)].first;
        }
        for (const auto day : b) {
          Counts& counts = group_of(day);
          ++counts.second;
          ++counts.by_month[month_number(day)].second;
        }
        match_days(a, b, within, [&](std::int32_t day) { ++group_of(day).both; });
      }
      const std::size_t begin = result.size();
      for (const auto& [group, counts] : groups) {
        result.push_back(
            {group, coders_[first], coders_[second], counts.first, counts.second, counts.both, correlation_of(counts.by_month)});
      }
      if (by == CompareBy::month) continue;
      std::stable_sort(result.begin() + static_cast<std::ptrdiff_t>(begin), result.end(), [](const Agreement& a, const Agreement& b) {
        return a.first_events + a.second_events > b.first_events + b.second_events;
      });
    }
  }
  return result;
}

}  // namespace attache::outputs
