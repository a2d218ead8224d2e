#include "knowledge/actors/person_phrases.h"

#include "knowledge/actors/entities.h"
#include "knowledge/actors/noun_phrases.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

namespace attache::knowledge {
namespace {

bool is_person(const ActorLexicon& lexicon, const Use& use) { return lexicon.actor(use.target).kind == ActorKind::person; }

/// What the title says of a person. Who holds an office that day is that, whatever the title; of others the title says more than what they are always.
void take_title(const PhraseView& phrase, ActorDraft& draft, Entity& entity) {
  const ActorLexicon& lexicon = phrase.lexicon();
  // "Congress leader Gandhi": whose leader he is and no title.
  const auto& further = phrase.unit.further_agents;
  const bool behind_body = phrase.agent().collective && !further.empty();
  const AgentRecord& agent = behind_body ? lexicon.agent(phrase.units.atom(further.back()).use->target) : phrase.agent();
  draft.lemma = lexicon.text(agent.lemma);
  draft.office = lexicon.text(agent.office);
  if (agent.gender != Gender::unknown) draft.gender = agent.gender;
  const RoleRecord* role = draft.actor == ActorDraft::no_actor ? nullptr : lexicon.standing(lexicon.actor(draft.actor), phrase.context.day).role;
  // Without a day the title says which of a person's times is meant: "Army chief Sisi".
  const bool of_another_time = !phrase.context.day && !draft.office.empty() && draft.office != entity.office;
  const bool holds = role && !of_another_time && (phrase.context.day || role->to == until_now || draft.office == entity.office);
  const bool says_little = agent.general || agent.sector == "UNK" || agent.sector == "CVL" || agent.sector.empty();
  const bool known_now = !entity.sector.empty() && entity.sector != "ELI" && (holds || says_little);
  if (!known_now) {
    entity.sector = agent.sector.view();
    entity.other_sectors.clear();
    for (const Code& other : agent.other_sectors) add_sector(entity, other.view());
    entity.office = draft.office;
    add_step(entity, "the title \"" + draft.lemma + "\"");
    if (entity.via == "name" && draft.actor == ActorDraft::no_actor) entity.via = "office";
    draft.mention.certainty = std::max(draft.mention.certainty, 0.6F);
    if (behind_body) add_sector(entity, phrase.agent().sector.view());
    for (const int one : further) add_sector(entity, lexicon.agent(phrase.units.atom(one).use->target).sector.view());
  }
  if (entity.code.empty() && !agent.code.empty()) entity.code = agent.code.view();
  if (agent.general && !phrase.owners.empty() && !phrase.owners.front()->sector.empty()) entity.sector = phrase.owners.front()->sector.view();
}

/// Who the person is and was on the day, as the lexicon has it.
void take_standing(const PhraseView& phrase, std::uint32_t actor, ActorDraft& draft, Entity& entity) {
  const ActorLexicon& lexicon = phrase.lexicon();
  const Standing standing = describe_actor(lexicon, actor, phrase.context.day, entity);
  draft.actor = actor;
  draft.gender = lexicon.actor(actor).gender;
  entity.via = "name";
  entity.reason = "\"" + draft.name + "\" is " + entity.identifier_text;
  const std::string_view title = phrase.unit.agent >= 0 ? lexicon.text(phrase.agent().office) : std::string_view();
  const RoleRecord* titled = phrase.context.day || title.empty() ? nullptr : lexicon.last_role(lexicon.actor(actor), title);
  if (titled && titled != standing.role) {
    if (!titled->code.empty()) entity.code = titled->code.view();
    entity.sector = titled->sector.view();
    entity.other_sectors.clear();
    for (const Code& other : titled->other_sectors) add_sector(entity, other.view());
    entity.office = title;
    add_step(entity, entity.office + " by the title, on no known day");
    return;
  }
  // "Foreign Minister Benjamin Netanyahu", who was prime minister as well.
  if (!title.empty() && title != standing.office && lexicon.holds(lexicon.actor(actor), title, phrase.context.day)) {
    entity.office = title;
    add_step(entity, entity.office + " by the title on that day");
  } else if (standing.role) {
    add_step(entity, std::string(standing.office) + (standing.organisation.empty() ? "" : " of " + std::string(standing.organisation)) + " on that day");
  } else if (standing.former) {
    add_step(entity, "no longer " + std::string(lexicon.text(standing.former->office)));
  }
}

}  // namespace

const Use* the_one_meant(const PhraseView& phrase, const Use* likeliest, std::vector<std::string>& rivals) {
  const ActorLexicon& lexicon = phrase.lexicon();
  std::vector<const Use*> people;
  for (const Use& use : phrase.name().uses) {
    if (use.kind == UseKind::name && is_person(lexicon, use)) people.push_back(&use);
  }
  if (people.size() < 2) return likeliest;
  const auto narrow = [&](auto fits) {
    std::vector<const Use*> left;
    std::copy_if(people.begin(), people.end(), std::back_inserter(left), [&](const Use* use) { return fits(lexicon.standing(lexicon.actor(use->target), phrase.context.day)); });
    if (!left.empty()) people = std::move(left);
  };
  if (!phrase.owners.empty()) narrow([&](const Standing& standing) { return standing.code == phrase.owners.front()->code; });
  if (phrase.unit.agent >= 0) {
    const std::string_view office = lexicon.text(phrase.agent().office);
    narrow([&](const Standing& standing) { return !office.empty() && standing.office == office; });
  }
  if (phrase.context.day) narrow([](const Standing& standing) { return standing.role != nullptr; });
  if (people.size() == 1) return people.front();
  for (const Use* use : people) rivals.emplace_back(lexicon.text(lexicon.actor(use->target).name));
  return nullptr;
}

void compose_person(const PhraseView& phrase, const Use* use, ActorDraft& draft, Entity& entity) {
  draft.kind = DraftKind::person;
  if (use && is_person(phrase.lexicon(), *use)) {
    take_standing(phrase, use->target, draft, entity);
  } else {
    entity.identifier_text = draft.name;
    entity.via = "name";
    entity.reason = phrase.name().kind == AtomKind::surname ? "a surname" : "a person not in the lexicon";
    draft.mention.certainty = 0.3F;
  }
  draft.titled_name = phrase.unit.agent >= 0;
  if (draft.titled_name) take_title(phrase, draft, entity);
  // "Met Alice Wells at a hotel in Doha": somebody by name is of a nation or of a body, and of no kind of people or house.
  const bool merely_there = !phrase.owners.empty() && phrase.owners.front()->link == Link::from && phrase.owners.front()->draft >= 0 &&
                            phrase.drafts[static_cast<std::size_t>(phrase.owners.front()->draft)].kind == DraftKind::agent;
  if (entity.code.empty() && !phrase.owners.empty() && !merely_there) {
    entity.code = phrase.owners.front()->code.view();
    add_step(entity, "of \"" + phrase.owners.front()->words + "\"");
    draft.titled_name = true;
    draft.mention.certainty = std::max(draft.mention.certainty, 0.7F);
  }
  if ((entity.sector.empty() || can_be_former(entity)) && is_former(phrase.tree, phrase.unit.first)) make_former(entity);
}

}  // namespace attache::knowledge
