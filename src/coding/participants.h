#pragma once
/// Who stands at a token of the tree: mentions, coordinations, and participants inside a phrase.

#include "coding/frame.h"
#include "coding/sentence_view.h"

#include <deque>
#include <string>
#include <vector>

namespace attache::coding {

/// Somebody found in the grammar.
struct Participant {
  const Entity* entity = nullptr;
  Index token = none;        ///< Where the grammar put them.
  float certainty = 1;       ///< Of the resolution, less when found only inside a phrase.
  bool inside = false;       ///< Not the phrase itself but somebody in it: "*Chad's* decision".
  bool place_name = false;   ///< The words can also name a place.
  bool state = false;        ///< Stands for the country itself.
  bool phrase = false;       ///< Only words of the text; neither the lexicon nor their form says that they are somebody.
  Index head = none;         ///< The head of the mention they come from; `token` for others.
};
using Participants = std::vector<Participant>;

/// Entities that are no mentions of the knowledge layer: unknown names, places that stand for their country. Stable addresses.
using EntityStore = std::deque<Entity>;

/// Finds who stands at the tokens of one sentence.
class ParticipantFinder {
 public:
  ParticipantFinder(const SentenceView& view, EntityStore& store) : view_(view), store_(store) {}

  /// Everybody at the token with its conjuncts; when the phrase itself is nobody, whoever is found inside it. A relative pronoun stands for its
  /// antecedent. `wanted` says what they must be; who does not fit is left out. `other`: the other side, for `foreign`.
  Participants at(Index token, KindMask wanted, const Participants& other) const;

  /// The noun phrase at the token and its conjuncts as words alone, for what happens to things and to people whom nobody knows: "seized *the
  /// pumping stations*". Nothing for pronouns, dates and measures.
  Participants phrase_at(Index token) const;

  /// The place that the token names, standing for its country; nobody when it names none.
  Participants place_at(Index token) const;

  /// Those who live in the place that the token names or that its noun belongs to: who marches in "protests in *Nairobi*". Nobody when it names none.
  Participants people_of_place(Index token) const;

  /// Somebody told of elsewhere on the page, under the words at the token: "*the attack*" for who attacked.
  Participant meant_by(Index token, const Participant& elsewhere) const;

  /// True when the participant fits one of the kinds. Of a name that the lexicon does not know only a country is not believed.
  static bool fits(const Participant& participant, KindMask wanted, const Participants& other);

 private:
  void collect(Index token, KindMask wanted, int depth, bool inside, Participants& found) const;
  void collect_agent(Index participle, KindMask wanted, int depth, Participants& found) const;
  bool add_mention(Index token, bool inside, Participants& found) const;
  void add_place(Index token, bool inside, Participants& found) const;
  void add_unknown(Index token, Participants& found) const;
  const Entity* named_before(const ActorMention& pronoun, const Entity& entity) const;
  Entity words_of(Index token) const;

  const SentenceView& view_;
  EntityStore& store_;
};

/// True when a code or a sector is known.
bool is_known(const Entity& entity);
/// True for a country as such, without sector.
bool is_bare_state(const Entity& entity);
/// `Kenyan police (KEN COP)`, several joined by `; `; for explanations.
std::string describe(const Participants& participants);
/// True when both name the same words or the same country and sector.
bool same_party(const Participants& a, const Participants& b);

}  // namespace attache::coding
