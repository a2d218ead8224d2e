#include "coding/judgement/candidates.h"

#include <algorithm>

namespace attache::coding {

Tree::Span span_of(const ActorMention& mention) { return {static_cast<Index>(mention.first), static_cast<Index>(mention.last)}; }

Participants participants_of(const ActorMention& mention, double probability) {
  Participants participants;
  for (const auto& entity : mention.entities) {
    if (!is_known(entity)) continue;
    Participant participant;
    participant.entity = &entity;
    participant.token = static_cast<Index>(mention.head);
    participant.certainty = mention.certainty * static_cast<float>(probability);
    participant.place_name = mention.place_name;
    participant.state = is_bare_state(entity);
    participants.push_back(participant);
  }
  return participants;
}

bool is_where(const SentenceView& view, Index head) {
  static constexpr std::string_view prepositions[] = {"in", "at", "near", "outside", "inside", "through", "across", "around", "off", "along"};
  const Tree& tree = view.tree();
  if (tree.preposition(head) == "during") return true;
  if (view.place_mention(head) < 0) return false;
  // "In Kandahar, *Afghanistan*": the larger place hangs on the smaller one.
  Index place = tree.first_conjunct(head);
  while (tree.preposition(place).empty() && (tree.relation(place) == Relation::nmod_unmarked || tree.relation(place) == Relation::appos || tree.relation(place) == Relation::nmod) &&
         view.place_mention(tree.governor(place)) >= 0) {
    place = tree.governor(place);
  }
  const std::string preposition = tree.preposition(place);
  return std::find(std::begin(prepositions), std::end(prepositions), preposition) != std::end(prepositions);
}

bool same_name(const Participants& some, const Participants& others) {
  return std::any_of(some.begin(), some.end(), [&](const Participant& one) {
    const auto& name = one.entity->identifier_text;
    return !name.empty() && std::any_of(others.begin(), others.end(), [&](const Participant& other) { return other.entity->identifier_text == name; });
  });
}

}  // namespace attache::coding
