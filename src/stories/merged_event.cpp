#include "stories/merged_event.h"

#include "stories/event_facts.h"

#include <algorithm>
#include <tuple>

namespace attache::stories {
namespace {

/// How much is said of one participant.
int detail_of(const Entity& entity) {
  return 4 * !entity.code.empty() + 2 * !entity.sector.empty() + 2 * !entity.identifier_text.empty() + !entity.office.empty();
}

int detail_of(const std::vector<Entity>& side) {
  int detail = 0;
  for (const Entity& entity : side) detail += 1 + detail_of(entity);
  return detail;
}

int detail_of(const std::optional<Location>& location) {
  if (!location) return -1;
  Event event;
  event.location = location;
  return facts_of(event).where.level;
}

/// A day is better than a month, one that the words tell better than the page's.
std::tuple<bool, int, bool> detail_of_date(const Event& event) {
  return {event.date.has_value(), -static_cast<int>(event.date_precision), !event.date_text.empty()};
}

template <typename Detail>
const Event& most_detailed(std::span<const Event> reports, const Event& surest, const Detail& detail) {
  const Event* most = &surest;
  for (const Event& report : reports) {
    if (detail(report) > detail(*most)) most = &report;
  }
  return *most;
}

void widen(std::vector<Magnitude>& sizes, const Magnitude& magnitude) {
  const auto same = std::find_if(sizes.begin(), sizes.end(), [&](const Magnitude& one) { return one.what == magnitude.what; });
  if (same == sizes.end()) {
    sizes.push_back(magnitude);
  } else {
    same->low = std::min(same->low, magnitude.low);
    same->high = std::max(same->high, magnitude.high);
  }
}

}  // namespace

Event merged_event(std::span<const Event> reports) {
  const Event& surest =
      *std::max_element(reports.begin(), reports.end(), [](const Event& a, const Event& b) { return a.confidence < b.confidence; });
  Event merged = surest;
  merged.id = reports.front().id;
  merged.same_as.clear();
  merged.actors = most_detailed(reports, surest, [](const Event& report) { return detail_of(report.actors); }).actors;
  merged.recipients = most_detailed(reports, surest, [](const Event& report) { return detail_of(report.recipients); }).recipients;
  const Event& dated = most_detailed(reports, surest, detail_of_date);
  merged.date = dated.date;
  merged.end_date = dated.end_date;
  merged.date_precision = dated.date_precision;
  merged.date_text = dated.date_text;
  const Event& placed = most_detailed(reports, surest, [](const Event& report) { return detail_of(report.location); });
  merged.location = placed.location;
  merged.other_locations = placed.other_locations;
  for (const Event& report : reports) {
    if (merged.modes.empty() && !report.modes.empty()) {
      // Mode, code and scores belong together.
      merged.modes = report.modes;
      merged.cameo = report.cameo;
      merged.quad_code = report.quad_code;
      merged.event_scale = report.event_scale;
      merged.goldstein = report.goldstein;
    }
    for (const std::string& context : report.contexts) {
      if (std::find(merged.contexts.begin(), merged.contexts.end(), context) == merged.contexts.end()) merged.contexts.push_back(context);
    }
    for (const Magnitude& magnitude : report.size) widen(merged.size, magnitude);
  }
  return merged;
}

}  // namespace attache::stories
