#include "knowledge/actors/body_phrases.h"

#include "knowledge/actors/entities.h"
#include "knowledge/actors/nation_focus.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace attache::knowledge {
namespace {

/// Bodies of a state, which belong to the state that a page speaks of.
bool is_public(std::string_view sector) {
  static constexpr std::array<std::string_view, 7> sectors{"GOV", "LEG", "JUD", "MIL", "SPY", "COP", "EDU"};
  return std::find(sectors.begin(), sectors.end(), sector) != sectors.end();
}

/// The entries that a name's uses of one kind stand for, of those that existed on the day when any did.
std::vector<std::uint32_t> targets_of(const AtomContext& context, const Atom& name, UseKind kind) {
  std::vector<std::uint32_t> all, existing;
  for (const Use& use : name.uses) {
    if (use.kind != kind) continue;
    const ActorRecord& actor = context.lexicon->actor(use.target);
    if (actor.kind == ActorKind::person || actor.kind == ActorKind::country) continue;
    all.push_back(use.target);
    if (!context.day || (actor.from <= *context.day && *context.day <= actor.to)) existing.push_back(use.target);
  }
  return existing.empty() ? all : existing;
}

bool have_several_codes(const AtomContext& context, const std::vector<std::uint32_t>& entries) {
  const auto code = [&](std::uint32_t entry) { return context.lexicon->standing(context.lexicon->actor(entry), context.day).code; };
  return std::any_of(entries.begin(), entries.end(), [&](std::uint32_t entry) { return !(code(entry) == code(entries.front())); });
}

/// "The Labour Party" by itself: what all who are called so have in common; which of them, the page must say.
void leave_open(const AtomContext& context, std::vector<std::uint32_t> namesakes, ActorDraft& draft, Entity& entity) {
  const ActorLexicon& lexicon = *context.lexicon;
  const bool same_sector = std::all_of(namesakes.begin(), namesakes.end(), [&](std::uint32_t one) { return lexicon.standing(lexicon.actor(one), context.day).sector == entity.sector; });
  if (!same_sector) entity.sector.clear();
  entity.code.clear();
  entity.other_sectors.clear();
  entity.identifier_id.clear();
  entity.identifier_text = draft.name;
  entity.reason = "several are called \"" + draft.name + "\"";
  draft.actor = ActorDraft::no_actor;
  draft.namesakes = std::move(namesakes);
  draft.mention.certainty = 0.4F;
}

/// A body that nothing is known of but what its own name says it is: "the Michigan Department of Environmental Quality".
void take_kind_of_name(const ActorLexicon& lexicon, const AgentRecord& agent, ActorDraft& draft, Entity& entity) {
  entity.sector = agent.sector.view();
  for (const Code& other : agent.other_sectors) add_sector(entity, other.view());
  if (entity.code.empty()) entity.code = agent.code.view();
  entity.identifier_text = draft.name;
  draft.collective = true;
  draft.public_body = is_public(entity.sector);
  draft.mention.certainty = std::max(draft.mention.certainty, 0.5F);
  add_step(entity, "by its name a \"" + std::string(lexicon.text(agent.lemma)) + "\", " + entity.sector);
}

/// "Chile's Defence Department" where the lexicon knows only another country's.
bool is_of_another_state(const Belonging& owner, const Entity& entity) {
  const bool before = owner.link == Link::possessive || owner.link == Link::before;
  return owner.nation && before && !owner.code.empty() && !(owner.code == entity.code) && is_state_code(entity.code) && is_state_code(owner.code.view());
}

}  // namespace

void compose_body(const PhraseView& phrase, const Use& use, ActorDraft& draft, Entity& entity) {
  draft.kind = DraftKind::body;
  draft.collective = true;
  draft.actor = use.target;
  describe_actor(phrase.lexicon(), use.target, phrase.context.day, entity);
  entity.office.clear();
  entity.via = "name";
  entity.reason = "\"" + draft.name + "\" is " + entity.identifier_text;
  const ActorRecord& actor = phrase.lexicon().actor(use.target);
  const auto& owners = phrase.owners;
  const bool owner_decides = std::any_of(owners.begin(), owners.end(), [&](const Belonging* owner) { return owner->code == actor.code; });
  if (!owner_decides) {
    if (auto namesakes = targets_of(phrase.context, phrase.name(), UseKind::name); have_several_codes(phrase.context, namesakes)) leave_open(phrase.context, std::move(namesakes), draft, entity);
  }
  if (owners.empty()) return;
  const Belonging& owner = *owners.front();
  if (draft.namesakes.empty() && is_public(entity.sector) && draft.name.find(' ') != std::string::npos && is_of_another_state(owner, entity)) {
    entity.code = owner.code.view();
    entity.identifier_id.clear();
    entity.identifier_text = draft.name;
    draft.actor = ActorDraft::no_actor;
    add_step(entity, "but of \"" + owner.words + "\"");
  }
  // A local branch of what belongs to no nation: "Kenya's Red Cross" stays what it is.
  if (entity.code.empty()) {
    entity.code = owner.code.view();
    add_step(entity, "of " + owner.words);
  }
}

void compose_short_name(const PhraseView& phrase, ActorDraft& draft, Entity& entity) {
  draft.namesakes = targets_of(phrase.context, phrase.name(), UseKind::short_name);
  entity.via = "name";
  for (const std::uint32_t one : draft.namesakes) {
    if (phrase.owners.empty() || !(phrase.lexicon().standing(phrase.lexicon().actor(one), phrase.context.day).code == phrase.owners.front()->code)) continue;
    // "Britain's Labour": its own nation beside it says that it is meant.
    describe_actor(phrase.lexicon(), one, phrase.context.day, entity);
    entity.office.clear();
    entity.reason = "\"" + draft.name + "\" is " + entity.identifier_text + " of \"" + phrase.owners.front()->words + "\"";
    draft.kind = DraftKind::body;
    draft.collective = true;
    draft.actor = one;
    draft.namesakes.clear();
    return;
  }
  draft.kind = DraftKind::name;
  draft.only_if_meant = true;
  entity.reason = "short for a body";
  draft.mention.certainty = 0.3F;
}

void compose_unknown_name(const PhraseView& phrase, ActorDraft& draft, Entity& entity) {
  const Atom& name = phrase.name();
  draft.kind = DraftKind::name;
  entity.via = "name";
  if (!phrase.owners.empty()) {
    const Belonging& owner = *phrase.owners.front();
    entity.code = owner.code.view();
    entity.reason = "unknown name \"" + draft.name + "\" of " + entity.code + ", from \"" + owner.words + "\"";
    draft.mention.certainty = 0.5F;
  } else if (!name.place_code.empty()) {
    entity.code = name.place_code.view();
    entity.reason = "unknown organisation with a nation or place in its name";
    draft.mention.certainty = 0.5F;
  } else {
    entity.reason = "no known name";
    draft.mention.certainty = 0.2F;
  }
  if (name.head_agent) take_kind_of_name(phrase.lexicon(), phrase.lexicon().agent(name.head_agent->target), draft, entity);
}

int described_body(const PhraseView& phrase, const Entity& noun) {
  if (phrase.title().plural || !phrase.agent().collective) return -1;
  for (const Belonging& b : phrase.all) {
    if (b.draft < 0 || b.link != Link::before || b.last != phrase.unit.first) continue;
    const ActorDraft& owner = phrase.drafts[static_cast<std::size_t>(b.draft)];
    if (owner.kind != DraftKind::body || owner.mention.entities.size() != 1) continue;
    const Entity& entity = owner.mention.entities.front();
    const auto& others = entity.other_sectors;
    if (entity.sector == noun.sector || std::find(others.begin(), others.end(), noun.sector) != others.end()) return b.draft;
  }
  return -1;
}

}  // namespace attache::knowledge
