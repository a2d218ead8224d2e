#include "coding/confidence.h"

#include <algorithm>
#include <cmath>

namespace attache::coding {

double confidence_of(const Draft& draft, float parse_margin) {
  // A tree read from a file carries no margin; it is taken as sure.
  const double margin = parse_margin;
  const double parse = margin > 0 ? margin / (margin + 1.0) : 0.9;
  double people = 1;
  for (const auto* side : {&draft.actor, &draft.recipient}) {
    if (side->empty()) people *= 0.9;
    bool unknown = false;
    for (const auto& participant : *side) {
      // Whom nobody knows cannot be mistaken for another: only that they stand there can be wrong.
      if (is_known(*participant.entity)) people = std::min(people, static_cast<double>(participant.certainty));
      unknown = unknown || !is_known(*participant.entity);
    }
    if (unknown) people *= 0.8;
  }
  const std::size_t words = draft.match.words.size();
  double trigger = words == 1 ? 0.8 : words == 2 ? 0.9 : 0.95;
  if (draft.frame->requires_actor || draft.frame->requires_recipient) trigger = std::min(1.0, trigger + 0.05);
  const double operators = std::pow(0.95, static_cast<double>(draft.outer.size()));
  return std::clamp(std::round(parse * people * trigger * operators * 1000) / 1000, 0.0, 1.0);
}

}  // namespace attache::coding
