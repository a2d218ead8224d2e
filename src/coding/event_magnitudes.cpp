#include "coding/circumstances.h"

#include <algorithm>

namespace attache::coding {
void set_magnitudes(Event& event, const Draft& draft, const SentenceView& view) {
  const auto add = [&](const std::string& what, const Participants& side) {
    if (what.empty()) return;
    for (const QuantityMention& quantity : view.mentions().quantities) {
      const Index head = static_cast<Index>(quantity.head);
      for (const auto& participant : side) {
        const Tree& tree = view.tree();
        if (participant.token != head && tree.governor(head) != participant.token && !(head < participant.token && tree.is_within(participant.token, head) && participant.token - head < 6)) continue;
        const bool seen = std::any_of(event.size.begin(), event.size.end(), [&](const Magnitude& size) { return size.what == what; });
        if (!seen) event.size.push_back({what, quantity.low, quantity.high});
      }
    }
    // The counted noun may be nobody in the lexicon: look at the object itself.
    if (std::none_of(event.size.begin(), event.size.end(), [&](const Magnitude& size) { return size.what == what; })) {
      const Index noun = &side == &draft.actor ? view.tree().logical_subject(draft.match.head()) : view.tree().logical_object(draft.match.head());
      for (const QuantityMention& quantity : view.mentions().quantities) {
        if (noun == none || static_cast<Index>(quantity.head) != noun) continue;
        event.size.push_back({what, quantity.low, quantity.high});
        break;
      }
    }
  };
  if (draft.composed) return;
  add(draft.frame->counts, draft.recipient);
  add(draft.frame->counts_actor, draft.actor);
}

}  // namespace attache::coding
