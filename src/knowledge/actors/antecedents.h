#pragma once
/// Those whom a page has named so far, and which of them a pronoun means.

#include "knowledge/actors/draft.h"
#include "language/tree.h"

#include <attache/mention.h>

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

namespace attache::knowledge {

/// Somebody who may be meant by a later word.
struct Antecedent {
  enum class Role : std::uint8_t { subject, object, other };

  std::vector<Entity> entities;
  DraftKind kind = DraftKind::agent;
  Gender gender = Gender::unknown;
  bool plural = false;
  bool collective = false;
  bool modifier = false;
  std::string lemma;
  std::uint32_t actor = ActorDraft::no_actor;
  std::uint32_t sequence = 0;
  Tree::Index token = 0;
  Tree::Index first = 0, last = 0;
  Tree::Index first_conjunct = 0;  ///< Of the coordination it stands in.
  std::string last_noun;           ///< The noun that names it: "league" of the Arab League.
  Role role = Role::other;
  bool speaker = false;
  float certainty = 0;
};

/// What a pronoun says of whom it means.
enum class Wanted : std::uint8_t { man, woman, thing, several };

/// What part a nominal has in its sentence.
Antecedent::Role role_of(const Tree& tree, Tree::Index head);

/// Goes through a page's sentences with it.
class Antecedents {
 public:
  /// Sentences back that a pronoun looks for whom it means.
  static constexpr std::uint32_t pronoun_reach = 3;

  /// Takes up a sentence and forgets what is beyond the reach of any word in it.
  void begin_sentence(const Tree& tree, std::uint32_t sequence);

  /// Remembers somebody of the sentence at hand.
  const Antecedent& remember(const ActorDraft& draft);

  /// All that are remembered, the latest last.
  const std::deque<Antecedent>& all() const { return memory_; }

  /// Whom a pronoun of the sentence at hand most likely means; nothing when nobody fits.
  const Antecedent* best(Tree::Index pronoun, Wanted wanted, bool possessive) const;

  /// Whose words "I" and "we" stand in; nothing when nobody speaks.
  const Antecedent* speaker_of(Tree::Index pronoun) const;

 private:
  double salience(const Antecedent& candidate, Tree::Index pronoun, Wanted wanted, bool possessive) const;
  bool can_be_bound(const Antecedent& candidate, Tree::Index pronoun, bool possessive) const;

  std::deque<Antecedent> memory_;
  const Tree* tree_ = nullptr;
  std::uint32_t sequence_ = 0;
};

}  // namespace attache::knowledge
