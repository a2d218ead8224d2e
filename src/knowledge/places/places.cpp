#include "knowledge/places/places.h"

#include "knowledge/places/meant_as_place.h"
#include "knowledge/places/outlet.h"

#include <algorithm>
#include <cmath>

namespace attache::knowledge {
namespace {

/// Alternatives kept beside the chosen place.
constexpr std::size_t most_alternatives = 4;

/// Alone of its name and at least so large, a place tells where the page is.
constexpr std::uint32_t settling_population = 200'000;

/// A division with so many people is as likely meant as a country of its name: Georgia.
constexpr std::uint32_t rival_population = 1'000'000;

/// Places so far apart have nothing to do with each other.
constexpr double neighbourhood_km = 500;

constexpr std::size_t most_settled = 32;

constexpr std::uint32_t small_town_population = 15'000;

bool contains(const std::vector<std::uint32_t>& list, std::uint32_t place) { return std::find(list.begin(), list.end(), place) != list.end(); }

bool is_name(const NameRow& row) { return row.kind == NameKind::main || row.kind == NameKind::other; }

/// True when the country's name is also that of a large division of another: Georgia, not Mexico.
bool has_rival(const Gazetteer& gazetteer, const NameInText& name, std::uint32_t country) {
  return std::any_of(name.rows.begin(), name.rows.end(), [&](const NameRow& row) {
    const Place& place = gazetteer.place(row.place);
    return row.kind == NameKind::main && place.kind == PlaceKind::region && place.country != country && place.population >= rival_population;
  });
}

void settle(const Gazetteer& gazetteer, std::uint32_t place, bool introduced, PlaceContext& context) {
  if (gazetteer.place(place).country != no_place) context.countries[gazetteer.place(place).country] += 0.5;
  if (!contains(context.settled, place) && context.settled.size() < most_settled) context.settled.push_back(place);
  if (introduced && !contains(context.introduced, place) && context.introduced.size() < most_settled) context.introduced.push_back(place);
}

/// The likeliest row: a nationality's country before the towns that share its word as an old name.
const NameRow& meant_first(const NameInText& name) {
  if (!name.is_demonym()) return name.rows.front();
  return *std::find_if(name.rows.begin(), name.rows.end(), [](const NameRow& row) { return row.kind == NameKind::demonym; });
}

/// What a name tells of the page's whereabouts when it leaves no doubt.
void note(const Gazetteer& gazetteer, const Sentence& sentence, const NameInText& name, PlaceContext& context) {
  const NameRow& best = meant_first(name);
  const Place& place = gazetteer.place(best.place);
  const Surroundings around(sentence, name);
  if (around.tagged_person()) return;
  if (best.kind == NameKind::demonym || (place.kind == PlaceKind::country && best.kind == NameKind::main)) {
    if (!has_rival(gazetteer, name, best.place)) context.countries[place.country] += best.kind == NameKind::demonym ? 0.5 : 1;
    if (name.container == no_place) return;
  }
  if (name.container != no_place) {
    const auto held = std::find_if(name.rows.begin(), name.rows.end(),
                                   [&](const NameRow& row) { return is_name(row) && lies_in(gazetteer.place(row.place), gazetteer, name.container); });
    if (held != name.rows.end()) settle(gazetteer, held->place, true, context);
    return;
  }
  if (best.ordinary || best.kind != NameKind::main || around.tagged_organisation()) return;
  const bool only_one = std::none_of(name.rows.begin() + 1, name.rows.end(), [&](const NameRow& row) {
    const Place& other = gazetteer.place(row.place);
    const bool same_country = place.country != no_place && other.country == place.country;
    return is_name(row) && !same_country && other.population * std::uint64_t{20} >= place.population;
  });
  if (only_one && place.population >= settling_population) settle(gazetteer, best.place, false, context);
}

/// How likely a row is what the name means here; the reason for the largest part of the score.
struct Score {
  double value = 0;
  const char* reason = "the largest place of that name";
};

/// Whether the division holds a large city of the same name, or one lies elsewhere that is called nothing else, which is then what the bare name means: Aleppo, São Paulo;
/// Gaza, which is no province of Mozambique.
bool holds_namesake(const Gazetteer& gazetteer, const NameInText& name, std::uint32_t region) {
  return std::any_of(name.rows.begin(), name.rows.end(), [&](const NameRow& row) {
    const Place& place = gazetteer.place(row.place);
    if (!is_name(row) || place.kind != PlaceKind::city || place.population < settling_population) return false;
    return place.region == region || row.kind == NameKind::main;
  });
}

/// The weight of the page's speaking of the place's country: in the same sentence, or elsewhere.
double company_of(const Gazetteer& gazetteer, const Place& place, const PlaceContext& context, const std::vector<std::uint32_t>& beside) {
  if (place.country == no_place) return 0;
  const bool here = std::any_of(beside.begin(), beside.end(), [&](std::uint32_t other) { return gazetteer.place(other).country == place.country; });
  if (here) return 2.5;
  const auto found = context.countries.find(place.country);
  return found == context.countries.end() ? 0 : std::min(2.2, 0.8 + 0.4 * found->second);
}

Score score_of(const Gazetteer& gazetteer, const Surroundings& around, const NameInText& name, const NameRow& row, const PlaceContext& context,
               const std::vector<std::uint32_t>& beside) {
  const Place& place = gazetteer.place(row.place);
  Score score;
  score.value = std::log10(static_cast<double>(place.population) + 10);
  if (row.kind == NameKind::other) score.value -= 2;
  if (place.kind == PlaceKind::country) score.value += has_rival(gazetteer, name, row.place) ? 2 : 4;
  if (place.kind == PlaceKind::region) score.value += holds_namesake(gazetteer, name, row.place) ? -1.2 : 0.2;
  if (place.kind == PlaceKind::district) score.value -= 1;
  if (place.capital != 0) score.value += 1.5;
  if (around.before_region_noun() && (place.kind == PlaceKind::region || place.kind == PlaceKind::district)) score.value += 3;
  if (around.beside_city_noun() && place.kind == PlaceKind::city) score.value += 2;
  if (name.container != no_place && lies_in(place, gazetteer, name.container)) {
    score.value += 12;
    score.reason = "lies in the place named with it";
    return score;
  }
  if (contains(context.introduced, row.place)) {
    score.value += 6;
    score.reason = "named before with the place that holds it";
    return score;
  }
  // A dateline names the place that the world knows by the name, whatever countries the report speaks of.
  const bool dateline = name.first == 0 && name.shouted;
  const double company = (dateline ? 0.3 : 1) * company_of(gazetteer, place, context, beside);
  if (company > 0 && (place.kind != PlaceKind::country || has_rival(gazetteer, name, row.place))) {
    score.value += company;
    score.reason = "its country is spoken of";
  }
  double nearest = neighbourhood_km;
  for (const std::uint32_t other : context.settled) {
    if (other == row.place || dateline) continue;
    const Place& settled = gazetteer.place(other);
    nearest = std::min(nearest, distance_km(place.latitude, place.longitude, settled.latitude, settled.longitude));
  }
  if (nearest < neighbourhood_km && place.kind != PlaceKind::country) {
    score.value += 1.5 * (1 - nearest / neighbourhood_km);
    if (company == 0) score.reason = "near another place of the page";
  }
  if (context.nation != no_place && place.country == context.nation && place.kind != PlaceKind::country) {
    score.value += 0.7;
    if (company == 0) score.reason = "in the outlet's country";
  }
  return score;
}

struct Candidate {
  std::uint32_t place;
  Score score;
};

/// What the name may mean, likeliest first.
std::vector<Candidate> candidates_of(const Gazetteer& gazetteer, const Surroundings& around, const NameInText& name, const PlaceContext& context,
                                     const std::vector<std::uint32_t>& beside) {
  std::vector<Candidate> candidates;
  if (name.surroundings != no_place) {
    Score score;
    score.value = 100;
    score.reason = "the place that holds it; it is not in the gazetteer itself";
    candidates.push_back({name.surroundings, score});
  }
  for (const NameRow& row : name.rows) {
    if (is_name(row) || (row.kind == NameKind::abbreviation && name.shouted)) candidates.push_back({row.place, score_of(gazetteer, around, name, row, context, beside)});
  }
  std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) { return a.score.value > b.score.value; });
  return candidates;
}

/// Countries of the sentence that leave no doubt, and those of containers.
std::vector<std::uint32_t> countries_beside(const Gazetteer& gazetteer, std::span<const NameInText> names) {
  std::vector<std::uint32_t> beside;
  for (const NameInText& name : names) {
    const NameRow& best = meant_first(name);
    const Place& place = gazetteer.place(best.place);
    const bool country = place.kind == PlaceKind::country && (best.kind == NameKind::main || best.kind == NameKind::demonym);
    if (country && !has_rival(gazetteer, name, best.place)) beside.push_back(best.place);
    if (name.container != no_place && gazetteer.place(name.container).country != no_place) beside.push_back(gazetteer.place(name.container).country);
  }
  return beside;
}

bool is_spoken_of(const Gazetteer& gazetteer, const NameInText& name, const PlaceContext& context) {
  const std::uint32_t country = gazetteer.place(name.rows.front().place).country;
  return country != no_place && context.countries.contains(country);
}

/// A small town of a country that the page does not speak of: its name more likely means something else.
bool is_far_fetched(const Gazetteer& gazetteer, const Surroundings& around, const NameInText& name, std::uint32_t chosen, const PlaceContext& context) {
  const Place& place = gazetteer.place(chosen);
  if (place.kind != PlaceKind::city || place.population >= small_town_population || place.capital != 0 || name.container != no_place) return false;
  if (place.country == context.nation || context.countries.contains(place.country) || context.countries.empty()) return false;
  return !(around.tagged_place() && around.clearly_a_place());
}

/// Notes the last words of persons' names of several words: what bears that word alone is the person again.
void note_surnames(const Sentence& sentence, PlaceContext& context) {
  for (std::size_t i = 1; i < sentence.tokens.size(); ++i) {
    const bool last = i + 1 == sentence.tokens.size() || sentence.tokens[i + 1].name != NameTag::inside_person;
    if (sentence.tokens[i].name == NameTag::inside_person && last) context.surnames.insert(sentence.tokens[i].text);
  }
}

std::string text_of(const Sentence& sentence, std::uint32_t first, std::uint32_t last) {
  std::string text;
  for (std::uint32_t i = first; i < last; ++i) {
    text += sentence.tokens[i].text;
    if (i + 1 < last && sentence.tokens[i].space_after) text += ' ';
  }
  return text;
}

/// The token that joins the name to the rest of the sentence.
std::uint32_t head_of(const Sentence& sentence, const NameInText& name) {
  for (std::uint32_t i = name.first; sentence.parsed && i < name.last; ++i) {
    const std::int32_t head = sentence.tokens[i].head;
    if (head < static_cast<std::int32_t>(name.first) || head >= static_cast<std::int32_t>(name.last)) return i;
  }
  return name.last - 1;
}

/// A place beside another of which the page speaks lies within this distance of it.
constexpr double same_place_km = 100;

/// True where the gazetteer has a place of these words in or near the holder, or a division of its country. What only the name finder takes for a place ("in Arkansas,
/// Colorado") must be in no table at all.
bool has_place_in(const Gazetteer& gazetteer, const Sentence& sentence, const PlaceIntroduction& introduction, std::uint32_t holder) {
  std::string key;
  for (std::uint32_t i = introduction.first; i < introduction.last; ++i) append_name_key(key, sentence.tokens[i].text);
  const Place& other = gazetteer.place(holder);
  const auto rows = gazetteer.find(key);
  return std::any_of(rows.begin(), rows.end(), [&](const NameRow& row) {
    if (row.kind == NameKind::prefix) return false;
    const Place& place = gazetteer.place(row.place);
    if (!introduction.by_noun || !is_name(row) || place.kind == PlaceKind::country) return true;
    const bool close = other.kind != PlaceKind::country && distance_km(place.latitude, place.longitude, other.latitude, other.longitude) < same_place_km;
    const bool of_land = place.country == other.country && (place.kind != PlaceKind::city || gazetteer.code(other).empty());  // "the Kabanjahe district of Sumatra", which is no division
    return close || of_land || lies_in(place, gazetteer, holder);
  });
}

/// Remembers the places that a sentence introduces and the gazetteer lacks.
void note_unlisted(const Gazetteer& gazetteer, const Sentence& sentence, std::span<const NameInText> names, PlaceContext& context) {
  for (const PlaceIntroduction& introduction : introductions_in(sentence, names)) {
    const NameInText& holder = names[introduction.holder];
    if (context.surnames.contains(sentence.tokens[introduction.last - 1].text)) continue;
    if (!meant_as_place(gazetteer, sentence, holder, {false, false, is_spoken_of(gazetteer, holder, context)})) continue;
    const auto candidates = candidates_of(gazetteer, Surroundings(sentence, holder), holder, context, countries_beside(gazetteer, names));
    if (candidates.empty() || has_place_in(gazetteer, sentence, introduction, candidates.front().place)) continue;
    context.unlisted.try_emplace(words_of_place(sentence, introduction.first, introduction.last), UnlistedPlace{candidates.front().place, introduction.beside});
  }
}

}  // namespace

PlaceContext read_place_context(const Gazetteer& gazetteer, const Document& document, std::span<const Sentence> sentences) {
  PlaceContext context;
  context.nation = outlet_of(gazetteer, document).country;
  context.names.reserve(sentences.size());
  for (const Sentence& sentence : sentences) {
    note_surnames(sentence, context);
    context.names.push_back(names_in(gazetteer, sentence));
    for (const NameInText& name : context.names.back()) note(gazetteer, sentence, name, context);
  }
  for (std::size_t i = 0; i < sentences.size(); ++i) note_unlisted(gazetteer, sentences[i], context.names[i], context);
  return context;
}

void find_places(const Gazetteer& gazetteer, const Sentence& sentence, std::span<const NameInText> names, const PlaceContext& context,
                 std::vector<PlaceMention>& places) {
  const auto unlisted = unlisted_in(sentence, names, context.unlisted);
  if (names.empty() && unlisted.empty()) return;
  const std::size_t earlier = places.size();
  for (const UnlistedMention& mention : unlisted) {
    NameInText name;
    name.first = mention.first;
    name.last = mention.last;
    places.push_back({mention.first, mention.last, head_of(sentence, name), text_of(sentence, mention.first, mention.last), location_of(gazetteer, *mention.place), {}});
  }
  const auto beside = countries_beside(gazetteer, names);
  std::uint32_t behind_place = no_place;  // the token behind the last believed place
  for (const NameInText& name : names) {
    if (std::any_of(unlisted.begin(), unlisted.end(), [&](const UnlistedMention& mention) { return mention.first < name.last && name.first < mention.last; })) continue;
    const bool joined = behind_place != no_place && name.first == behind_place + 1 && is_one_of_lower(sentence.tokens[behind_place].text, {",", "and", "or", "-", "/"});
    const bool is_person = name.last == name.first + 1 && context.surnames.contains(sentence.tokens[name.first].text);
    if (!meant_as_place(gazetteer, sentence, name, {joined, is_person, is_spoken_of(gazetteer, name, context)})) continue;
    behind_place = name.last;

    const Surroundings around(sentence, name);
    const auto candidates = candidates_of(gazetteer, around, name, context, beside);
    if (candidates.empty()) continue;
    if (is_far_fetched(gazetteer, around, name, candidates.front().place, context)) continue;

    PlaceMention mention;
    mention.first = name.first;
    mention.last = name.last;
    mention.head = head_of(sentence, name);
    mention.text = text_of(sentence, name.first, name.last);
    mention.location = gazetteer.location(candidates.front().place);
    mention.location.reason = candidates.size() == 1 ? "the only place of that name" : candidates.front().score.reason;
    for (std::size_t i = 1; i < candidates.size() && i <= most_alternatives; ++i) mention.alternatives.push_back(gazetteer.location(candidates[i].place));
    places.push_back(std::move(mention));
  }
  if (!unlisted.empty()) std::sort(places.begin() + static_cast<std::ptrdiff_t>(earlier), places.end(), [](const PlaceMention& a, const PlaceMention& b) { return a.first < b.first; });
}

}  // namespace attache::knowledge
