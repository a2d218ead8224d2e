#pragma once
/// Known names in other letters or mistyped, put among the atoms.

#include "knowledge/actors/sentence_atoms.h"
#include "knowledge/actors/spelling.h"

#include <attache/mention.h>

#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace attache::knowledge {

/// What the names of one page are misspellings of. Names come again and again on a page, and most are known to nobody, which takes longest to find out.
class RespellingMemo {
 public:
  /// What was found for the words before; nothing when they were not asked for.
  const Respelling* find(const std::vector<std::string>& words, const RespellingRequest& request) const;
  void remember(const std::vector<std::string>& words, const RespellingRequest& request, const Respelling& found);

 private:
  std::map<std::string, Respelling, std::less<>> known_;
};

/// Whom the lexicon knows under nearly the name that some tokens spell: with other first names or initials, in other letters, or mistyped.
Respelling known_otherwise(const SentenceAtoms& found, std::uint32_t first, std::uint32_t last, RespellingRequest request);

/// Makes the atom what the respelling found; of several that fit it keeps the names.
void take_respelling(const ActorLexicon& lexicon, Atom& atom, Respelling&& respelling);

/// Adds known people whose name two capitalised words or more spell otherwise, whatever the name finder made of them.
void add_misspelt_people(SentenceAtoms& found);

/// Adds the body whose name of several words the lexicon writes otherwise: "Africa Union". False when there is none.
bool add_misspelt_body(SentenceAtoms& found, std::uint32_t first, std::uint32_t last);

/// Adds nations that the name finder missed, such as a capital's name with a letter left out in a headline.
/// What lies within a place already found is no misspelling: "Latin America".
void add_misspelt_nations(SentenceAtoms& found, std::span<const PlaceMention> places);

}  // namespace attache::knowledge
