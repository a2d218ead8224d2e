#include "knowledge/actors/place_names.h"

#include "base/utf8.h"
#include "knowledge/places/names_in_text.h"
#include "language/word_list.h"

#include <algorithm>
#include <string>

namespace attache::knowledge {

void drop_lands_within_places(SentenceAtoms& found, std::span<const PlaceMention> places) {
  for (const PlaceMention& place : places) {
    if (!place.location.country.empty()) continue;
    const std::uint32_t first = place.first + (found.tokens[place.first].text == "the" || found.tokens[place.first].text == "The" ? 1 : 0);
    std::erase_if(found.atoms, [&](const Atom& atom) { return is_nation_like(atom.kind) && first <= atom.first && atom.last <= place.last && atom.last - atom.first < place.last - first; });
  }
}

void unseat_capitals(SentenceAtoms& found, std::span<const PlaceMention> places) {
  for (const PlaceMention& place : places) {
    if (place.location.country.empty()) continue;
    const bool in_it = place.first > 0 && is_one_of_lower(found.tokens[place.first - 1].text, {"in", "near", "at", "outside"});
    std::erase_if(found.atoms, [&](const Atom& atom) {
      if (in_it && atom.kind == AtomKind::surname && atom.first == place.first && atom.last == place.last) return true;  // "in Kumba"
      const bool same = atom.kind == AtomKind::capital && atom.use && atom.first == place.first && atom.last == place.last;
      return same && !(found.lexicon().actor(atom.use->target).code == place.location.country);
    });
  }
}

void drop_states_of_lands(SentenceAtoms& found, std::span<const PlaceMention> places) {
  const auto is_state_noun = [&](std::uint32_t token) { return token < found.tokens.size() && is_one_of_lower(found.tokens[token].text, {"state", "states"}); };
  const auto place_before = [&](std::uint32_t noun) {
    return std::find_if(places.begin(), places.end(), [&](const PlaceMention& mention) { return mention.location.resolution != "country" && mention.first < noun && noun <= mention.last; });
  };
  // "Rakhine state" names the land, though "Rakhine" alone may mean its people.
  std::erase_if(found.atoms, [&](const Atom& atom) { return atom.kind == AtomKind::demonym && is_state_noun(atom.last) && place_before(atom.last) != places.end(); });
  std::erase_if(found.atoms, [&](const Atom& atom) {
    if (atom.kind != AtomKind::agent || atom.last != atom.first + 1 || atom.first == 0 || !is_state_noun(atom.first)) return false;
    const bool named = std::any_of(found.atoms.begin(), found.atoms.end(), [&](const Atom& other) { return other.last == atom.first && other.kind == AtomKind::place; });
    return named || place_before(atom.first) != places.end();
  });
}

void add_places(SentenceAtoms& found, std::span<const PlaceMention> places) {
  for (const PlaceMention& place : places) {
    if (place.location.country.empty() || place.first >= place.last || !found.is_free(place.first, place.last)) continue;
    if (is_compass_word(found, place.first, place.last)) continue;
    Atom atom;
    atom.first = place.first;
    atom.last = place.last;
    atom.kind = AtomKind::place;
    atom.place_code = code_from(place.location.country);
    found.atoms.push_back(std::move(atom));
  }
}

void take_known_place(const SentenceAtoms& found, Atom& atom, bool certain) {
  const Gazetteer* gazetteer = found.context.gazetteer;
  if (!gazetteer) return;
  const bool organisation = atom.tag == NameTag::begin_organisation;
  const std::uint32_t large = certain ? 50'000 : organisation ? 250'000 : 150'000;
  std::string key;
  for (std::uint32_t i = atom.first; i < atom.last; ++i) append_name_key(key, found.tokens[i].text);
  for (const NameRow& row : gazetteer->find(key)) {
    if (row.kind != NameKind::main && (!certain || row.kind != NameKind::other)) continue;
    const Place& place = gazetteer->place(row.place);
    if ((organisation && place.kind != PlaceKind::city) || row.ordinary != 0 || place.population < large || place.country == no_place) continue;
    atom.kind = AtomKind::place;
    atom.place_code = code_from(gazetteer->code(gazetteer->place(place.country)));
    return;
  }
}

void take_place_of_one_country(const SentenceAtoms& found, Atom& atom) {
  constexpr std::uint32_t worth_knowing = 20'000;
  constexpr std::uint32_t times_larger = 4;
  const Gazetteer* gazetteer = found.context.gazetteer;
  const auto begin = found.tokens.begin() + atom.first, end = found.tokens.begin() + atom.last;
  const bool acted_on = std::any_of(begin, end, [](const Token& token) { return token.relation == Relation::obj || token.relation == Relation::obl || token.relation == Relation::nmod; });
  if (!gazetteer || found.in_headline || !acted_on) return;
  std::string key;
  for (auto token = begin; token != end; ++token) append_name_key(key, token->text);
  std::uint32_t country = no_place, largest = 0, elsewhere = 0;
  for (const NameRow& row : gazetteer->find(key)) {
    if (row.kind != NameKind::main && row.kind != NameKind::other) continue;  // beginnings of names have no place
    const Place& place = gazetteer->place(row.place);
    if (row.ordinary != 0 || place.country == no_place) return;
    if (place.country != country) elsewhere = std::max(elsewhere, std::min(largest, place.population));
    if (place.population >= largest) {
      country = place.country;
      largest = place.population;
    }
  }
  if (country == no_place || largest < worth_knowing || elsewhere * times_larger > largest) return;
  atom.kind = AtomKind::place;
  atom.place_code = code_from(gazetteer->code(gazetteer->place(country)));
}

bool is_compass_word(const SentenceAtoms& found, std::uint32_t first, std::uint32_t last) {
  static constexpr auto compass = language::word_list({"north", "south", "east", "west"});
  return last - first == 1 && compass.contains(found.tokens[first].text);
}

}  // namespace attache::knowledge
