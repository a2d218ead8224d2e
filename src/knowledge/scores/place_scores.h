#pragma once
/// How well resolved places agree with known ones.

#include "knowledge/places/gazetteer.h"
#include "knowledge/scores/gold_places.h"
#include "knowledge/scores/tally.h"

#include <attache/mention.h>
#include <attache/sentence.h>

#include <span>
#include <string>
#include <vector>

namespace attache::knowledge {

/// The distance within which a place counts as found: 161 km (100 miles), the field's custom.
constexpr double found_within_km = 161;

/// ISO alpha-3 of the country a gold toponym lies in: the country of that name when its article is about one, else that of the nearest city in the
/// gazetteer. Empty when no city is within 500 km.
std::string country_of(const Gazetteer& gazetteer, const GoldToponym& toponym);

/// Scores the mentions of one text; the mention that shares most characters with a toponym is its answer, and a toponym without one counts as wrong.
/// Adds to the table the classes "within 161 km" and "right country", and for the found ones the same again; a line for each wrong one to `wrong`.
void score_places(const Gazetteer& gazetteer, const LocatedText& text, std::span<const Sentence> sentences, std::span<const SentenceMentions> mentions,
                  TallyTable& table, std::vector<std::string>& wrong);

}  // namespace attache::knowledge
