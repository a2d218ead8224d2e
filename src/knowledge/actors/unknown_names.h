#pragma once
/// Names that the lexicon does not have as they are written: those that the name finder saw, and those that a title or a noun beside them shows to be names.

#include "knowledge/actors/sentence_atoms.h"

#include <cstdint>

namespace attache::knowledge {

/// Adds a name; what the lexicon knows under nearly that name, or a large place, is taken for it. `owner`: the country that the name itself says.
Atom& add_name(SentenceAtoms& found, std::uint32_t first, std::uint32_t last, NameTag tag, Code owner);

/// Widens lone surnames by the names before them: of "Salem Rashid" only Rashid is somebody's surname.
void widen_surnames(SentenceAtoms& found);

/// Adds the names that only the name finder knows.
void add_tagged_names(SentenceAtoms& found);

/// Adds people whom a title names and the name finder missed: "Defence Minister Diego Molano".
void add_titled_names(SentenceAtoms& found);

}  // namespace attache::knowledge
