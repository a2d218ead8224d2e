#include "knowledge/calendar/resolver.h"

#include "knowledge/calendar/arithmetic.h"
#include "knowledge/calendar/observances.h"

#include <fmt/format.h>

#include <algorithm>

/// Feasts and anniversaries.
namespace attache::knowledge {
void Resolver::feast() {
  const std::string name(observance_name(e_.observance));
  const auto set = [&](const ObservedDays& observed, std::string reason) {
    if (observed.first == observed.last) return point(observed.first, DatePrecision::day, std::move(reason));
    range(observed.first, observed.last, DatePrecision::day, std::move(reason));
  };
  auto year = said_year();
  if (!year && e_.pointing == Pointing::none) year = narrative_year_;
  if (happened_once(e_.observance)) {
    for (int candidate = 1900; candidate <= 2100; ++candidate) {
      if (const auto observed = observed_in(e_.observance, candidate)) return set(*observed, name);
    }
  }
  if (year) {
    const auto observed = observed_in(e_.observance, *year);
    return observed ? set(*observed, name + " of that year") : unresolved(name + ": not reckoned for that year");
  }
  if (!need_reference(name)) return;
  const int page_year = parts_of(*reference_).year;
  std::vector<Day> firsts;
  std::vector<ObservedDays> found;
  for (int candidate = page_year - 1; candidate <= page_year + 1; ++candidate) {
    if (const auto observed = observed_in(e_.observance, candidate)) {
      firsts.push_back(observed->first);
      found.push_back(*observed);
    }
  }
  const auto first = choose(firsts);
  if (!first) return unresolved(name + ": not reckoned around " + page());
  const auto chosen = std::find_if(found.begin(), found.end(), [&](const ObservedDays& observed) { return observed.first == *first; });
  set(*chosen, fmt::format("{} {} {}", name, direction_word(), page()));
}

}  // namespace attache::knowledge
