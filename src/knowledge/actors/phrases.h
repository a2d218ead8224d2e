#pragma once
/// Noun phrases as actors: "Iranian Foreign Minister X", "officials from the International Department of China's communist party",
/// "US-backed Syrian rebels", "political and military leaders".

#include "knowledge/actors/atoms.h"
#include "knowledge/actors/draft.h"
#include "language/tree.h"

#include <span>
#include <string>
#include <vector>

namespace attache::knowledge {

/// The actors of one parsed sentence, ordered by their first token. Names that nothing is known of are drafts without a code.
std::vector<ActorDraft> compose_phrases(const AtomContext& context, const Tree& tree, std::span<const Atom> atoms);

}  // namespace attache::knowledge
