#pragma once
/// Finds the places that a page names, and which place of each name is meant.

#include "knowledge/places/gazetteer.h"
#include "knowledge/places/names_in_text.h"
#include "knowledge/places/unlisted_places.h"

#include <attache/document.h>
#include <attache/mention.h>
#include <attache/sentence.h>

#include <map>
#include <set>
#include <span>
#include <string_view>
#include <vector>

namespace attache::knowledge {

/// What the page as a whole says about where it is.
struct PlaceContext {
  std::map<std::uint32_t, double> countries;   ///< Country's index in the gazetteer, and how often the page speaks of it.
  std::vector<std::uint32_t> settled;          ///< Places whose identity is beyond doubt, each once.
  std::vector<std::uint32_t> introduced;       ///< Places that were named together with what holds them: "Paris, Texas".
  std::uint32_t nation = no_place;             ///< The country of the outlet: by its domain, else by its name.
  std::vector<std::vector<NameInText>> names;  ///< Of each sentence.
  std::set<std::string_view> surnames;         ///< Last words of persons named in full. They point into the sentences.
  UnlistedPlaces unlisted;                     ///< Places that the gazetteer lacks and the page says where to look for.
};

/// Reads all sentences of a page for countries, demonyms and places that can only be one, and its address and publication for the outlet's country.
PlaceContext read_place_context(const Gazetteer& gazetteer, const Document& document, std::span<const Sentence> sentences);

/// Appends the places of one of the page's sentences in order. Words that are persons, organisations or ordinary words in their place are left out.
void find_places(const Gazetteer& gazetteer, const Sentence& sentence, std::span<const NameInText> names, const PlaceContext& context,
                 std::vector<PlaceMention>& places);

}  // namespace attache::knowledge
