#include "knowledge/actors/phrases.h"

#include "knowledge/actors/agent_phrases.h"
#include "knowledge/actors/appositions.h"
#include "knowledge/actors/body_phrases.h"
#include "knowledge/actors/entities.h"
#include "knowledge/actors/nation_phrases.h"
#include "knowledge/actors/noun_phrases.h"
#include "knowledge/actors/owners.h"
#include "knowledge/actors/person_phrases.h"
#include "knowledge/actors/phrase_view.h"
#include "knowledge/actors/readings.h"
#include "knowledge/actors/units.h"

#include <algorithm>
#include <string>
#include <utility>

namespace attache::knowledge {
namespace {

/// Somebody by name.
void compose_named(const PhraseView& phrase, ActorDraft& draft) {
  const Unit& unit = phrase.unit;
  const Atom& name = phrase.name();
  const Tree::Span span = extent(phrase.tree, unit.head, unit.first, unit.last);
  place_mention(draft, span, unit.head);
  Entity entity;
  place_entity(phrase.tree, entity, span);
  draft.name = words_of(phrase.tree, name.first, name.last);
  draft.definite = is_definite(phrase.tree, unit.head);
  draft.owned = !phrase.owners.empty();
  const Code wanted = draft.owned ? phrase.owners.front()->code : Code{};
  const Use* use = name.use;
  if (name.kind == AtomKind::surname) use = nullptr;
  else if (!name.uses.empty() && name.respelled.empty()) use = choose_use(phrase.context, name.uses, wanted);
  std::vector<std::string> rivals = name.rivals;
  if (use && phrase.lexicon().actor(use->target).kind == ActorKind::person) use = the_one_meant(phrase, use, rivals);
  if (name.kind == AtomKind::body && use) compose_body(phrase, *use, draft, entity);
  else if (name.kind == AtomKind::short_body) compose_short_name(phrase, draft, entity);
  else if (name.kind == AtomKind::name && name.tag != NameTag::begin_person) compose_unknown_name(phrase, draft, entity);
  else compose_person(phrase, use, draft, entity);
  for (const auto& rival : rivals) add_step(entity, (name.rivals.empty() ? "could be " : "could be a misspelling of ") + rival);
  if (!name.respelled.empty()) {
    entity.via = "spelling";
    add_step(entity, "\"" + draft.name + "\" read as " + entity.identifier_text);
    draft.mention.certainty *= 0.85F;
  }
  draft.mention.entities.push_back(std::move(entity));
}

/// Composes each unit once, its owners before it.
class Composer {
 public:
  Composer(const AtomContext& context, const Tree& tree, std::span<const Atom> atoms)
      : context_(context), tree_(tree), units_(tree, atoms), owners_(tree, units_), progress_(static_cast<std::size_t>(units_.size())) {}

  std::vector<ActorDraft> run() {
    for (int u = 0; u < units_.size(); ++u) compose(u, 0);
    for (int a = 0; a < static_cast<int>(units_.atoms().size()); ++a) {
      const Atom& atom = units_.atom(a);
      const bool nation = is_nation_like(atom.kind) || atom.kind == AtomKind::people;
      if (nation && !owners_.is_owner(a)) drafts_.push_back(compose_nation(*context_.lexicon, tree_, units_, atom));
    }
    join_appositions(tree_, drafts_);
    std::stable_sort(drafts_.begin(), drafts_.end(), [](const ActorDraft& a, const ActorDraft& b) { return a.mention.first < b.mention.first; });
    return std::move(drafts_);
  }

 private:
  struct Progress {
    bool begun = false;
    int draft = -1;
  };

  /// The unit's draft, composed now unless it was before; -1 when it is nobody, or when it owns itself.
  int compose(int index, int depth) {
    Progress& progress = progress_[static_cast<std::size_t>(index)];
    if (progress.begun || depth > 6) return progress.draft;
    progress.begun = true;
    const Unit& unit = units_.unit(index);
    const std::vector<Belonging> all = belongings(index, depth);
    ActorDraft draft;
    if (unit.transparent) {
      if (!compose_number(unit, draft)) return -1;
    } else {
      const PhraseView phrase{context_, tree_, units_, unit, all, drafts_, chosen_owners(all)};
      if (unit.name >= 0) compose_named(phrase, draft);
      else if (is_nobody_alone(phrase)) return -1;
      else compose_agent(phrase, draft);
    }
    progress.draft = static_cast<int>(drafts_.size());
    drafts_.push_back(std::move(draft));
    return progress.draft;
  }

  std::vector<Belonging> belongings(int index, int depth) {
    std::vector<Belonging> list;
    for (const Owner& owner : owners_.of(index)) {
      Belonging b;
      if (owner.atom >= 0) {
        b = nation_as_owner(*context_.lexicon, tree_, units_.atom(owner.atom));
        b.atom = owner.atom;
      } else {
        b.draft = compose(owner.unit, depth + 1);
        if (b.draft < 0) continue;
        const auto& entities = drafts_[static_cast<std::size_t>(b.draft)].mention.entities;
        if (entities.empty()) continue;
        b.code = code_from(entities.front().code);
        b.sector = code_from(entities.front().sector);
        b.words = entities.front().text;
        b.entry = entities.front().identifier_text;
        b.last = units_.unit(owner.unit).last;
      }
      b.link = owner.link;
      b.coordinated = owner.coordinated;
      list.push_back(std::move(b));
    }
    return list;
  }

  /// "Dozens of villagers": those of whom there are so many. False when they are nobody.
  bool compose_number(const Unit& unit, ActorDraft& draft) {
    const int inner = units_.unit_at(tree_.oblique(unit.head, "of"));
    const int source = inner < 0 ? -1 : compose(inner, 1);
    if (source < 0) return false;
    draft = drafts_[static_cast<std::size_t>(source)];
    const Tree::Span span = extent(tree_, unit.head, unit.first, unit.last);
    place_mention(draft, span, unit.head);
    for (Entity& entity : draft.mention.entities) {
      if (draft.mention.entities.size() == 1) place_entity(tree_, entity, span);
      add_step(entity, "through \"" + std::string(tree_.token(unit.head).text) + " of\"");
    }
    draft.plural = true;
    draft.definite = is_definite(tree_, unit.head);
    return true;
  }

  const AtomContext& context_;
  const Tree& tree_;
  SentenceUnits units_;
  Owners owners_;
  std::vector<Progress> progress_;
  std::vector<ActorDraft> drafts_;
};

}  // namespace

std::vector<ActorDraft> compose_phrases(const AtomContext& context, const Tree& tree, std::span<const Atom> atoms) {
  return Composer(context, tree, atoms).run();
}

}  // namespace attache::knowledge
