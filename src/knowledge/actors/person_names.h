#pragma once
/// Where a person's name begins and ends, and whose name it cannot be: "Chad Smith" is neither Chad nor another Smith.

#include "knowledge/actors/sentence_atoms.h"

#include <cstdint>

namespace attache::knowledge {

/// The end of the name that the name finder begins at a token; of people's names with the words and hyphens that it left out.
std::uint32_t name_end(const SentenceAtoms& found, std::uint32_t first);

/// True for a capitalised word that may go on a person's name: "Mohammed Hussein | Roble".
bool is_further_name_word(const SentenceAtoms& found, std::uint32_t token);

/// Removes atoms that are only part of a longer name of a person: "Chad Smith" is not about Chad, and "Gordon Brown" is not another Brown.
void drop_words_of_foreign_names(SentenceAtoms& found);

/// Removes those known by one name that stands behind a further name: "George Obama" is not the one whom everybody calls Obama.
void drop_names_of_others(SentenceAtoms& found);

/// Removes people whose name is a thing's: "the USS Ronald Reagan", "Charles de Gaulle airport", "the Nixon doctrine".
void drop_names_of_things(SentenceAtoms& found);

/// Removes lone surnames that are directions: "the North" is no Mr North.
void drop_surnames_of_directions(SentenceAtoms& found);

}  // namespace attache::knowledge
