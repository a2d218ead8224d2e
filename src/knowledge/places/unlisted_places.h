#pragma once
/// Villages, quarters and camps that the gazetteer lacks, placed by what the text says holds them or lies beside them: "the village of Kisima in Samburu county",
/// "the Wedza district of Mashonaland East", "Maryinka, a town west of Donetsk".

#include "knowledge/places/names_in_text.h"

#include <attache/mention.h>
#include <attache/sentence.h>

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace attache::knowledge {

/// Words that a sentence introduces as a place of, or beside, one of its names.
struct PlaceIntroduction {
  std::uint32_t first = 0, last = 0;  ///< Tokens, end-exclusive.
  std::uint32_t holder = 0;           ///< Index into the sentence's names.
  bool beside = false;                ///< Near the other, and not in it.
  bool by_noun = false;               ///< A noun for a kind of place stands with the words; else only the name finder says so.
};

/// Introductions of a sentence in order. A noun for a kind of place stands with the words, or the name finder takes them for a place and a preposition
/// of place stands before them; behind them the text says where that is. Whether the gazetteer has the place is left to the caller.
std::vector<PlaceIntroduction> introductions_in(const Sentence& sentence, std::span<const NameInText> names);

/// What a page has introduced: the words, as written with single blanks, and the place that holds them.
struct UnlistedPlace {
  std::uint32_t holder = no_place;  ///< Index into the gazetteer.
  bool beside = false;
};
using UnlistedPlaces = std::map<std::string, UnlistedPlace, std::less<>>;

/// The words of the tokens with single blanks.
std::string words_of_place(const Sentence& sentence, std::uint32_t first, std::uint32_t last);

/// Where the words stand in the sentence again as a place: introduced there, tagged so, or beside a word that says so.
struct UnlistedMention {
  std::uint32_t first = 0, last = 0;
  const UnlistedPlace* place = nullptr;
};
std::vector<UnlistedMention> unlisted_in(const Sentence& sentence, std::span<const NameInText> names, const UnlistedPlaces& known);

/// The location of an unlisted place: its holder's; beside it, one step less precise.
Location location_of(const Gazetteer& gazetteer, const UnlistedPlace& place);

}  // namespace attache::knowledge
