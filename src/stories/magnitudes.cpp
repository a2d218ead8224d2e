#include "stories/magnitudes.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace attache::stories {
namespace {

bool same_figure(const Figure& one, const Figure& other) {
  return one.magnitude.low == other.magnitude.low && one.magnitude.high == other.magnitude.high;
}

CombinedMagnitude combine_kind(const std::vector<const Figure*>& figures) {
  CombinedMagnitude combined;
  combined.what = figures.front()->magnitude.what;
  combined.low = figures.front()->magnitude.low;
  combined.high = figures.front()->magnitude.high;
  combined.reports = figures.size();
  const Figure* latest = figures.front();
  const Figure* best = figures.front();
  std::tuple<std::size_t, bool> best_standing;
  for (const Figure* figure : figures) {
    combined.low = std::min(combined.low, figure->magnitude.low);
    combined.high = std::max(combined.high, figure->magnitude.high);
    // A report without a day is taken to be older than any with one.
    if (!(figure->told < latest->told)) latest = figure;
    std::set<std::string> sources;
    bool official = false;
    for (const Figure* other : figures) {
      if (!same_figure(*figure, *other)) continue;
      sources.insert(other->source);
      official = official || other->official;
    }
    const std::tuple standing(sources.size(), official);
    if (standing > best_standing || (standing == best_standing && !(figure->told < best->told))) {
      best = figure;
      best_standing = standing;
    }
  }
  combined.latest = *latest;
  combined.best_sourced = *best;
  combined.sources = std::get<0>(best_standing);
  return combined;
}

}  // namespace

std::vector<CombinedMagnitude> combine(std::span<const Figure> figures) {
  std::vector<std::vector<const Figure*>> kinds;
  for (const Figure& figure : figures) {
    const auto kind =
        std::find_if(kinds.begin(), kinds.end(), [&](const auto& one) { return one.front()->magnitude.what == figure.magnitude.what; });
    if (kind == kinds.end()) {
      kinds.push_back({&figure});
    } else {
      kind->push_back(&figure);
    }
  }
  std::vector<CombinedMagnitude> combined;
  combined.reserve(kinds.size());
  for (const auto& kind : kinds) combined.push_back(combine_kind(kind));
  return combined;
}

}  // namespace attache::stories
