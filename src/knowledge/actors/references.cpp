#include "knowledge/actors/references.h"

#include "base/utf8.h"
#include "knowledge/actors/entities.h"
#include "knowledge/actors/name_words.h"
#include "knowledge/actors/noun_phrases.h"
#include "knowledge/actors/office_holders.h"
#include "knowledge/actors/pairs.h"
#include "knowledge/actors/pointing_words.h"
#include "language/word_list.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace attache::knowledge {
namespace {

using language::word_list;

/// "West African peacekeepers", "foreign journalists": of several lands or of another one, not of the page's.
bool is_of_other_lands(const Tree& tree, const ActorDraft& draft) {
  static constexpr auto lands = word_list({"african", "asian", "european", "arab", "western", "latin", "scandinavian", "nordic", "balkan", "baltic", "caribbean"});
  static constexpr auto other_lands = word_list({"foreign", "international", "multinational", "overseas", "expatriate", "allied"});
  // A foreign minister is the page's own, foreign powers are not.
  const bool of_a_state = draft.mention.entities.front().sector == "GOV" && !draft.lemma.ends_with(" power") && !draft.lemma.ends_with(" government") && !draft.lemma.ends_with(" country");
  if (draft.lemma.starts_with("foreign ") && !of_a_state) return true;
  for (const Tree::Index child : tree.children(static_cast<Tree::Index>(draft.mention.head))) {
    const Token& word = tree.token(child);
    const bool modifies = word.relation == Relation::amod || word.relation == Relation::compound;
    // With a capital "foreign" is part of a name: "the Foreign Office".
    const bool says_so = word.text.front() >= 'a' && word.text.front() <= 'z' ? other_lands.contains(word.text) : lands.contains(word.text);
    if (modifies && says_so && draft.lemma.find(lemma_of(word)) == std::string::npos) return true;
  }
  return false;
}

/// Those who are where they are named: "police in Cairo", "rebels attacked a village near Bunia".
bool is_of_the_place(const ActorDraft& draft) {
  if (draft.domestic) return true;
  const std::string_view sector = draft.mention.entities.front().sector;
  return sector == "REB" || sector == "UAF" || sector == "CRM" || sector == "PRM";
}

/// True when a noun's clause holds one word and not the other: Britain and police in "police clashed with opponents of a president living in Britain".
bool is_in_another_clause(const Tree& tree, Tree::Index word, Tree::Index other) {
  for (Tree::Index at = word; at != Tree::none && (other == Tree::none || !tree.is_within(other, at)); at = tree.governor(at)) {
    if (tree.relation(at) == Relation::acl || tree.relation(at) == Relation::acl_relcl) return true;
  }
  return false;
}

}  // namespace

void References::know_nation(std::string_view name) {
  if (!name.empty() && std::find(nations_.begin(), nations_.end(), name) == nations_.end()) nations_.emplace_back(name);
}

void References::resolve(const Tree& tree, std::span<const PlaceMention> places, std::uint32_t sequence, std::vector<ActorDraft>& drafts) {
  tree_ = &tree;
  places_ = places;
  sequence_ = sequence;
  antecedents_.begin_sentence(tree, sequence);
  add_pointing_words(tree, antecedents_, drafts);
  std::stable_sort(drafts.begin(), drafts.end(), [](const ActorDraft& a, const ActorDraft& b) { return a.mention.head < b.mention.head; });
  // Those who are named help to understand those who are not, wherever in the sentence they stand.
  for (ActorDraft& draft : drafts) {
    if (!draft.resolved()) continue;
    name_holder(lexicon_, day_, draft);
    remember(draft);
  }
  for (ActorDraft& draft : drafts) {
    if (draft.resolved()) continue;
    if (!take_owner(draft, drafts)) resolve_draft(draft);
    name_holder(lexicon_, day_, draft);
    if (draft.resolved()) remember(draft);
  }
  std::erase_if(drafts, [](const ActorDraft& draft) {
    const Entity& entity = draft.mention.entities.front();
    return entity.code.empty() && entity.sector.empty() && (draft.only_if_meant || draft.kind == DraftKind::pronoun || draft.kind == DraftKind::nation || draft.lemma == entity.text);
  });
  std::stable_sort(drafts.begin(), drafts.end(), [](const ActorDraft& a, const ActorDraft& b) { return a.mention.first < b.mention.first; });
}

/// Whoever owns the agent and is known by now: the surname in "the Bush administration", the pronoun in "his supporters".
const ActorDraft* References::owner_of(const ActorDraft& draft, std::span<const ActorDraft> drafts) const {
  const auto known_at = [&](std::int64_t head) -> const ActorDraft* {
    const auto found = std::find_if(drafts.begin(), drafts.end(), [&](const ActorDraft& other) { return other.mention.head == head && other.resolved() && other.mention.entities.size() == 1; });
    return found == drafts.end() ? nullptr : &*found;
  };
  if (draft.owner_head >= 0) return known_at(draft.owner_head);
  for (const Tree::Index child : tree_->children(static_cast<Tree::Index>(draft.mention.head))) {
    const bool possessive = tree_->relation(child) == Relation::nmod_poss || tree_->relation(child) == Relation::det;
    if (possessive && tree_->token(child).upos == Upos::pron && child < static_cast<Tree::Index>(draft.mention.head)) return known_at(child);
  }
  return nullptr;
}

/// The nation of an owner whom only the page makes known, and for spokesmen and a rebel movement's fighters its sector.
bool References::take_owner(ActorDraft& draft, std::span<const ActorDraft> drafts) const {
  if (draft.kind != DraftKind::agent || draft.owned || draft.mention.entities.size() != 1) return false;
  const ActorDraft* owner = owner_of(draft, drafts);
  if (!owner) return false;
  const Entity& whose = owner->mention.entities.front();
  Entity& entity = draft.mention.entities.front();
  draft.owned = true;
  const std::string_view pronoun = owner->kind == DraftKind::pronoun ? tree_->token(static_cast<Tree::Index>(owner->mention.head)).text : std::string_view();
  if (draft.relational && (pronoun.ends_with("ts") || pronoun.ends_with("heir"))) return true;  // "its allies" are not it
  entity.code = whose.code;
  const bool rebels = whose.sector == "REB" && (entity.sector == "MIL" || entity.sector == "UAF" || entity.sector == "GOV");
  if (!whose.sector.empty() && whose.sector != "ELI" && (draft.general || rebels)) entity.sector = whose.sector;
  if (!draft.plural && entity.sector != "ELI") entity.office = draft.office;
  add_step(entity, "of \"" + whose.text + "\", " + entity.code);
  draft.mention.certainty = std::min(owner->mention.certainty, 0.9F);
  return true;
}

void References::resolve_draft(ActorDraft& draft) {
  switch (draft.kind) {
    case DraftKind::pronoun: return resolve_pronoun(draft);
    case DraftKind::nation: take_direction(draft); return;
    case DraftKind::agent: return resolve_agent(draft);
    case DraftKind::person:
      // A title without a nation: "Foreign Minister X".
      if (!draft.mention.entities.front().sector.empty() && draft.titled_name) take_focus(draft);
      else if (!draft.named_in_full) {
        take_minister(draft);
        take_compatriot(draft);
      }
      return;
    case DraftKind::name: case DraftKind::body:
      if (!draft.namesakes.empty()) return take_namesake(draft);
      if (draft.public_body && !take_place(draft)) take_focus(draft);
      return;
    default: return;
  }
}

void References::resolve_pronoun(ActorDraft& draft) {
  const auto token = static_cast<Tree::Index>(draft.mention.head);
  const std::string_view text = tree_->token(token).text;
  const bool possessive = tree_->relation(token) == Relation::nmod_poss || tree_->relation(token) == Relation::det;
  if (is_speakers_pronoun(text)) {
    if (const Antecedent* speaker = antecedents_.speaker_of(token)) point_to(draft, *speaker, "pronoun", 0.85F);
    return;
  }
  const auto wanted = wanted_by(text);
  const Antecedent* meant = wanted ? antecedents_.best(token, *wanted, possessive) : nullptr;
  if (meant) point_to(draft, *meant, "pronoun", 0.85F);
}

/// The draft becomes those whom it points to, but keeps its own words.
void References::point_to(ActorDraft& draft, const Antecedent& antecedent, std::string_view via, float factor) const {
  const Entity mine = draft.mention.entities.front();
  draft.mention.entities = antecedent.entities;
  for (Entity& entity : draft.mention.entities) {
    const std::string meant = entity.text;
    const std::string why = entity.reason;
    entity.text = mine.text;
    entity.start = mine.start;
    entity.end = mine.end;
    entity.via = via;
    entity.reason = "\"" + mine.text + "\" means \"" + meant + "\"";
    add_step(entity, why);
  }
  draft.actor = antecedent.actor;
  draft.gender = antecedent.gender;
  draft.plural = antecedent.plural;
  draft.collective = antecedent.collective;
  draft.mention.certainty = antecedent.certainty * factor;
}

void References::resolve_agent(ActorDraft& draft) {
  if (draft.mention.entities.size() != 1) return;
  const auto head = static_cast<Tree::Index>(draft.mention.head);
  const std::string_view noun = lemma_of(tree_->token(head));
  // "Two wounded sailors" are none of those named before; "two countries" and "the two men" may be.
  const bool may_be_known = draft.definite || is_pair_noun(noun);
  if (may_be_known && counts_two(*tree_, head) && (draft.plural || noun == "side") && take_pair(draft)) return;
  if (draft.definite && draft.plural && noun == "side" && take_pair(draft)) return;
  if (draft.definite && !draft.plural && is_nation_noun(noun) && take_nation(draft)) return;
  const std::string_view written = tree_->token(head).text;
  const bool of_a_name = draft.plural && written.front() >= 'A' && written.front() <= 'Z';  // "the Guards"
  if (draft.definite && !draft.owned && (!draft.plural || of_a_name) && take_noun_of_name(draft)) return;
  if (draft.definite && !draft.owned && !draft.plural && is_body_noun(noun) && take_body(draft, true)) return;
  const bool says_nothing = draft.mention.entities.front().sector.empty();
  if (draft.definite && !draft.plural && says_nothing) {
    take_body(draft, true);
    return;
  }
  if (says_nothing || draft.owned) return;
  if (is_nation_noun(noun)) return;  // "a country", "countries": none in particular
  if (take_short_name(draft)) return;
  if (draft.owner_head < 0 && take_same_noun(draft)) return;  // "Castillo supporters" are not those of another
  if (draft.definite && draft.collective && !draft.plural && take_body(draft, false)) return;
  if (take_nation_of_rebels(draft)) return;
  if (is_of_other_lands(*tree_, draft)) return;
  if (is_of_the_place(draft) && take_place(draft)) return;
  if (take_nation_of_noun(draft)) return;
  take_focus(draft);
}

/// "The league" behind "the Arab League", "the ship" behind "a South Korean navy ship": who was called by that noun last.
bool References::take_noun_of_name(ActorDraft& draft) {
  const Token& word = tree_->token(static_cast<Tree::Index>(draft.mention.head));
  const std::string noun = draft.plural ? to_lower(word.text) : std::string(lemma_of(word));
  for (auto known = antecedents_.all().rbegin(); known != antecedents_.all().rend(); ++known) {
    if (known->sequence == sequence_ && known->token >= static_cast<Tree::Index>(draft.mention.head)) continue;
    if (known->last_noun != noun || known->entities.size() != 1 || known->modifier) continue;
    point_to(draft, *known, "coreference", 0.85F);
    draft.kind = known->kind;
    return true;
  }
  return false;
}

bool References::take_body(ActorDraft& draft, bool any_sector) {
  const std::string sector = draft.mention.entities.front().sector;
  for (auto known = antecedents_.all().rbegin(); known != antecedents_.all().rend(); ++known) {
    if (known->sequence == sequence_ && known->token >= static_cast<Tree::Index>(draft.mention.head)) continue;
    if ((known->kind != DraftKind::body && known->kind != DraftKind::name) || known->entities.size() != 1) continue;
    if (!any_sector && known->entities.front().sector != sector) continue;
    point_to(draft, *known, "coreference", 0.8F);
    draft.kind = DraftKind::body;
    return true;
  }
  return false;
}

/// "The fishermen" behind "16 Chinese fishermen", "the rebels" behind "communist rebels", and "rebels" in a story about Syrian rebels.
bool References::take_same_noun(ActorDraft& draft) {
  Entity& entity = draft.mention.entities.front();
  for (auto known = antecedents_.all().rbegin(); known != antecedents_.all().rend(); ++known) {
    const bool called_so = known->lemma == draft.lemma || (draft.definite && known->kind == DraftKind::agent && known->last_noun == draft.lemma);
    if (!called_so || known->entities.size() != 1 || known->entities.front().code.empty()) continue;
    const Entity& meant = known->entities.front();
    entity.code = meant.code;
    if (draft.definite) {
      entity.identifier_text = meant.identifier_text;
      entity.identifier_id = meant.identifier_id;
      if (entity.office.empty()) entity.office = meant.office;
      entity.sector = meant.sector;
      entity.other_sectors = meant.other_sectors;
    }
    entity.via = "coreference";
    add_step(entity, "those called \"" + meant.text + "\" before");
    draft.mention.certainty = std::min(known->certainty, draft.definite ? 0.85F : 0.7F);
    return true;
  }
  return false;
}

/// Those who fight a state are of the state that they are named beside ("talks between Manila and communist rebels"), or of the nation whose rebels the page spoke
/// of last ("guerrillas" in a story about the Philippines' rebels).
bool References::take_nation_of_rebels(ActorDraft& draft) {
  Entity& entity = draft.mention.entities.front();
  if (entity.sector != "REB" && entity.sector != "SEP") return false;
  const Tree::Index first_conjunct = tree_->first_conjunct(static_cast<Tree::Index>(draft.mention.head));
  for (auto known = antecedents_.all().rbegin(); known != antecedents_.all().rend(); ++known) {
    if (known->entities.size() != 1 || known->entities.front().code.empty()) continue;
    const Entity& other = known->entities.front();
    const bool beside = known->sequence == sequence_ && known->first_conjunct == first_conjunct && is_state_code(other.code) && (other.sector == "GOV" || other.sector == "MIL");
    if (!beside && other.sector != entity.sector) continue;
    entity.code = other.code;
    if (entity.via.empty()) entity.via = "agent";
    add_step(entity, "of the nation of \"" + other.text + "\" before");
    draft.mention.certainty = 0.6F;
    return true;
  }
  return false;
}

/// The country where the sentence says that it happened.
bool References::take_place(ActorDraft& draft) {
  const PlaceMention* chosen = nullptr;
  for (const PlaceMention& place : places_) {
    if (place.location.country.empty()) continue;
    auto where_word = static_cast<Tree::Index>(place.head);
    // "On the island of Samar".
    if (tree_->preposition(where_word) == "of" && tree_->governor(where_word) != Tree::none) where_word = tree_->governor(where_word);
    const std::string preposition = tree_->preposition(where_word);
    const bool where = preposition == "in" || preposition == "at" || preposition == "near" || preposition == "outside" || preposition == "across" ||
                       preposition == "on" || preposition == "around" || preposition == "inside" || preposition == "throughout";
    if (where && !chosen && !is_in_another_clause(*tree_, where_word, static_cast<Tree::Index>(draft.mention.head))) chosen = &place;
  }
  if (!chosen) return false;
  Entity& entity = draft.mention.entities.front();
  entity.code = chosen->location.country;
  add_step(entity, "where it happened, " + chosen->text + " in " + chosen->location.country);
  draft.mention.certainty = 0.7F;
  return true;
}

/// "Tanker freed" on a page that tells of a Greek tanker: the one nation of which the page names somebody so called. Armies and ships are of any nation: on a page that speaks of
/// several, they are nobody's.
bool References::take_nation_of_noun(ActorDraft& draft) {
  constexpr double least_share = 0.4;
  if (draft.kind != DraftKind::agent) return false;
  Entity& entity = draft.mention.entities.front();
  const std::string nation = focus_.nation_of_noun(draft.lemma);
  if (nation.empty()) {
    const auto nations = focus_.nations();
    return (entity.sector == "MIL" || entity.sector == "BUS") && !nations.empty() && focus_.share(nations.front()) < least_share;
  }
  if (entity.sector != "MIL" && entity.sector != "BUS") return false;
  entity.code = nation;
  if (entity.via.empty()) entity.via = "agent";
  add_step(entity, "the only such of the page, of " + nation);
  draft.mention.certainty = 0.6F;
  return true;
}

/// The nation that the page speaks of here, or for a titled name the first of the page's nations in which somebody so called can hold the office.
void References::take_focus(ActorDraft& draft) {
  Entity& entity = draft.mention.entities.front();
  if (!entity.code.empty()) return;
  for (const std::string& nation : focus_.nations()) {
    if (draft.kind == DraftKind::person && !may_hold_office(lexicon_, day_, antecedents_, draft, nation)) continue;
    entity.code = nation;
    if (entity.via.empty()) entity.via = "agent";
    add_step(entity, std::string(page_speaks_of) + nation + " here");
    draft.mention.certainty = 0.3F + 0.4F * static_cast<float>(focus_.share(nation));
    return;
  }
}

void References::remember(const ActorDraft& draft) {
  const Antecedent& known = antecedents_.remember(draft);
  if (draft.kind == DraftKind::pronoun) return;
  // What is told of somebody by the way says less of what the page is about: "a man living in Britain".
  const double by_the_way = is_in_another_clause(*tree_, known.token, tree_->root()) ? 0.6 : 1.0;
  const double weight = by_the_way * (known.role == Antecedent::Role::subject ? 1.5 : draft.modifier ? 0.7 : 1.0);
  for (const Entity& entity : known.entities) focus_.mention(entity.code, weight);
}

}  // namespace attache::knowledge
