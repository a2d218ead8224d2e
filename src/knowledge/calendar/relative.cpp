#include "knowledge/calendar/relative.h"

#include "knowledge/calendar/arithmetic.h"

namespace attache::knowledge {

void resolve_relative(DateMention& mention, Day anchor) {
  if (!mention.shift) return;
  mention.start = count_from(anchor, mention.shift->count, mention.shift->unit);
  mention.end.reset();
  mention.precision = mention.shift->unit;
  mention.reason = std::to_string(mention.shift->count) + " × " + std::string(name_of(mention.shift->unit)) + " from the event on " + to_iso(anchor);
}

}  // namespace attache::knowledge
