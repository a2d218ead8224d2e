#include "knowledge/places/names_in_text.h"

#include <algorithm>
#include <string>

namespace attache::knowledge {
namespace {

/// No place name in the tables has more words.
constexpr std::uint32_t longest_name = 7;

/// Keys of so few letters are other words unless they are written in capitals: "US" and "us".
constexpr std::size_t short_key = 3;

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

bool begins_capital(std::string_view text) {
  const auto initial = static_cast<unsigned char>(text.front());
  return (initial >= 'A' && initial <= 'Z') || initial >= 0xC3;
}

/// Small letters throughout: "is", but not "d'Ivoire".
bool all_small(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_shouted(const Sentence& sentence, std::uint32_t first, std::uint32_t last) {
  std::size_t capitals = 0;
  for (std::uint32_t at = first; at < last; ++at) {
    for (const char c : sentence.tokens[at].text) {
      if (c >= 'a' && c <= 'z') return false;
      capitals += is_upper(c);
    }
  }
  return capitals > 1;
}

/// True where the words mean those of a country. A division that bears the same word needs its noun: "Somali Region".
bool is_nationality(const Gazetteer& gazetteer, const Sentence& sentence, const NameInText& name) {
  if (std::none_of(name.rows.begin(), name.rows.end(), [](const NameRow& row) { return row.kind == NameKind::demonym; })) return false;
  if (name.rows.front().kind != NameKind::main) return true;
  const std::string_view behind = name.last < sentence.tokens.size() ? sentence.tokens[name.last].text : std::string_view();
  return gazetteer.place(name.rows.front().place).kind == PlaceKind::region && !is_one_of_lower(behind, {"region", "state", "province", "district"});
}

/// The longest name that begins at the token.
NameInText name_at(const Gazetteer& gazetteer, const Sentence& sentence, std::uint32_t first, std::string& key) {
  NameInText name;
  std::size_t letters = 0;
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
    // "US is" is not Usis: the last word of a name is written like one, or belongs to the word before.
    const bool name_like = at == first || !all_small(text) || sentence.tokens[at - 1].text == "-";
    if (rows.front().kind != NameKind::prefix && name_like) {
      name.first = first;
      name.last = at + 1;
      name.rows = rows;
      letters = key.size();
    }
  }
  while (!name.rows.empty() && name.rows.back().kind == NameKind::prefix) name.rows = name.rows.first(name.rows.size() - 1);
  if (name.rows.empty()) return name;
  name.shouted = is_shouted(sentence, name.first, name.last);
  name.nationality = is_nationality(gazetteer, sentence, name);
  if (letters <= short_key && !name.shouted) {
    const bool needs_capitals = name.is_demonym() || gazetteer.place(name.rows.front().place).kind == PlaceKind::country ||
                                (name.is_abbreviation() && !sentence.tokens[name.last - 1].text.ends_with('.') && (name.last >= count || sentence.tokens[name.last].text != "."));
    if (needs_capitals) name.rows = {};
  }
  return name;
}

/// True for "Ontario, Canada" at the token behind the name: what is said next holds it.
bool is_held_by_next(const Gazetteer& gazetteer, const Sentence& sentence, const NameInText& name, const NameInText* next) {
  if (!next || next->first != name.last + 1 || sentence.tokens[name.last].text != ",") return false;
  return std::any_of(next->rows.begin(), next->rows.end(), [&](const NameRow& outer) {
    return outer.kind == NameKind::main && std::any_of(name.rows.begin(), name.rows.end(), [&](const NameRow& inner) {
      return inner.kind == NameKind::main && lies_in(gazetteer.place(inner.place), gazetteer, outer.place);
    });
  });
}

/// True where the name is that of a division of the same country itself: "Vermont, Virginia" is a list.
bool is_sister_of(const Gazetteer& gazetteer, const NameInText& name, const Place& division) {
  if (division.kind != PlaceKind::region || division.country == no_place) return false;
  return std::any_of(name.rows.begin(), name.rows.end(), [&](const NameRow& row) {
    const Place& place = gazetteer.place(row.place);
    return row.kind == NameKind::main && place.kind == PlaceKind::region && place.country == division.country;
  });
}

/// True where a list of places goes on behind the second name: "Niger, Nigeria, Chad".
bool in_list(const Gazetteer& gazetteer, const Sentence& sentence, const NameInText& second, const NameInText* third) {
  if (second.last >= sentence.tokens.size() || is_held_by_next(gazetteer, sentence, second, third)) return false;
  const std::string_view behind = sentence.tokens[second.last].text;
  const bool joined = behind == "," || equals_lower(behind, "and") || equals_lower(behind, "or");
  return joined && second.last + 1 < sentence.tokens.size() && begins_capital(sentence.tokens[second.last + 1].text);
}

/// "Hyderabad, Pakistan", "Cabanatuan in Nueva Ecija", "Odessa (Texas)": the place named behind may contain the one before.
void find_containers(const Gazetteer& gazetteer, const Sentence& sentence, std::vector<NameInText>& names) {
  for (std::size_t i = 0; i + 1 < names.size(); ++i) {
    const NameInText& next = names[i + 1];
    const NameInText* after_next = i + 2 < names.size() ? &names[i + 2] : nullptr;
    const std::uint32_t gap = next.first - names[i].last;
    if (gap != 1 && gap != 2) continue;
    const std::string_view between = sentence.tokens[names[i].last].text;
    if (between != "," && between != "(" && !equals_lower(between, "in")) continue;
    if (gap == 2 && !is_one_of_lower(sentence.tokens[names[i].last + 1].text, {"the", "northern", "southern", "eastern", "western", "central", "in"})) continue;
    const bool is_country = !names[i].is_demonym() && gazetteer.place(names[i].rows.front().place).kind == PlaceKind::country;
    if (is_country && between == "," && in_list(gazetteer, sentence, next, after_next)) continue;
    if (next.rows.data() == names[i].rows.data()) continue;  // the same name again
    for (const NameRow& outer : next.rows) {
      if (outer.kind == NameKind::demonym || outer.kind == NameKind::other) continue;
      const PlaceKind kind = gazetteer.place(outer.place).kind;
      if (kind == PlaceKind::city || kind == PlaceKind::site) continue;
      const bool holds = std::any_of(names[i].rows.begin(), names[i].rows.end(), [&](const NameRow& inner) {
        return inner.kind != NameKind::demonym && inner.kind != NameKind::abbreviation && lies_in(gazetteer.place(inner.place), gazetteer, outer.place);
      });
      if (holds) {
        names[i].container = outer.place;
        break;
      }
      // "Bradford, Ontario", when no Bradford in Ontario is known.
      const bool division = kind == PlaceKind::region || kind == PlaceKind::country;
      if (division && between == "," && gap == 1 && names[i].surroundings == no_place && !is_country && !names[i].is_demonym() && !is_sister_of(gazetteer, names[i], gazetteer.place(outer.place)) &&
          !in_list(gazetteer, sentence, next, after_next) &&
          outer.kind != NameKind::other && (outer.kind != NameKind::abbreviation || kind == PlaceKind::region)) {
        names[i].surroundings = outer.place;
      }
    }
    if (names[i].container != no_place) names[i].surroundings = no_place;
  }
}

}  // namespace

bool equals_lower(std::string_view text, std::string_view lower) {
  return text.size() == lower.size() && std::equal(text.begin(), text.end(), lower.begin(), [](char a, char b) { return (is_upper(a) ? a + 32 : a) == b; });
}

bool is_one_of_lower(std::string_view text, std::initializer_list<std::string_view> lower_words) {
  return std::any_of(lower_words.begin(), lower_words.end(), [&](std::string_view word) { return equals_lower(text, word); });
}

bool lies_in(const Place& place, const Gazetteer& gazetteer, std::uint32_t container) {
  const Place& outer = gazetteer.place(container);
  switch (outer.kind) {
    case PlaceKind::country: return place.country == container && place.kind != PlaceKind::country;
    case PlaceKind::region: return place.region == container && place.kind != PlaceKind::region;
    case PlaceKind::district: return place.region == outer.region && outer.region != no_place && place.kind == PlaceKind::city;
    default: return false;
  }
}

std::vector<NameInText> names_in(const Gazetteer& gazetteer, const Sentence& sentence) {
  std::vector<NameInText> names;
  std::string key;
  for (std::uint32_t at = 0; at < sentence.tokens.size();) {
    const Token& token = sentence.tokens[at];
    // No name begins with the article: "A U.S. envoy" is not AUS.
    if (token.text.empty() || token.text == "A" || token.text == "I" || !begins_capital(token.text)) {
      ++at;
      continue;
    }
    const NameInText name = name_at(gazetteer, sentence, at, key);
    if (name.rows.empty()) {
      ++at;
      continue;
    }
    at = name.last;
    names.push_back(name);
  }
  find_containers(gazetteer, sentence, names);
  return names;
}

}  // namespace attache::knowledge
