#include "knowledge/actors/nation_phrases.h"

#include "knowledge/actors/belongings.h"
#include "knowledge/actors/entities.h"
#include "knowledge/actors/noun_phrases.h"
#include "knowledge/actors/owners.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace attache::knowledge {
namespace {

/// How an atom of that kind stands for whom it means, as the record says it.
std::string_view via_of(AtomKind kind) {
  switch (kind) {
    case AtomKind::demonym: case AtomKind::people: return "demonym";
    case AtomKind::capital: return "capital";
    case AtomKind::metonym: return "metonym";
    case AtomKind::place: return "place";
    default: return "name";
  }
}

/// "means those of", "is the capital of": how the words lead to the nation.
std::string_view stands_for(AtomKind kind) {
  switch (kind) {
    case AtomKind::demonym: case AtomKind::people: return "means those of ";
    case AtomKind::capital: return "is the capital of ";
    case AtomKind::metonym: return "stands for the government of ";
    default: return "is ";
  }
}

bool is_plural_noun(const Token& token) { return token.xpos == "NNPS" || token.xpos == "NNS"; }

/// "Five Frenchmen", "a young Dane": some of its people and not the state.
bool counts_people(const Tree& tree, Tree::Index head) {
  return tree.has_child(head, Relation::nummod) || tree.has_child(head, Relation::amod) || (tree.has_child(head, Relation::det) && !is_definite(tree, head));
}

/// "Myanmar", "Hong Kong": the land's name, which stands before nouns as it is.
bool is_name_too(const Atom& nation) {
  return std::any_of(nation.uses.begin(), nation.uses.end(), [&](const Use& use) { return use.kind == UseKind::name && use.target == nation.use->target; });
}

}  // namespace

ActorDraft compose_nation(const ActorLexicon& lexicon, const Tree& tree, const SentenceUnits& units, const Atom& nation) {
  const Tree::Index head = tree.head({static_cast<Tree::Index>(nation.first), static_cast<Tree::Index>(nation.last)});
  const Link link = link_of(tree, first_modifier(tree, units, head));
  const bool before = tree.governor(head) != Tree::none && (link == Link::before || link == Link::possessive);
  const bool adjective = nation.kind == AtomKind::demonym && !is_name_too(nation);
  const bool noun_like = !adjective || !before || is_plural_noun(tree.token(head));
  const std::string words = words_of(tree, nation.first, nation.last);
  ActorDraft draft;
  Entity entity;
  draft.modifier = before || !noun_like;
  draft.kind = nation.kind == AtomKind::place ? DraftKind::place : DraftKind::nation;
  entity.code = nation_code(lexicon, nation).view();
  entity.sector = nation_sector(lexicon, nation).view();
  entity.via = via_of(nation.kind);
  if (nation.use) {
    const ActorRecord& actor = lexicon.actor(nation.use->target);
    draft.actor = nation.use->target;
    entity.identifier_text = lexicon.text(actor.name);
    entity.identifier_id = lexicon.text(actor.id);
    entity.reason = "\"" + words + "\" " + std::string(stands_for(nation.kind)) + entity.identifier_text;
    if ((nation.kind == AtomKind::capital || nation.kind == AtomKind::metonym) && entity.sector.empty()) entity.sector = "GOV";
  } else {
    entity.reason = "\"" + words + "\" lies in " + entity.code;
    draft.mention.certainty = 0.6F;
  }
  if (!nation.respelled.empty()) {
    entity.via = "spelling";
    add_step(entity, "\"" + words + "\" read as " + nation.respelled);
    draft.mention.certainty *= 0.85F;
  }
  Tree::Span span{static_cast<Tree::Index>(nation.first), static_cast<Tree::Index>(nation.last)};
  if (nation.kind == AtomKind::people || (adjective && noun_like)) {
    span = extent(tree, head, nation.first, nation.last);
    draft.plural = true;
    if (counts_people(tree, head)) {
      entity.sector = "CVL";
      draft.plural = tree.has_child(head, Relation::nummod);
      add_step(entity, "counted people");
    }
  } else if (!draft.modifier) {
    draft.mention.place_name = !adjective;
  }
  // "Ghazni province" too, where the name stands before a noun.
  const bool region = nation.kind == AtomKind::nation && nation.use && lexicon.actor(nation.use->target).kind == ActorKind::region;
  draft.mention.place_name |= nation.kind == AtomKind::place || region;
  place_mention(draft, span, head);
  place_entity(tree, entity, span);
  draft.mention.entities.push_back(std::move(entity));
  return draft;
}

}  // namespace attache::knowledge
