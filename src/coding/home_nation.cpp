#include "coding/home_nation.h"

#include <algorithm>
#include <map>
#include <string_view>

namespace attache::coding {
namespace {

/// What is left of the certainty of who is only taken for one of the nation.
constexpr float certainty_factor = 0.7f;

bool is_state(std::string_view code) {
  static constexpr std::string_view organisations[] = {"", "UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC"};
  return std::find(std::begin(organisations), std::end(organisations), code) == std::end(organisations);
}

/// Events that befall single people, most of them in their own country.
bool befalls_people(const EventKind& kind) {
  switch (kind.type) {
    case EventType::assault: return true;
    case EventType::sanction: return kind.mode == "convict";
    case EventType::coerce: return kind.mode == "arrest";
    case EventType::accuse: return kind.mode == "allege" || kind.mode == "investigate";
    case EventType::retreat: return kind.mode == "release";
    case EventType::threaten: return kind.mode == "arrest";
    case EventType::concede: return true;
    default: return false;
  }
}

bool is_unknown_person(const Participant& participant) {
  const Entity& entity = *participant.entity;
  return !is_known(entity) && !entity.identifier_text.empty() && (entity.via == "name" || entity.via == "pronoun");
}

/// Police and courts act upon those of their own country.
std::string authority_of(const Participants& actors) {
  for (const Participant& actor : actors) {
    const Entity& entity = *actor.entity;
    if (is_state(entity.code) && (entity.sector == "COP" || entity.sector == "JUD")) return entity.code;
  }
  return {};
}

bool has_another_state(const Participants& side, const std::string& nation) {
  return std::any_of(side.begin(), side.end(), [&](const Participant& participant) { return !participant.entity->code.empty() && participant.entity->code != nation; });
}

/// "*Shelling* killed five" at a sentence's beginning: a word of the lexicon that was taken for a name.
bool is_word(const Participant& participant, const SentenceView& view) { return participant.head != none && view.form(participant.head) != unknown_word; }

void settle(Participants& side, const std::string& nation, const SentenceView& view, EntityStore& store) {
  for (Participant& participant : side) {
    if (!is_unknown_person(participant) || is_word(participant, view)) continue;
    Entity entity = *participant.entity;
    entity.code = nation;
    entity.sector = "CVL";
    entity.reason += "; of " + nation + ", where it happens";
    store.push_back(std::move(entity));
    participant.entity = &store.back();
    participant.certainty *= certainty_factor;
  }
}

}  // namespace

std::string home_nation(std::span<const SentenceMentions> mentions) {
  constexpr double least_share = 0.6;
  std::map<std::string_view, int> counts;
  int all = 0;
  for (const SentenceMentions& sentence : mentions) {
    for (const ActorMention& mention : sentence.actors) {
      if (mention.pronoun || mention.entities.empty() || !is_state(mention.entities.front().code)) continue;
      ++counts[mention.entities.front().code];
      ++all;
    }
  }
  const auto most = std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most != counts.end() && most->second >= least_share * all ? std::string(most->first) : std::string{};
}

void settle_unknown_people(Draft& draft, const SentenceView& view, const std::string& home, EntityStore& store) {
  if (!befalls_people(draft.kind)) return;
  const bool unknown_recipient = std::any_of(draft.recipient.begin(), draft.recipient.end(), is_unknown_person);
  const bool unknown_actor = draft.kind.type == EventType::assault && std::any_of(draft.actor.begin(), draft.actor.end(), is_unknown_person);
  if (!unknown_recipient && !unknown_actor) return;
  // Armies kill abroad.
  const bool by_army = draft.kind.type == EventType::assault && std::any_of(draft.actor.begin(), draft.actor.end(), [](const Participant& actor) {
    return is_bare_state(*actor.entity) || actor.entity->sector == "MIL" || actor.entity->sector == "GOV";
  });
  if (by_army) return;
  const std::string authority = authority_of(draft.actor);
  const std::string& nation = authority.empty() ? home : authority;
  if (nation.empty() || has_another_state(draft.actor, nation) || has_another_state(draft.recipient, nation)) return;
  if (unknown_recipient) settle(draft.recipient, nation, view, store);
  if (unknown_actor) settle(draft.actor, nation, view, store);
}

}  // namespace attache::coding
