#include "knowledge/places/places.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace attache::knowledge {
namespace {

/// No place name in the tables has more words.
constexpr std::uint32_t longest_name = 7;

/// Alternatives kept beside the chosen place.
constexpr std::size_t most_alternatives = 4;

/// From here on a name is known well enough to be read as the place without a preposition before it.
constexpr std::uint32_t well_known_population = 200'000;

/// A name in the text and the rows it has in the gazetteer.
struct Match {
  std::uint32_t first = 0, last = 0;
  std::span<const NameRow> rows;
  std::uint32_t container = no_place;  ///< A country or region named right behind: "Hyderabad, Pakistan".
};

bool is_capital(const Token& token) {
  const auto initial = static_cast<unsigned char>(token.text.front());
  return (initial >= 'A' && initial <= 'Z') || initial >= 0xC3;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; }

bool equals(std::string_view text, std::string_view lower) {
  return text.size() == lower.size() &&
         std::equal(text.begin(), text.end(), lower.begin(), [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; });
}

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> lower_words) {
  return std::any_of(lower_words.begin(), lower_words.end(), [&](std::string_view word) { return equals(text, word); });
}

bool is_locative(std::string_view text) {
  return is_one_of(text, {"in", "at", "near", "from", "to", "of", "outside", "around", "toward", "towards", "across", "into", "through", "between",
                          "inside", "over", "off", "via", "reach", "reached", "leave", "left", "visit", "visited", "entered", "enter", "throughout",
                          "within", "against", "above", "beyond", "along", "under"});
}

/// Nouns that say what kind of place the name before or after them is.
bool is_place_noun(std::string_view text) {
  return is_one_of(text, {"city", "town", "village", "province", "district", "region", "state", "county", "governorate", "prefecture", "island",
                          "islands", "port", "suburb", "neighbourhood", "neighborhood", "oblast", "municipality", "department", "capital", "airport",
                          "valley", "river", "border", "coast", "peninsula", "area", "camp", "provinces", "regions", "districts", "towns", "cities",
                          "villages", "international", "strip", "division", "republic", "territory", "harbour", "harbor"});
}

bool is_region_noun(std::string_view text) {
  return is_one_of(text, {"province", "region", "state", "county", "governorate", "prefecture", "oblast", "department", "district", "valley", "republic",
                          "provinces", "territory"});
}

/// Words that may stand capitalised before a place name without making it part of a person's or firm's name.
bool is_modifier(std::string_view text) {
  return is_one_of(text, {"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "greater", "downtown", "old", "upper",
                          "lower", "northeastern", "northwestern", "southeastern", "southwestern", "occupied", "the", "a", "an", "and", "mr", "president",
                          "mid", "inner", "outer", "rural", "mainland", "in", "at", "of", "from", "to", "near", "on", "for", "by", "as", "but", "with",
                          "when", "while", "if", "after", "before", "since", "until", "both", "last", "this", "that", "today", "yesterday"});
}

NameTag tag_of(const Sentence& sentence, const Match& match) { return sentence.tokens[match.first].name; }

/// The longest name that begins at the token.
Match match_at(const Gazetteer& gazetteer, const Sentence& sentence, std::uint32_t first, std::string& key) {
  Match match;
  key.clear();
  const auto count = static_cast<std::uint32_t>(sentence.tokens.size());
  for (std::uint32_t at = first; at < count && at < first + longest_name; ++at) {
    const std::string_view text = sentence.tokens[at].text;
    const std::size_t before = key.size();
    append_name_key(key, text);
    if (key.size() == before) {
      // A hyphen, stop or apostrophe inside a name; a name never ends with one.
      if (at > first && (text == "-" || text == "." || text == "'" || text == "’")) continue;
      break;
    }
    const auto rows = gazetteer.find(key);
    if (rows.empty()) break;
    if (rows.front().kind != NameKind::prefix) {
      match.first = first;
      match.last = at + 1;
      match.rows = rows;
    }
  }
  while (!match.rows.empty() && match.rows.back().kind == NameKind::prefix) match.rows = match.rows.first(match.rows.size() - 1);
  return match;
}

std::vector<Match> all_matches(const Gazetteer& gazetteer, const Sentence& sentence) {
  std::vector<Match> matches;
  std::string key;
  for (std::uint32_t at = 0; at < sentence.tokens.size();) {
    const Token& token = sentence.tokens[at];
    if (token.text.empty() || !is_capital(token)) {
      ++at;
      continue;
    }
    Match match = match_at(gazetteer, sentence, at, key);
    if (match.rows.empty()) {
      ++at;
      continue;
    }
    at = match.last;
    matches.push_back(match);
  }
  return matches;
}

bool only_demonym(const Match& match) { return match.rows.front().kind == NameKind::demonym; }

/// True where the place lies in the country or region.
bool lies_in(const Place& place, const Gazetteer& gazetteer, std::uint32_t container) {
  const Place& outer = gazetteer.place(container);
  switch (outer.kind) {
    case PlaceKind::country: return place.country == container && place.kind != PlaceKind::country;
    case PlaceKind::region: return place.region == container && place.kind != PlaceKind::region;
    case PlaceKind::district: return place.region == outer.region && outer.region != no_place && place.kind == PlaceKind::city;
    default: return false;
  }
}

/// "Hyderabad, Pakistan", "Cabanatuan in Nueva Ecija", "Odessa (Texas)": the place named behind may contain the one before.
void find_containers(const Gazetteer& gazetteer, const Sentence& sentence, std::vector<Match>& matches) {
  for (std::size_t i = 0; i + 1 < matches.size(); ++i) {
    const std::uint32_t gap = matches[i + 1].first - matches[i].last;
    if (gap != 1 && gap != 2) continue;
    const std::string_view between = sentence.tokens[matches[i].last].text;
    if (between != "," && between != "(" && !equals(between, "in")) continue;
    if (gap == 2) {
      const std::string_view second = sentence.tokens[matches[i].last + 1].text;
      if (!is_one_of(second, {"the", "northern", "southern", "eastern", "western", "central", "in"})) continue;
    }
    for (const NameRow& outer : matches[i + 1].rows) {
      if (outer.kind == NameKind::demonym) continue;
      const PlaceKind kind = gazetteer.place(outer.place).kind;
      if (kind == PlaceKind::city || kind == PlaceKind::site) continue;
      const bool holds = std::any_of(matches[i].rows.begin(), matches[i].rows.end(), [&](const NameRow& inner) {
        return inner.kind != NameKind::demonym && lies_in(gazetteer.place(inner.place), gazetteer, outer.place);
      });
      if (holds) {
        matches[i].container = outer.place;
        break;
      }
    }
  }
}

/// What the words around a name say about its being a place.
class Surroundings {
 public:
  Surroundings(const Sentence& sentence, const Match& match) : sentence_(sentence), match_(match) {
    heading_ = sentence.kind == BlockKind::headline;
  }

  std::string_view before(std::uint32_t distance = 1) const {
    return match_.first >= distance ? sentence_.tokens[match_.first - distance].text : std::string_view();
  }
  std::string_view after() const { return match_.last < sentence_.tokens.size() ? sentence_.tokens[match_.last].text : std::string_view(); }

  bool tagged_place() const { return tag_of(sentence_, match_) == NameTag::begin_place; }
  bool tagged_otherwise() const {
    const NameTag tag = tag_of(sentence_, match_);
    return tag == NameTag::begin_person || tag == NameTag::inside_person || tag == NameTag::begin_organisation || tag == NameTag::inside_organisation;
  }

  /// A preposition of place, a noun for a kind of place, or a coordinated place stands beside it.
  bool supported() const {
    if (is_locative(before())) return true;
    if (is_place_noun(after())) return true;
    if (equals(before(), "the") && is_locative(before(2))) return true;
    if (is_modifier(before()) && is_locative(before(2))) return true;
    if (equals(before(), "of") && is_place_noun(before(2))) return true;
    if (is_place_noun(before()) && !is_capital_text(before())) return true;
    return after() == ",";
  }

  /// Other capitalised words make it a part of a longer name: "Paris Hilton", "Jack London", "Bloomberg News".
  bool inside_longer_name() const {
    if (heading_) return false;
    const std::string_view behind = after(), ahead = before();
    const bool sentence_start = match_.first <= 1;
    if (is_capital_text(behind) && !is_place_noun(behind) && !is_shouted(behind) && !is_modifier(behind)) return true;
    if (!sentence_start && is_capital_text(ahead) && !is_modifier(ahead) && !is_place_noun(ahead) && !is_shouted(ahead)) return true;
    return (behind == "&" || behind == "-") && match_.last + 1 < sentence_.tokens.size() && is_capital_text(sentence_.tokens[match_.last + 1].text) &&
           !sentence_.tokens[match_.last - 1].space_after && behind == "&";
  }

  bool starts_sentence() const { return match_.first == 0; }

 private:
  static bool is_capital_text(std::string_view text) { return !text.empty() && text.front() >= 'A' && text.front() <= 'Z' && text.size() > 1; }
  /// Acronyms and datelines: they are not names' second words.
  static bool is_shouted(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return !is_letter(c) || (c >= 'A' && c <= 'Z'); });
  }

  const Sentence& sentence_;
  const Match& match_;
  bool heading_ = false;
};

bool is_believable(const Gazetteer& gazetteer, const Sentence& sentence, const Match& match, bool beside_place) {
  const Surroundings around(sentence, match);
  if (around.tagged_otherwise()) return false;
  const NameRow& best = match.rows.front();
  const Place& place = gazetteer.place(best.place);
  const bool contained = match.container != no_place;
  if (contained || around.tagged_place()) return true;
  if (best.ordinary && !(is_locative(around.before()) && !is_one_of(around.before(), {"of", "to", "over", "under", "against", "left", "leave"}))) return false;
  if (place.kind == PlaceKind::country && best.kind == NameKind::main) {
    // "Jordan Smith", "Chad Johnson": only first names need the test; no sense in losing "China Daily"'s China to it either.
    return !around.inside_longer_name() || around.supported();
  }
  if (around.inside_longer_name() && !is_locative(around.before())) return false;
  if (around.supported() || beside_place) return true;
  const bool well_known = place.population >= well_known_population || place.capital != 0 || place.kind == PlaceKind::region;
  return well_known && best.kind == NameKind::main;
}

/// How likely a row is what the name means here; the reason for the largest part of the score.
struct Score {
  double value = 0;
  const char* reason = "the largest place of that name";
};

Score score_of(const Gazetteer& gazetteer, const Sentence& sentence, const Match& match, const NameRow& row, const PlaceContext& context,
               const std::vector<std::uint32_t>& beside) {
  const Place& place = gazetteer.place(row.place);
  const Surroundings around(sentence, match);
  Score score;
  score.value = std::log10(static_cast<double>(place.population) + 10);
  if (row.kind == NameKind::other) score.value -= 2;
  if (place.kind == PlaceKind::country) score.value += 4;
  if (place.kind == PlaceKind::region) score.value += 0.2;
  if (place.kind == PlaceKind::district) score.value -= 1;
  if (place.capital != 0) score.value += 1.5;
  if (is_region_noun(around.after()) && (place.kind == PlaceKind::region || place.kind == PlaceKind::district)) score.value += 3;
  if (is_one_of(around.after(), {"city", "town", "village"}) && place.kind == PlaceKind::city) score.value += 2;
  if (match.container != no_place && lies_in(place, gazetteer, match.container)) {
    score.value += 12;
    score.reason = "lies in the place named with it";
    return score;
  }
  double company = 0;
  for (const std::uint32_t other : beside) {
    if (other == place.country || (place.country != no_place && gazetteer.place(other).country == place.country)) company = 2.5;
  }
  if (company == 0 && place.country != no_place) {
    const auto found = context.countries.find(place.country);
    if (found != context.countries.end()) company = std::min(2.0, 0.8 + 0.4 * found->second);
  }
  if (company > 0 && place.kind != PlaceKind::country) {
    score.value += company;
    score.reason = "its country is spoken of";
  }
  double nearest = 1e9;
  for (const std::uint32_t other : context.settled) {
    if (other == row.place) continue;
    const Place& settled = gazetteer.place(other);
    nearest = std::min(nearest, distance_km(place.latitude, place.longitude, settled.latitude, settled.longitude));
  }
  if (nearest < 500 && place.kind != PlaceKind::country) {
    score.value += 1.5 * (1 - nearest / 500);
    if (company == 0) score.reason = "near another place of the page";
  }
  if (!context.nation.empty() && place.country != no_place && gazetteer.code(gazetteer.place(place.country)) == context.nation) score.value += 0.5;
  return score;
}

}  // namespace

PlaceContext read_place_context(const Gazetteer& gazetteer, std::span<const Sentence> sentences) {
  PlaceContext context;
  for (const Sentence& sentence : sentences) {
    std::vector<Match> matches = all_matches(gazetteer, sentence);
    find_containers(gazetteer, sentence, matches);
    for (const Match& match : matches) {
      const NameRow& best = match.rows.front();
      const Place& place = gazetteer.place(best.place);
      if (Surroundings(sentence, match).tagged_otherwise()) continue;
      if (best.kind == NameKind::demonym || place.kind == PlaceKind::country) {
        context.countries[place.country] += best.kind == NameKind::demonym ? 0.5 : 1;
        continue;
      }
      if (best.ordinary || best.kind != NameKind::main) continue;
      const bool only_one = match.rows.size() == 1 || (match.rows.size() > 1 && gazetteer.place(match.rows[1].place).population * 20 < place.population);
      if (match.container == no_place && (!only_one || place.population < well_known_population)) continue;
      std::uint32_t meant = best.place;
      if (match.container != no_place) {
        for (const NameRow& row : match.rows) {
          if (row.kind != NameKind::demonym && lies_in(gazetteer.place(row.place), gazetteer, match.container)) {
            meant = row.place;
            break;
          }
        }
      }
      if (gazetteer.place(meant).country != no_place) context.countries[gazetteer.place(meant).country] += 0.5;
      const bool known = std::find(context.settled.begin(), context.settled.end(), meant) != context.settled.end();
      if (!known && context.settled.size() < 32) context.settled.push_back(meant);
    }
  }
  return context;
}

void find_places(const Gazetteer& gazetteer, const Sentence& sentence, const PlaceContext& context, std::vector<PlaceMention>& places) {
  std::vector<Match> matches = all_matches(gazetteer, sentence);
  if (matches.empty()) return;
  find_containers(gazetteer, sentence, matches);
  std::vector<std::uint32_t> beside;
  for (const Match& match : matches) {
    const NameRow& best = match.rows.front();
    const Place& place = gazetteer.place(best.place);
    if (place.kind == PlaceKind::country && (best.kind == NameKind::main || best.kind == NameKind::demonym)) beside.push_back(best.place);
    if (match.container != no_place && gazetteer.place(match.container).country != no_place) beside.push_back(gazetteer.place(match.container).country);
  }
  std::uint32_t behind_place = no_place;  // the token behind the last believed place
  for (const Match& match : matches) {
    if (only_demonym(match)) continue;
    const bool joined = behind_place != no_place && match.first == behind_place + 1 && is_one_of(sentence.tokens[behind_place].text, {",", "and", "or", "-", "/"});
    if (!is_believable(gazetteer, sentence, match, joined)) continue;
    behind_place = match.last;

    struct Candidate {
      std::uint32_t place;
      Score score;
    };
    std::vector<Candidate> candidates;
    for (const NameRow& row : match.rows) {
      if (row.kind == NameKind::demonym) continue;
      candidates.push_back({row.place, score_of(gazetteer, sentence, match, row, context, beside)});
    }
    std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) { return a.score.value > b.score.value; });

    PlaceMention mention;
    mention.first = match.first;
    mention.last = match.last;
    mention.head = match.last - 1;
    if (sentence.parsed) {
      for (std::uint32_t i = match.first; i < match.last; ++i) {
        const std::int32_t head = sentence.tokens[i].head;
        if (head < static_cast<std::int32_t>(match.first) || head >= static_cast<std::int32_t>(match.last)) {
          mention.head = i;
          break;
        }
      }
    }
    for (std::uint32_t i = match.first; i < match.last; ++i) {
      mention.text += sentence.tokens[i].text;
      if (i + 1 < match.last && sentence.tokens[i].space_after) mention.text += ' ';
    }
    mention.location = gazetteer.location(candidates.front().place);
    mention.location.reason = candidates.size() == 1 ? "the only place of that name" : candidates.front().score.reason;
    for (std::size_t i = 1; i < candidates.size() && i <= most_alternatives; ++i) mention.alternatives.push_back(gazetteer.location(candidates[i].place));
    places.push_back(std::move(mention));
  }
}

}  // namespace attache::knowledge
