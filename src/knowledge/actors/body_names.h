#pragma once
/// Names of bodies that the lexicon does not have: what they are, and whose, their own words say ("Madras High Court", "Department of Education").

#include "knowledge/actors/sentence_atoms.h"

#include <cstdint>

namespace attache::knowledge {

/// Adds what the name finder saw as a body's name, unless what is known within it says all that there is to say ("Kuwait Oil Company").
void add_body_name(SentenceAtoms& found, std::uint32_t first, std::uint32_t last);

/// Adds capitalised words that end in one that says what a body is, where the name finder saw no name: "Human Rights League".
void add_untagged_bodies(SentenceAtoms& found);

}  // namespace attache::knowledge
