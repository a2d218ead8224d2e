#pragma once
/// One actor's words with all that composing them may look at.

#include "knowledge/actors/atoms.h"
#include "knowledge/actors/belongings.h"
#include "knowledge/actors/draft.h"
#include "knowledge/actors/units.h"
#include "language/tree.h"

#include <span>
#include <vector>

namespace attache::knowledge {

struct PhraseView {
  const AtomContext& context;
  const Tree& tree;
  const SentenceUnits& units;
  const Unit& unit;
  std::span<const Belonging> all;          ///< Whoever owns the words.
  std::span<const ActorDraft> drafts;      ///< The sentence's actors composed so far, those of `all` among them.
  std::vector<const Belonging*> owners;    ///< Of `all` those that count.

  const ActorLexicon& lexicon() const { return *context.lexicon; }
  const Atom& name() const { return units.atom(unit.name); }
  const Atom& title() const { return units.atom(unit.agent); }
  const AgentRecord& agent() const { return lexicon().agent(title().use->target); }
};

}  // namespace attache::knowledge
