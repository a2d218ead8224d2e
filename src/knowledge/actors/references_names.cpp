// Names that only the nation which the page speaks of makes known: "Congress", "Braverman", "the Supreme Court".
#include "knowledge/actors/references.h"

#include "knowledge/actors/entities.h"
#include "knowledge/actors/name_words.h"
#include "knowledge/actors/noun_phrases.h"
#include "knowledge/actors/pointing_words.h"

#include <algorithm>
#include <optional>

namespace attache::knowledge {

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

}  // namespace attache::knowledge
