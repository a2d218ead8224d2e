#include "knowledge/actors/appositions.h"

#include "knowledge/actors/entities.h"

#include <algorithm>

namespace attache::knowledge {
namespace {

ActorDraft* draft_headed(std::vector<ActorDraft>& drafts, Tree::Index head) {
  const auto found = std::find_if(drafts.begin(), drafts.end(), [&](const ActorDraft& draft) { return draft.mention.head == static_cast<std::uint32_t>(head); });
  return found == drafts.end() ? nullptr : &*found;
}

bool names_someone(const ActorDraft& draft) { return draft.kind == DraftKind::person || (draft.kind == DraftKind::name && !draft.name.empty()); }

/// What the description says of somebody of whom the name alone does not say it.
void describe(ActorDraft& named, const ActorDraft& described) {
  Entity& name = named.mention.entities.front();
  const Entity& description = described.mention.entities.front();
  if (name.code.empty()) name.code = description.code;
  if (name.sector.empty()) {
    name.sector = description.sector;
    name.other_sectors = description.other_sectors;
  }
  if (name.office.empty()) name.office = description.office;
  name.via = "apposition";
  add_step(name, "called \"" + description.text + "\"");
  if (named.kind == DraftKind::name) named.kind = DraftKind::person;
  named.mention.certainty = std::max(named.mention.certainty, 0.8F);
  named.titled_name = true;
  if (named.gender == Gender::unknown) named.gender = described.gender;
  if (named.office.empty()) named.office = described.office;
  if (named.lemma.empty()) named.lemma = described.lemma;
}

/// What the name says of the description beside it.
void identify(ActorDraft& described, const Entity& name) {
  Entity& description = described.mention.entities.front();
  if (description.code.empty()) description.code = name.code;
  if (described.general && !name.sector.empty()) description.sector = name.sector;
  description.identifier_text = name.identifier_text;
  description.identifier_id = name.identifier_id;
  if (description.office.empty()) description.office = name.office;
  add_step(description, "in apposition to \"" + name.text + "\"");
}

void join(ActorDraft& one, ActorDraft& two, bool apposition) {
  ActorDraft* named = names_someone(one) ? &one : names_someone(two) ? &two : nullptr;
  ActorDraft* described = named == &one ? &two : &one;
  if (!named || described->kind != DraftKind::agent || named->mention.entities.size() != 1 || described->mention.entities.size() != 1) return;
  if (named->plural || described->plural) return;
  const Entity& name = named->mention.entities.front();
  const Entity& description = described->mention.entities.front();
  if ((name.code.empty() || name.sector.empty()) && (!description.code.empty() || !description.sector.empty())) describe(*named, *described);
  if (apposition) identify(*described, name);
}

}  // namespace

void join_appositions(const Tree& tree, std::vector<ActorDraft>& drafts) {
  for (Tree::Index i = 0; i < tree.size(); ++i) {
    const bool apposition = tree.token(i).relation == Relation::appos;
    Tree::Index other = apposition ? tree.governor(i) : Tree::none;
    if (tree.has_child(i, Relation::cop)) other = tree.subject(i);
    if (other == Tree::none) continue;
    ActorDraft* one = draft_headed(drafts, i);
    ActorDraft* two = one ? draft_headed(drafts, other) : nullptr;
    if (two && one != two) join(*one, *two, apposition);
  }
}

}  // namespace attache::knowledge
