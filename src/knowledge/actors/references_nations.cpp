// "The country", "the North", "both sides": words that point to states.
#include "knowledge/actors/references.h"

#include "knowledge/actors/entities.h"
#include "knowledge/actors/name_words.h"
#include "knowledge/actors/noun_phrases.h"
#include "knowledge/actors/pairs.h"
#include "knowledge/actors/pointing_words.h"

#include <algorithm>

namespace attache::knowledge {
namespace {

/// True for the subject of the nearest verb above a noun: of "Nigeria refused to return its troops to the country" Nigeria is another country.
bool is_subject_over(const Tree& tree, Tree::Index subject, Tree::Index noun) {
  for (Tree::Index above = tree.governor(noun); above != Tree::none; above = tree.governor(above)) {
    if (tree.token(above).upos != Upos::verb) continue;
    const Tree::Index understood = tree.understood_subject(above);
    if (understood != Tree::none) return understood == subject && understood != noun;
  }
  return false;
}

}  // namespace

/// Whether it is the nation that the page speaks of most, another one left aside.
bool References::is_first_but(const Antecedent& other, std::string_view code) const {
  const auto nations = focus_.nations();
  const auto first = std::find_if(nations.begin(), nations.end(), [&](const auto& nation) { return nation != other.entities.front().code; });
  return first == nations.end() || *first == code;
}

/// The nation named last, but as a subject the subject of the sentence before: "Russia sent troops into Georgia. The country later …".
bool References::take_nation(ActorDraft& draft) {
  const auto head = static_cast<Tree::Index>(draft.mention.head);
  const std::string_view noun = lemma_of(tree_->token(head));
  const bool subject = role_of(*tree_, head) == Antecedent::Role::subject;
  const Antecedent* meant = nullptr;
  const Antecedent* subject_here = nullptr;  // of the noun's own clause, which is another country
  for (auto known = antecedents_.all().rbegin(); known != antecedents_.all().rend(); ++known) {
    if (known->sequence == sequence_ && known->token > head) continue;
    if (meant && known->sequence != meant->sequence) break;
    if (known->kind != DraftKind::nation || known->entities.size() != 1 || !is_state_code(known->entities.front().code)) continue;
    if (known->sequence == sequence_ && is_subject_over(*tree_, known->token, head)) {
      subject_here = &*known;
      continue;
    }
    if (!is_such_a_state(lexicon_, noun, known->entities.front().code)) continue;
    if (subject_here && known->sequence != sequence_ && !is_first_but(*subject_here, known->entities.front().code)) continue;
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

}  // namespace attache::knowledge
