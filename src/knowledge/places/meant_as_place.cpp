#include "knowledge/places/meant_as_place.h"

#include <algorithm>

namespace attache::knowledge {
namespace {

/// From here on a name is known well enough to be read as the place without a preposition before it.
constexpr std::uint32_t well_known_population = 200'000;

/// Below this a name in the text is more often a surname than the place, unless a word says where.
constexpr std::uint32_t small_town_population = 15'000;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; }

bool is_capitalised(std::string_view text) { return text.size() > 1 && text.front() >= 'A' && text.front() <= 'Z'; }

/// Acronyms and datelines: they are not names' second words.
bool is_shouted(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return !is_letter(c) || (c >= 'A' && c <= 'Z'); });
}

/// Nouns that say what kind of place the name before or after them is.
bool is_place_noun(std::string_view text) {
  return is_one_of_lower(text, {"city", "town", "village", "province", "district", "region", "state", "county", "governorate", "prefecture", "island",
                                "islands", "port", "suburb", "neighbourhood", "neighborhood", "oblast", "municipality", "department", "capital", "airport",
                                "valley", "river", "border", "coast", "peninsula", "area", "camp", "provinces", "regions", "districts", "towns", "cities",
                                "villages", "international", "strip", "division", "republic", "territory", "harbour", "harbor", "hamlet", "commune", "barrio",
                                "township", "counties", "states", "airbase", "bay", "beach"});
}

bool is_region_noun(std::string_view text) {
  return is_one_of_lower(text, {"province", "region", "state", "county", "governorate", "prefecture", "oblast", "department", "district", "valley", "republic",
                                "provinces", "territory"});
}

/// Words that may stand capitalised before a place name without making it part of a person's or firm's name.
bool is_modifier(std::string_view text) {
  return is_one_of_lower(text, {"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "greater", "downtown", "old", "upper",
                                "lower", "northeastern", "northwestern", "southeastern", "southwestern", "north-eastern", "north-western", "south-eastern",
                                "south-western", "occupied", "the", "a", "an", "and", "mr", "president", "mid", "inner", "outer", "rural", "mainland", "in", "at",
                                "of", "from", "to", "near", "on", "for", "by", "as", "but", "with", "when", "while", "if", "after", "before", "since", "until",
                                "both", "last", "this", "that", "today", "yesterday", "then", "because", "although", "neither", "either", "all", "across", "outside",
                                "inside", "around", "between", "throughout", "neighbouring", "neighboring", "meanwhile", "elsewhere", "no", "nor", "so", "what",
                                "why", "how", "where", "according", "like", "unlike", "despite", "is", "was", "has", "will", "can"});
}

/// Offices and services that are named after their place: "Queensland Health Minister", "New York City Mayor".
bool is_office(std::string_view text) {
  return is_one_of_lower(text, {"mayor", "governor", "minister", "president", "premier", "prime", "foreign", "health", "police", "senator", "attorney", "king", "queen",
                                "senate", "parliament", "government", "deputy", "chief", "finance", "interior", "defence", "defense", "ambassador", "congressman",
                                "congresswoman", "representative", "district", "supreme", "high", "court", "archbishop", "bishop"});
}

/// What is visited, entered or left is a place.
bool is_verb_of_going(std::string_view text) {
  return is_one_of_lower(text, {"visit", "visits", "visited", "visiting", "enter", "entered", "entering", "reach", "reached", "left", "leave", "leaving", "shelled", "shelling", "bombed",
                                "bombing", "seized", "captured", "besieged", "retook", "toured", "invaded", "attacked", "attacking", "raided", "stormed", "struck", "occupied", "overran"});
}

/// Countries whose names are given names or surnames, too: a person's tag is believed of them.
bool is_persons_name(std::string_view text) { return is_one_of_lower(text, {"jordan", "chad", "georgia", "israel", "ireland", "holland", "kenya", "france", "malta", "dominica"}); }

}  // namespace

bool is_locative(std::string_view text) {
  return is_one_of_lower(text, {"in", "at", "near", "from", "to", "of", "outside", "around", "toward", "towards", "across", "into", "through", "between",
                                "inside", "over", "off", "via", "reach", "reached", "leave", "left", "visit", "visited", "entered", "enter", "throughout",
                                "within", "against", "above", "beyond", "along", "under"});
}

bool Surroundings::tagged_place() const { return sentence_.tokens[name_.first].name == NameTag::begin_place || sentence_.tokens[name_.first].name == NameTag::inside_place; }

bool Surroundings::tagged_person() const { return sentence_.tokens[name_.first].name == NameTag::begin_person || sentence_.tokens[name_.first].name == NameTag::inside_person; }

bool Surroundings::tagged_organisation() const {
  return sentence_.tokens[name_.first].name == NameTag::begin_organisation || sentence_.tokens[name_.first].name == NameTag::inside_organisation;
}

bool Surroundings::fills_its_span() const {
  const NameTag first = sentence_.tokens[name_.first].name;
  if (first == NameTag::inside_person || first == NameTag::inside_organisation || first == NameTag::inside_place) return false;
  if (name_.last >= sentence_.tokens.size()) return true;
  const NameTag behind = sentence_.tokens[name_.last].name;
  return behind != NameTag::inside_person && behind != NameTag::inside_organisation && behind != NameTag::inside_place;
}

bool Surroundings::goes_on_as_place() const {
  return name_.last < sentence_.tokens.size() && sentence_.tokens[name_.last].name == NameTag::inside_place && is_capitalised(after()) && !is_place_noun(after());
}

bool Surroundings::supported() const {
  if (is_locative(before())) return true;
  if (is_place_noun(after())) return true;
  if (equals_lower(before(), "the") && is_locative(before(2))) return true;
  if (is_modifier(before()) && is_locative(before(2))) return true;
  if (equals_lower(before(), "of") && is_place_noun(before(2))) return true;
  if (is_place_noun(before()) && !is_capitalised(before())) return true;
  return after() == ",";
}

bool Surroundings::clearly_a_place() const {
  if (is_one_of_lower(before(), {"in", "near", "outside", "inside", "throughout"})) return true;
  if (after() == "," && name_.last + 1 < sentence_.tokens.size() && sentence_.tokens[name_.last + 1].text == "where") return true;
  // "A raid on Gwoza", "the fall of Srebrenica", "the battle for Bakhmut".
  if (equals_lower(before(), "on") && is_one_of_lower(before(2), {"raid", "raids", "attack", "attacks", "assault", "assaults", "strike", "strikes", "offensive", "march", "advance", "siege"})) return true;
  if (equals_lower(before(), "for") && is_one_of_lower(before(2), {"battle", "battles"})) return true;
  if (equals_lower(before(), "of") && is_one_of_lower(before(2), {"fall", "shelling", "bombardment", "liberation", "recapture", "occupation", "evacuation", "battle", "encirclement"})) return true;
  return equals_lower(before(), "of") && is_one_of_lower(before(2), {"city", "town", "village", "mayor", "governor", "bishop", "archbishop", "outskirts", "north", "south",
                                                                     "east", "west", "streets", "residents", "suburb", "port", "capital", "state", "province", "region",
                                                                     "district", "siege", "island", "university", "part", "parts", "coast"});
}

bool Surroundings::inside_longer_name() const {
  if (sentence_.kind == BlockKind::headline) return false;
  const std::string_view behind = after(), ahead = before();
  const bool sentence_start = name_.first <= 1;
  if (is_capitalised(behind) && !is_place_noun(behind) && !is_shouted(behind) && !is_modifier(behind) && !is_office(behind)) return true;
  if (!sentence_start && is_capitalised(ahead) && !is_modifier(ahead) && !is_place_noun(ahead) && !is_shouted(ahead)) return true;
  return behind == "&" && name_.last + 1 < sentence_.tokens.size() && is_capitalised(sentence_.tokens[name_.last + 1].text) && !sentence_.tokens[name_.last - 1].space_after;
}

bool Surroundings::names_a_feature() const { return is_capitalised(after()) && is_one_of_lower(after(), {"bay", "beach", "river", "creek", "lake", "falls", "hills", "point", "forest"}); }

bool Surroundings::before_region_noun() const { return is_region_noun(after()); }

bool Surroundings::beside_city_noun() const {
  return is_one_of_lower(after(), {"city", "town", "village"}) || (equals_lower(before(), "of") && is_one_of_lower(before(2), {"city", "town", "village"}));
}

bool meant_as_place(const Gazetteer& gazetteer, const Sentence& sentence, const NameInText& name, NameEvidence evidence) {
  if (name.is_demonym()) return false;
  if (name.is_abbreviation() && !(name.shouted && sentence.tokens[name.first].text.size() > 2)) return false;
  if (name.container != no_place) return true;
  const Surroundings around(sentence, name);
  const NameRow& best = name.rows.front();
  const Place& place = gazetteer.place(best.place);
  const bool country = place.kind == PlaceKind::country && best.kind == NameKind::main;
  const bool well_known = best.kind == NameKind::main && (place.population >= well_known_population || place.capital != 0 || place.kind == PlaceKind::region);
  const bool small = place.population < small_town_population && place.kind == PlaceKind::city;
  const bool whole = around.fills_its_span();
  if (place.kind == PlaceKind::city && around.names_a_feature()) return false;
  // "North Poland": a direction is a division's name only before the division's noun.
  const bool direction = name.last == name.first + 1 && is_one_of_lower(sentence.tokens[name.first].text, {"north", "south", "east", "west", "central", "centre"});
  if (direction && !around.before_region_noun()) return false;
  if (country && !is_persons_name(sentence.tokens[name.first].text)) return true;
  // The name finder errs: what the gazetteer knows well and nothing around contradicts is believed against it.
  if (name.shouted && name.first == 0 && well_known && !best.ordinary) return true;  // a dateline
  if (around.tagged_person()) {
    if (!whole || best.ordinary || evidence.is_surname || around.inside_longer_name()) return false;
    return country ? around.supported() : (around.clearly_a_place() && !small) || (well_known && (evidence.is_spoken_of || is_verb_of_going(around.before()))) || (evidence.beside_place && !small);
  }
  if (around.tagged_organisation()) {
    if (country || name.is_abbreviation()) return true;
    if (best.ordinary) return false;
    if (whole && around.clearly_a_place()) return true;
    return well_known && (whole || is_one_of_lower(around.before(), {"of", "in"}) || is_place_noun(around.after()) || is_office(around.after()));
  }
  if (around.tagged_place() && whole) return true;
  if (best.ordinary && small) return false;  // "in Congress"
  if (best.ordinary && !(is_locative(around.before()) && !is_one_of_lower(around.before(), {"of", "to", "over", "under", "against", "left", "leave"}))) return false;
  if (name.is_abbreviation()) return true;
  // "Jordan Smith", "Chad Johnson".
  if (country) return !around.inside_longer_name() || around.supported();
  if (around.inside_longer_name() && (!is_locative(around.before()) || (!well_known && around.goes_on_as_place()))) return false;
  if (evidence.beside_place || (small ? is_locative(around.before()) || is_place_noun(around.after()) : around.supported())) return true;
  return well_known;
}

}  // namespace attache::knowledge
