#pragma once
/// Finds the places that a sentence names, and which place of each name is meant.

#include "knowledge/places/gazetteer.h"

#include <attache/mention.h>
#include <attache/sentence.h>

#include <map>
#include <span>
#include <string>
#include <vector>

namespace attache::knowledge {

/// What the page as a whole says about where it is.
struct PlaceContext {
  std::map<std::uint32_t, double> countries;  ///< Country's index in the gazetteer, and how often the page speaks of it.
  std::vector<std::uint32_t> settled;         ///< Places whose identity is beyond doubt, each once.
  std::string nation;                         ///< ISO alpha-3 of the outlet or the dateline, when known.
};

/// Reads all sentences of a page for countries, demonyms and places that can only be one.
PlaceContext read_place_context(const Gazetteer& gazetteer, std::span<const Sentence> sentences);

/// Appends the sentence's places in order. Words that are persons, organisations or ordinary words in their place are left out.
void find_places(const Gazetteer& gazetteer, const Sentence& sentence, const PlaceContext& context, std::vector<PlaceMention>& places);

}  // namespace attache::knowledge
