#pragma once
/// Names of places among the atoms: those that were found before, and large ones that nothing beside them says to be places.

#include "knowledge/actors/sentence_atoms.h"

#include <attache/mention.h>

#include <cstdint>
#include <span>

namespace attache::knowledge {

/// Drops lands whose name is a part of a larger one that is no state's: "South America", "the South China Sea".
void drop_lands_within_places(SentenceAtoms& found, std::span<const PlaceMention> places);

/// "Paris, Texas", "Tripoli" where the page means Lebanon's: a capital's name that is meant as another land's place stands for nobody's government, and what
/// something happens in is nobody's surname.
void unseat_capitals(SentenceAtoms& found, std::span<const PlaceMention> places);

/// "Gunmen in Borno state": the noun behind a place's name belongs to it and is nobody.
void drop_states_of_lands(SentenceAtoms& found, std::span<const PlaceMention> places);

/// Adds the places that no atom covers.
void add_places(SentenceAtoms& found, std::span<const PlaceMention> places);

/// Makes the atom a place when its words name one that is large enough to be meant without more: "shelled Haifa".
/// `certain`: the words beside it say that it is a place, and other names of it will do.
void take_known_place(const SentenceAtoms& found, Atom& atom, bool certain = false);

/// What the name finder takes for a person and the gazetteer knows, as a place of size in one country: where something is done to it, the place is meant:
/// "attacked Rafah".
void take_place_of_one_country(const SentenceAtoms& found, Atom& atom);

/// One of the four directions: "the North" is the North Korea of a page on Korea before it is a region of Cameroon.
bool is_compass_word(const SentenceAtoms& found, std::uint32_t first, std::uint32_t last);

}  // namespace attache::knowledge
