#include "coding/home_nation.h"

#include "base/contains.h"
#include "knowledge/actors/entities.h"
#include "knowledge/actors/nation_focus.h"

#include <algorithm>
#include <map>
#include <string_view>

namespace attache::coding {
namespace {

/// What is left of the certainty of who is only taken for one of the nation.
constexpr float certainty_factor = 0.7f;

/// Who represents a state abroad.
constexpr std::string_view envoys[] = {"ambassador", "envoy", "diplomat", "charg", "consul", "attach"};

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
    if (knowledge::is_state_code(entity.code) && (entity.sector == "COP" || entity.sector == "JUD")) return entity.code;
  }
  return {};
}

bool has_another_state(const Participants& side, const std::string& nation) {
  return std::any_of(side.begin(), side.end(), [&](const Participant& participant) { return !participant.entity->code.empty() && participant.entity->code != nation; });
}

/// "*Shelling* killed five" at a sentence's beginning: a word of the lexicon that was taken for a name.
bool is_word(const Participant& participant, const SentenceView& view) { return participant.head != none && view.form(participant.head) != unknown_word; }

/// The state that the side acts for by what the text says; empty for none, and where only the page's nation is taken for it.
std::string named_state(const Participants& side) {
  for (const Participant& participant : side) {
    if (knowledge::is_state_code(participant.entity->code) && !knowledge::is_of_page_nation(*participant.entity)) return participant.entity->code;
  }
  return {};
}

/// What a state does to those within it, and by whom it does so: armies and guards may do it abroad.
bool is_done_at_home(const EventKind& kind, const Participants& actors) {
  if (!is_one_of(kind.mode, {"arrest", "convict", "allege", "investigate", "crowd-control", "martial-law", "censor", "restrict"})) return false;
  return std::all_of(actors.begin(), actors.end(), [](const Participant& actor) { return is_one_of(actor.entity->sector, {"", "GOV", "COP", "JUD", "LEG"}); });
}

/// "36 people, *including the US president*": the phrase names somebody itself.
bool names_another(const SentenceView& view, const Participant& participant) {
  if (participant.token == none) return false;
  return std::any_of(view.mentions().actors.begin(), view.mentions().actors.end(), [&](const ActorMention& mention) {
    const Index head = static_cast<Index>(mention.head);
    return head != participant.head && !mention.entities.empty() && !mention.entities.front().code.empty() && view.tree().is_within(head, participant.token);
  });
}

void give_nation(Participant& participant, const std::string& nation, const char* why, EntityStore& store) {
  Entity entity = *participant.entity;
  entity.code = nation;
  entity.reason += why;
  store.push_back(std::move(entity));
  participant.entity = &store.back();
}

/// The state of a place where the deed was done, "in" or "near" it, other than that one; empty for none.
std::string place_elsewhere(const Draft& draft, const SentenceView& view, const std::string& state) {
  for (const PlaceMention& place : view.mentions().places) {
    const Index head = static_cast<Index>(place.head);
    if (!knowledge::is_state_code(place.location.country) || place.location.country == state || !view.tree().is_within(head, draft.match.head())) continue;
    if (is_one_of(view.tree().preposition(head), {"in", "near", "inside", "at", "outside"})) return place.location.country;
  }
  return {};
}

/// "Iran's missiles hit *an army base* in Iraq": no state fires at its own army, but at that of the place.
void settle_target(Draft& draft, const SentenceView& view, EntityStore& store) {
  if (draft.kind.type != EventType::assault) return;
  const std::string attacker = named_state(draft.actor);
  for (Participant& participant : draft.recipient) {
    const Entity& entity = *participant.entity;
    if (attacker.empty() || entity.code != attacker || !knowledge::is_of_page_nation(entity)) continue;
    if (const std::string where = place_elsewhere(draft, view, attacker); !where.empty()) give_nation(participant, where, "; no, of the place that is hit", store);
  }
}

/// "Turkey sentenced *two smugglers*", on a page about Germany: whom a state's courts and police act upon are nearer to that state. "*Revolutionaries* took control of
/// Iran": who takes up arms does so at home.
void settle_page_nation(Draft& draft, const SentenceView& view, EntityStore& store) {
  const std::string authority = is_done_at_home(draft.kind, draft.actor) ? named_state(draft.actor) : std::string{};
  for (Participant& participant : draft.recipient) {
    const Entity& entity = *participant.entity;
    if (authority.empty() || entity.code == authority || !knowledge::is_of_page_nation(entity) || names_another(view, participant) || !is_one_of(entity.sector, {"CVL", "CRM", "UAF", "LAB", "EDU", "AGR", "SOC", "OPP", "JRN"})) continue;
    give_nation(participant, authority, "; no, of those who act upon them", store);
  }
  const bool armed_deed = draft.kind.type == EventType::assault || draft.kind.mode == "seize";
  const std::string attacked = armed_deed ? named_state(draft.recipient) : std::string{};
  for (Participant& participant : draft.actor) {
    const Entity& entity = *participant.entity;
    if (attacked.empty() || entity.code == attacked || !knowledge::is_of_page_nation(entity) || !is_one_of(entity.sector, {"REB", "UAF", "CRM", "OPP"})) continue;
    // Their victims may be foreigners; a country is what one rises against.
    const bool state = std::any_of(draft.recipient.begin(), draft.recipient.end(), [](const Participant& one) { return is_bare_state(*one.entity); });
    if (state) give_nation(participant, attacked, "; no, of the country that they rise in", store);
  }
}

/// "Kenya expels *envoy*": whom a state sends home or summons is another's, though the page speaks of that state.
void settle_envoys(Draft& draft, EntityStore& store) {
  if (draft.kind.mode != "expel" && draft.kind.type != EventType::accuse) return;
  for (Participant& participant : draft.recipient) {
    const Entity& entity = *participant.entity;
    if (!knowledge::is_of_page_nation(entity) || entity.sector != "GOV") continue;
    const bool envoy = std::any_of(std::begin(envoys), std::end(envoys), [&](std::string_view word) { return entity.text.find(word) != std::string::npos || entity.office.find(word) != std::string::npos; });
    const bool own = std::any_of(draft.actor.begin(), draft.actor.end(), [&](const Participant& actor) { return actor.entity->code == entity.code; });
    if (envoy && own) give_nation(participant, {}, "; no, of another state", store);
  }
}

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
      if (mention.pronoun || mention.entities.empty() || !knowledge::is_state_code(mention.entities.front().code)) continue;
      ++counts[mention.entities.front().code];
      ++all;
    }
  }
  const auto most = std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most != counts.end() && most->second >= least_share * all ? std::string(most->first) : std::string{};
}

void settle_unknown_people(Draft& draft, const SentenceView& view, const std::string& home, EntityStore& store) {
  settle_page_nation(draft, view, store);
  settle_envoys(draft, store);
  settle_target(draft, view, store);
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
