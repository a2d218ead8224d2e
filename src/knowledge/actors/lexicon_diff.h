#pragma once
/// What changed between two lexicons' actors and agents.

#include "knowledge/actors/lexicon_files.h"

#include <string>
#include <vector>

namespace attache::knowledge {

/// One line a difference: `+` for entries that are new, `-` for those that are gone, `~` for those that changed, with every field that did.
/// Actors are the same when kind and name are, and for several of one name the code; agents when their words are. Ordered by name.
std::vector<std::string> diff_lexicons(const LexiconSource& before, const LexiconSource& after);

}  // namespace attache::knowledge
