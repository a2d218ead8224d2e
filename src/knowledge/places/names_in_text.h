#pragma once
/// Words of a sentence that the gazetteer knows as names of places.

#include "knowledge/places/gazetteer.h"

#include <attache/sentence.h>

#include <algorithm>
#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

namespace attache::knowledge {

/// A name in the text and the rows it has in the gazetteer. Whether it is meant as a place is another question.
struct NameInText {
  std::uint32_t first = 0, last = 0;       ///< Tokens, end-exclusive.
  std::span<const NameRow> rows;           ///< Without prefixes; likeliest first.
  std::uint32_t container = no_place;      ///< A country or region named right behind it that holds it: "Hyderabad, Pakistan".
  std::uint32_t surroundings = no_place;   ///< A division or country named right behind it in which the gazetteer knows no place of the name.
  bool shouted = false;                    ///< Written in capitals only: "NSW".

  bool nationality = false;                ///< See `is_demonym`.

  /// A nationality, and no place's own name: that "Kazakh" is also an old name of a town and "Somali" a region's does not matter.
  bool is_demonym() const { return nationality; }
  bool is_abbreviation() const { return rows.front().kind == NameKind::abbreviation; }
};

/// All names of a sentence, the longest at each place, with their containers.
std::vector<NameInText> names_in(const Gazetteer& gazetteer, const Sentence& sentence);

/// True where the place lies in the country, region or second-order division.
bool lies_in(const Place& place, const Gazetteer& gazetteer, std::uint32_t container);

/// ASCII comparison without case; `lower` in lower case.
bool equals_lower(std::string_view text, std::string_view lower);
bool is_one_of_lower(std::string_view text, std::initializer_list<std::string_view> lower_words);

}  // namespace attache::knowledge
