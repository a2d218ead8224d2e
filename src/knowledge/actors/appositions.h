#pragma once
/// Name and description of one person: "Rashid, a Kuwaiti lawmaker", "the foreign minister, X", "X is a lawmaker".

#include "knowledge/actors/draft.h"
#include "language/tree.h"

#include <vector>

namespace attache::knowledge {

/// Lets names and descriptions that stand for one person say of each other what they know.
void join_appositions(const Tree& tree, std::vector<ActorDraft>& drafts);

}  // namespace attache::knowledge
