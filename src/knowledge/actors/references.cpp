#include "knowledge/actors/references.h"

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
    resolve_draft(draft);
    name_holder(lexicon_, day_, draft);
    if (draft.resolved()) remember(draft);
  }
  std::erase_if(drafts, [](const ActorDraft& draft) {
    const Entity& entity = draft.mention.entities.front();
    return entity.code.empty() && entity.sector.empty() && (draft.only_if_meant || draft.kind == DraftKind::pronoun || draft.kind == DraftKind::nation || draft.lemma == entity.text);
  });
  std::stable_sort(drafts.begin(), drafts.end(), [](const ActorDraft& a, const ActorDraft& b) { return a.mention.first < b.mention.first; });
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
  if (draft.definite && !draft.owned && !draft.plural && take_noun_of_name(draft)) return;
  if (draft.definite && !draft.owned && !draft.plural && is_body_noun(noun) && take_body(draft, true)) return;
  const bool says_nothing = draft.mention.entities.front().sector.empty();
  if (draft.definite && !draft.plural && says_nothing) {
    take_body(draft, true);
    return;
  }
  if (says_nothing || draft.owned) return;
  if (is_nation_noun(noun)) return;  // "a country", "countries": none in particular
  if (take_short_name(draft)) return;
  if (take_same_noun(draft)) return;
  if (draft.definite && draft.collective && !draft.plural && take_body(draft, false)) return;
  if (take_nation_of_rebels(draft)) return;
  if (is_of_other_lands(*tree_, draft)) return;
  if (is_of_the_place(draft) && take_place(draft)) return;
  take_focus(draft);
}

/// The nation named last, but as a subject the subject of the sentence before: "Russia sent troops into Georgia. The country later …".
bool References::take_nation(ActorDraft& draft) {
  const auto head = static_cast<Tree::Index>(draft.mention.head);
  const std::string_view noun = lemma_of(tree_->token(head));
  const bool subject = role_of(*tree_, head) == Antecedent::Role::subject;
  const Antecedent* meant = nullptr;
  for (auto known = antecedents_.all().rbegin(); known != antecedents_.all().rend(); ++known) {
    if (known->sequence == sequence_ && known->token > head) continue;
    if (meant && known->sequence != meant->sequence) break;
    if (known->kind != DraftKind::nation || known->entities.size() != 1 || !is_state_code(known->entities.front().code)) continue;
    if (!is_such_a_state(lexicon_, noun, known->entities.front().code)) continue;
    if (!meant) meant = &*known;
    if (!subject || meant->sequence == sequence_) break;
    if (known->role == Antecedent::Role::subject && !known->modifier) meant = &*known;
  }
  if (!meant) return false;
  point_to(draft, *meant, "coreference", 0.8F);
  draft.kind = DraftKind::nation;
  draft.mention.entities.front().sector.clear();
  return true;
}

/// The land whose name is another's but for the direction before it: of "North" and "South Korea" North Korea.
const Use* References::land_named(std::string_view direction, std::string_view other_land) const {
  const auto name = lexicon_words(other_land);
  const auto words = lexicon_words(direction);
  if (words.empty() || name.size() < 2 || !is_direction(name.front().text)) return nullptr;
  ActorLexicon::Node at = lexicon_.follow(0, word_hash(words.front().text));
  for (std::size_t i = 1; i < name.size() && at.node != 0; ++i) at = lexicon_.follow(at.node, word_hash(name[i].text));
  if (at.node == 0 || at.uses == 0) return nullptr;
  for (const Use& use : lexicon_.uses_at(at.uses)) {
    if (use.kind == UseKind::name && lexicon_.actor(use.target).kind == ActorKind::country) return &use;
  }
  return nullptr;
}

/// "The North" where the page speaks of North Korea or of South Korea.
void References::take_direction(ActorDraft& draft) {
  const std::string_view direction = tree_->token(static_cast<Tree::Index>(draft.mention.head)).text;
  for (const std::string& nation : nations_) {
    const Use* use = land_named(direction, nation);
    if (!use) continue;
    const ActorRecord& actor = lexicon_.actor(use->target);
    Entity& entity = draft.mention.entities.front();
    entity.code = actor.code.view();
    entity.identifier_text = lexicon_.text(actor.name);
    entity.identifier_id = lexicon_.text(actor.id);
    entity.via = "coreference";
    entity.reason = "\"" + entity.text + "\" is " + entity.identifier_text + " on a page about " + nation;
    draft.actor = use->target;
    draft.mention.certainty = 0.9F;
    return;
  }
}

/// "Both sides": each of the two with its own code, and the pair's words.
bool References::take_pair(ActorDraft& draft) {
  const auto head = static_cast<Tree::Index>(draft.mention.head);
  const auto pair = pair_meant(antecedents_, lemma_of(tree_->token(head)), head, sequence_);
  if (pair.empty()) return false;
  if (pair.size() == 1) {
    point_to(draft, *pair.front(), "coreference", 0.8F);
    return true;
  }
  const Entity mine = draft.mention.entities.front();
  draft.mention.entities.clear();
  for (const Antecedent* one : pair) {
    Entity entity = one->entities.front();
    add_step(entity, "one of \"" + mine.text + "\"");
    entity.text = mine.text;
    entity.start = mine.start;
    entity.end = mine.end;
    entity.via = "coreference";
    if (!mine.sector.empty() && mine.sector != "UNK" && entity.identifier_text.empty()) entity.sector = mine.sector;
    draft.mention.entities.push_back(std::move(entity));
  }
  draft.mention.certainty = 0.7F;
  draft.plural = true;
  return true;
}

/// "The league" behind "the Arab League", "the ship" behind "a South Korean navy ship": who was called by that noun last.
bool References::take_noun_of_name(ActorDraft& draft) {
  const std::string_view noun = lemma_of(tree_->token(static_cast<Tree::Index>(draft.mention.head)));
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

/// "Congress" on a page about India, "the Senate" on one about the United States: a capital and the nation that the page speaks of make a body of what is a noun elsewhere.
bool References::take_short_name(ActorDraft& draft) {
  const std::string_view word = tree_->token(static_cast<Tree::Index>(draft.mention.head)).text;
  if (draft.plural || word.empty() || word.front() < 'A' || word.front() > 'Z' || is_in_title_case(*tree_)) return false;
  const auto nations = focus_.nations();
  const auto words = lexicon_words(word);
  if (nations.empty() || words.size() != 1 || words.front().text != draft.lemma) return false;
  for (const Use& use : lexicon_.uses_at(lexicon_.follow(0, word_hash(words.front().text)).uses)) {
    if (use.kind != UseKind::short_name || !(lexicon_.standing(lexicon_.actor(use.target), day_).code == nations.front())) continue;
    Entity& entity = draft.mention.entities.front();
    describe_actor(lexicon_, use.target, day_, entity);
    entity.via = "name";
    entity.office.clear();
    draft.actor = use.target;
    draft.kind = DraftKind::body;
    draft.name = std::string(word);
    draft.collective = true;
    add_step(entity, entity.identifier_text + ", " + std::string(page_speaks_of) + nations.front() + " here");
    draft.mention.certainty = 0.4F + 0.4F * static_cast<float>(focus_.share(nations.front()));
    return true;
  }
  return false;
}

/// "Braverman" on a page about Britain: a surname alone is the one member of the government so called of the nation that the page speaks of.
void References::take_minister(ActorDraft& draft) {
  const auto words = lexicon_words(draft.name);
  const auto nations = focus_.nations();
  if (!day_ || words.size() != 1 || nations.empty() || draft.actor != ActorDraft::no_actor) return;
  std::optional<std::uint32_t> found;
  for (const Use& use : lexicon_.uses_at(lexicon_.follow(0, word_hash(words.front().text)).uses)) {
    if (use.kind != UseKind::surname) continue;
    const Standing standing = lexicon_.standing(lexicon_.actor(use.target), day_);
    if (!standing.role || !(standing.code == nations.front()) || !(standing.sector == "GOV")) continue;
    if (found) return;
    found = use.target;
  }
  if (!found) return;
  recognise_by_nation(draft, *found, "the one of that name in office then", 0.4F);
}

/// Makes the draft the person `actor`, whom a surname and the nation the page speaks of point to; the surer, from `least` upwards, the more it speaks of that nation.
void References::recognise_by_nation(ActorDraft& draft, std::uint32_t actor, const std::string& which, float least) {
  const auto nation = focus_.nations().front();
  Entity& entity = draft.mention.entities.front();
  describe_actor(lexicon_, actor, day_, entity);
  draft.actor = actor;
  draft.gender = lexicon_.actor(actor).gender;
  add_step(entity, which + ", " + entity.identifier_text + ", " + std::string(page_speaks_of) + nation + " here");
  draft.mention.certainty = least + 0.4F * static_cast<float>(focus_.share(nation));
}

/// "Gulen" in a sentence about Turkey: a surname alone that is rare among those the lexicon knows is the one bearer's of the nation that the page speaks of, in
/// office or not.
void References::take_compatriot(ActorDraft& draft) {
  constexpr int most_bearers = 2;
  const auto words = lexicon_words(draft.name);
  const auto nations = focus_.nations();
  if (words.size() != 1 || nations.empty() || draft.kind != DraftKind::person || draft.actor != ActorDraft::no_actor || !draft.mention.entities.front().code.empty()) return;
  std::optional<std::uint32_t> found;
  int bearers = 0;
  for (const Use& use : lexicon_.uses_at(lexicon_.follow(0, word_hash(words.front().text)).uses)) {
    if (use.kind != UseKind::surname) continue;
    if (++bearers > most_bearers) return;
    const ActorRecord& person = lexicon_.actor(use.target);
    const Standing standing = lexicon_.standing(person, day_);
    if (!(standing.code == nations.front()) || standing.sector.empty()) continue;
    if (found) return;
    found = use.target;
  }
  if (!found) return;
  recognise_by_nation(draft, *found, "the one of that name who is of note", 0.3F);
}

/// Of several bodies of one name the one of the nation that the page speaks of here; a short name only so and within a sentence.
void References::take_namesake(ActorDraft& draft) {
  const auto nations = focus_.nations();
  const std::size_t looked_at = draft.only_if_meant ? std::min<std::size_t>(nations.size(), 1) : nations.size();
  if (draft.only_if_meant && (draft.mention.head == 0 || is_in_title_case(*tree_))) return;
  for (std::size_t i = 0; i < looked_at; ++i) {
    for (const std::uint32_t one : draft.namesakes) {
      if (!(lexicon_.standing(lexicon_.actor(one), day_).code == nations[i])) continue;
      Entity& entity = draft.mention.entities.front();
      describe_actor(lexicon_, one, day_, entity);
      draft.actor = one;
      draft.kind = DraftKind::body;
      draft.collective = true;
      add_step(entity, entity.identifier_text + ", " + std::string(page_speaks_of) + nations[i] + " here");
      draft.mention.certainty = 0.4F + 0.4F * static_cast<float>(focus_.share(nations[i]));
      return;
    }
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
