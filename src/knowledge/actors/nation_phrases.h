#pragma once
/// Nations, peoples and places that stand by themselves: "Paris", "the French", "Chinese aid".

#include "knowledge/actors/draft.h"
#include "knowledge/actors/units.h"
#include "language/tree.h"

namespace attache::knowledge {

/// The draft of a nation-like atom that owns no actor.
ActorDraft compose_nation(const ActorLexicon& lexicon, const Tree& tree, const SentenceUnits& units, const Atom& nation);

}  // namespace attache::knowledge
