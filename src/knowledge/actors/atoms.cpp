#include "knowledge/actors/atoms.h"

#include "knowledge/actors/body_names.h"
#include "knowledge/actors/capitals.h"
#include "knowledge/actors/misspelt_names.h"
#include "knowledge/actors/name_matcher.h"
#include "knowledge/actors/person_names.h"
#include "knowledge/actors/place_names.h"
#include "knowledge/actors/sentence_atoms.h"
#include "knowledge/actors/unknown_names.h"

#include <algorithm>
#include <utility>

namespace attache::knowledge {

std::vector<Atom> find_atoms(const AtomContext& context, const Sentence& sentence, SentenceNames names, std::span<const PlaceMention> places) {
  SentenceAtoms found{context, sentence.tokens, std::move(names.atoms), is_in_capitals(names.words) || is_in_title_case(names.words)};
  drop_surnames_of_directions(found);
  drop_names_of_things(found);
  drop_words_of_foreign_names(found);
  drop_lands_within_places(found, places);
  unseat_capitals(found, places);
  drop_states_of_lands(found, places);
  add_places(found, places);
  add_misspelt_people(found);
  drop_names_of_others(found);
  widen_surnames(found);
  add_tagged_names(found);
  add_titled_names(found);
  add_untagged_bodies(found);
  add_misspelt_nations(found, places);
  drop_names_of_things(found);  // those that the stages above found
  std::stable_sort(found.atoms.begin(), found.atoms.end(), [](const Atom& a, const Atom& b) { return a.first < b.first; });
  return std::move(found.atoms);
}

}  // namespace attache::knowledge
