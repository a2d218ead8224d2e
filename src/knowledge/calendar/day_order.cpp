#include "knowledge/calendar/day_order.h"

namespace attache::knowledge {

DayOrder read_day_order(const Document& document, std::string_view outlet_country) {
  DayOrderEvidence evidence;
  evidence.add_known_day(document.published);
  for (const Block& block : document.blocks) evidence.add_text(block.text);
  if (!evidence.is_asked() || evidence.disagrees()) return {};
  if (const DayOrder order = evidence.order(); order.day_first) return order;
  const auto habit = writes_day_first(outlet_country);
  if (!habit) return {};
  return {habit, "as the outlet's country writes"};
}

}  // namespace attache::knowledge
