#include "knowledge/places/unlisted_places.h"

#include "knowledge/places/meant_as_place.h"

#include <algorithm>
#include <optional>

namespace attache::knowledge {
namespace {

/// Names of villages have few words.
constexpr std::uint32_t longest_name = 6;

/// So many words may stand between a name and what holds it: "a small town some 20 km north-west of".
constexpr std::uint32_t longest_link = 9;

bool is_capitalised(std::string_view text) {
  const auto initial = static_cast<unsigned char>(text.empty() ? '\0' : text.front());
  return text.size() > 1 && ((initial >= 'A' && initial <= 'Z') || initial >= 0xC3);
}

bool is_settlement_noun(std::string_view text) {
  return is_one_of_lower(text, {"village", "town", "city", "district", "suburb", "neighbourhood", "neighborhood", "area", "settlement", "hamlet", "township", "commune", "camp", "municipality", "quarter",
                                "slum", "slums", "county", "parish", "locality", "subdistrict", "sub-district", "enclave", "community", "villages", "towns", "outpost", "kibbutz"});
}

/// Words that lead from a name to what holds it.
bool is_link(std::string_view text) {
  return is_one_of_lower(text, {"in", "of", "the", "a", "an", "on", "at", "located", "situated", "just", "about", "some", "around", "kilometres", "kilometers", "km", "miles", "from", "away", "close", "to",
                                "small", "remote", "rural", "border", "coastal", "western", "eastern", "northern", "southern", "central", "north-western", "north-eastern", "south-western", "south-eastern",
                                "northwestern", "northeastern", "southwestern", "southeastern", "province", "region", "governorate", "state", "island", "capital", "mainly", "outskirts", "edge", "country",
                                "occupied", "held", "restive", "troubled", "volatile"}) ||
         is_settlement_noun(text);
}

bool is_beside(std::string_view text) {
  return is_one_of_lower(text, {"near", "outside", "north", "south", "east", "west", "north-west", "north-east", "south-west", "south-east", "northwest", "northeast", "southwest", "southeast", "from", "close"});
}

bool is_number(std::string_view text) { return !text.empty() && text.front() >= '0' && text.front() <= '9'; }

bool is_clitic(std::string_view text) { return text == "'s" || text == "\xE2\x80\x99s"; }

/// Looks at one sentence for what introduces a place.
class Introducer {
 public:
  Introducer(const Sentence& sentence, std::span<const NameInText> names) : sentence_(sentence), names_(names) {}

  std::optional<PlaceIntroduction> at(std::uint32_t first) const {
    std::uint32_t last = first + 1;
    while (last < size() && last < first + longest_name && goes_on(last)) ++last;
    if (last < size() && is_capitalised(text(last))) return std::nullopt;  // longer than names of places are
    const bool noun_before = (equals(first, -1, "of") && is_noun(first, -2)) || is_noun(first, -1);
    const bool noun_behind = last < size() && is_settlement_noun(text(last));
    const NameTag tag = sentence_.tokens[first].name;
    const bool tagged = tag == NameTag::begin_place && first > 0 && is_locative(text(first - 1));
    if (tag == NameTag::begin_person || tag == NameTag::inside_person || tag == NameTag::inside_organisation || tag == NameTag::inside_place) return std::nullopt;
    std::uint32_t at = noun_behind ? last + 1 : last;
    const auto told = apposition(at);
    if (told) at = *told;
    if (!noun_before && !noun_behind && !told && !tagged) return std::nullopt;
    auto introduction = held(first, last, at);
    if (introduction) introduction->by_noun = noun_before || noun_behind || told;
    return introduction;
  }

 private:
  std::uint32_t size() const { return static_cast<std::uint32_t>(sentence_.tokens.size()); }
  std::string_view text(std::uint32_t i) const { return sentence_.tokens[i].text; }
  bool equals(std::uint32_t first, int offset, std::string_view word) const { return first + offset < size() && equals_lower(text(first + offset), word); }
  bool is_noun(std::uint32_t first, int offset) const { return static_cast<int>(first) + offset >= 0 && is_settlement_noun(text(first + offset)) && !is_capitalised(text(first + offset)); }

  /// "Mukuru kwa Njenga", "Umm al-Fahm": a name's next word has its capital or leads to one that has.
  bool goes_on(std::uint32_t i) const {
    if (is_capitalised(text(i))) return !is_one_of_lower(text(i), {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"});
    if (const std::size_t hyphen = text(i).find('-'); hyphen == 2 && is_capitalised(text(i).substr(hyphen + 1))) return true;  // "al-Fahm"
    const std::uint32_t next = i + 1 < size() && text(i + 1) == "-" ? i + 2 : i + 1;
    return next < size() && is_capitalised(text(next)) && is_one_of_lower(text(i), {"kwa", "de", "del", "al", "el", "ad", "ar", "as", "at", "-", "e", "la", "le", "sur", "an"});
  }

  /// ", a farming village": the token behind the noun; nothing when the words are not followed by one.
  std::optional<std::uint32_t> apposition(std::uint32_t at) const {
    if (at + 2 >= size() || text(at) != "," || !is_one_of_lower(text(at + 1), {"a", "an", "the"})) return std::nullopt;
    for (std::uint32_t i = at + 2; i < size() && i < at + 7 && !is_capitalised(text(i)) && text(i) != ","; ++i) {
      if (is_settlement_noun(text(i))) return i + 1;
    }
    return std::nullopt;
  }

  /// The name that begins at the token.
  const NameInText* name_at(std::uint32_t token) const {
    const auto found = std::find_if(names_.begin(), names_.end(), [&](const NameInText& name) { return name.first == token; });
    return found == names_.end() ? nullptr : &*found;
  }

  std::optional<PlaceIntroduction> held(std::uint32_t first, std::uint32_t last, std::uint32_t at) const {
    bool linked = false, beside = false;
    if (at < size() && text(at) == ",") {
      linked = true;
      ++at;
    }
    for (const std::uint32_t end = std::min(size(), at + longest_link); at < end; ++at) {
      const NameInText* name = name_at(at);
      if (name && name->is_demonym()) {
        at = name->last - 1;  // "in the Syrian province of Idlib"
        continue;
      }
      if (name && linked) {
        // "in Syria's Idlib province": the finer of the two.
        const bool owner = name->last + 1 < size() && is_clitic(text(name->last));
        const NameInText* owned = owner ? name_at(name->last + 1) : nullptr;
        if (owned && !owned->is_demonym()) name = owned;
        return PlaceIntroduction{first, last, static_cast<std::uint32_t>(name - names_.data()), beside, false};
      }
      if (is_capitalised(text(at))) return std::nullopt;
      beside = beside || is_beside(text(at));
      linked = linked || is_one_of_lower(text(at), {"in", "of", "on"}) || is_beside(text(at));
      if (!is_link(text(at)) && !is_beside(text(at)) && !is_number(text(at)) && text(at) != "-") return std::nullopt;
    }
    return std::nullopt;
  }

  const Sentence& sentence_;
  std::span<const NameInText> names_;
};

/// The name's first word begins a run of capitals.
bool begins_run(const Sentence& sentence, std::uint32_t i) { return is_capitalised(sentence.tokens[i].text) && (i == 0 || !is_capitalised(sentence.tokens[i - 1].text) || i == 1); }

bool is_place_there(const Sentence& sentence, std::uint32_t first, std::uint32_t last) {
  if (sentence.tokens[first].name == NameTag::begin_place) return true;
  if (sentence.tokens[first].name == NameTag::begin_person || sentence.tokens[first].name == NameTag::inside_person) return false;
  const bool before = first > 0 && (is_locative(sentence.tokens[first - 1].text) || is_settlement_noun(sentence.tokens[first - 1].text));
  return before || (last < sentence.tokens.size() && is_settlement_noun(sentence.tokens[last].text));
}

}  // namespace

std::vector<PlaceIntroduction> introductions_in(const Sentence& sentence, std::span<const NameInText> names) {
  std::vector<PlaceIntroduction> found;
  if (names.empty()) return found;
  const Introducer introducer(sentence, names);
  for (std::uint32_t i = 0; i < sentence.tokens.size(); ++i) {
    if (!begins_run(sentence, i)) continue;
    const auto introduction = introducer.at(i);
    if (!introduction) continue;
    found.push_back(*introduction);
    i = introduction->last - 1;
  }
  return found;
}

std::string words_of_place(const Sentence& sentence, std::uint32_t first, std::uint32_t last) {
  std::string words;
  for (std::uint32_t i = first; i < last; ++i) {
    if (!words.empty()) words += ' ';
    words += sentence.tokens[i].text;
  }
  return words;
}

std::vector<UnlistedMention> unlisted_in(const Sentence& sentence, std::span<const NameInText> names, const UnlistedPlaces& known) {
  std::vector<UnlistedMention> found;
  if (known.empty()) return found;
  const auto introduced = introductions_in(sentence, names);
  for (std::uint32_t i = 0; i < sentence.tokens.size(); ++i) {
    if (!is_capitalised(sentence.tokens[i].text)) continue;
    for (const auto& [words, place] : known) {
      const auto count = static_cast<std::uint32_t>(std::count(words.begin(), words.end(), ' ') + 1);
      if (i + count > sentence.tokens.size() || words_of_place(sentence, i, i + count) != words) continue;
      const bool here = std::any_of(introduced.begin(), introduced.end(), [&](const PlaceIntroduction& one) { return one.first == i && one.last == i + count; });
      if (!here && !is_place_there(sentence, i, i + count)) continue;
      found.push_back({i, i + count, &place});
      i += count - 1;
      break;
    }
  }
  return found;
}

Location location_of(const Gazetteer& gazetteer, const UnlistedPlace& place) {
  Location location = gazetteer.location(place.holder);
  location.reason = place.beside ? "the page says that it lies near " : "the page says that it lies in ";
  location.reason += location.name + "; it is not in the gazetteer itself";
  if (place.beside && (location.resolution == "city" || location.resolution == "site")) location.resolution = location.region.empty() ? "country" : "region";
  return location;
}

}  // namespace attache::knowledge
