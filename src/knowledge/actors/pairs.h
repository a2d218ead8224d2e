#pragma once
/// The two whom "both sides" and "the two leaders" mean.

#include "knowledge/actors/antecedents.h"

#include <string_view>
#include <vector>

namespace attache::knowledge {

/// True for nouns of which there are two in a story: "side", "neighbour", "leader".
bool is_pair_noun(std::string_view lemma);

/// Two antecedents, or one that is two itself, in the order in which the page names them; nothing when there are no two. `noun` is the pair's own
/// noun at a token of the sentence of that number.
std::vector<const Antecedent*> pair_meant(const Antecedents& antecedents, std::string_view noun, Tree::Index token, std::uint32_t sequence);

}  // namespace attache::knowledge
