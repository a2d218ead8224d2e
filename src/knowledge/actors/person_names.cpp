#include "knowledge/actors/person_names.h"

#include "knowledge/actors/capitals.h"
#include "knowledge/actors/name_words.h"
#include "knowledge/actors/place_names.h"
#include "language/word_list.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace attache::knowledge {
namespace {

using language::word_list;

NameTag inside_of(NameTag tag) {
  switch (tag) {
    case NameTag::begin_person: return NameTag::inside_person;
    case NameTag::begin_organisation: return NameTag::inside_organisation;
    case NameTag::begin_place: return NameTag::inside_place;
    default: return NameTag::none;
  }
}

/// True for those who are called by a first name or two and have no surname of their own: "Juan Carlos".
bool is_single_name(const ActorLexicon& lexicon, std::uint32_t index) {
  const auto words = lexicon_words(lexicon.text(lexicon.actor(index).name));
  if (words.empty()) return true;
  for (const auto& word : words) {
    for (const Use& use : lexicon.uses_at(lexicon.follow(0, word_hash(word.text)).uses)) {
      if (use.kind == UseKind::surname && use.target == index) return false;
    }
  }
  return true;
}

/// "Juan Carlos Jobet" is not Juan Carlos. But what stands before a name may be a form of address or a further first name, and behind the
/// name of a Spanish or Portuguese speaker the mother's, behind an Arab's the grandfather's.
bool is_another_person(const SentenceAtoms& found, const Atom& atom, std::uint32_t begin, std::uint32_t end) {
  const auto own_word = [&](const Token& token) { return token.upos != Upos::punct && token.text.size() > 2 && begins_with_capital(token.text) && token.text != "Jr."; };
  if (atom.last >= end || !own_word(found.tokens[atom.last])) return false;
  static constexpr auto particles = word_list({"bin", "ibn", "al", "von", "van"});
  const std::string_view next = found.tokens[atom.last].text;
  if (particles.contains(next) || next == "Jr" || begin > atom.first) return false;
  static constexpr std::array<std::string_view, 21> two_surnames{"ESP", "MEX", "ARG", "COL", "CHL", "PER", "VEN", "ECU", "BOL", "PRY", "URY", "CUB", "DOM", "GTM", "HND", "SLV", "NIC", "CRI", "PAN", "BRA", "PRT"};
  const ActorRecord& actor = found.lexicon().actor(atom.use->target);
  const bool iberian = std::find(two_surnames.begin(), two_surnames.end(), actor.code.view()) != two_surnames.end();
  const bool has_surname = atom.last - atom.first > 1 && !is_single_name(found.lexicon(), atom.use->target);
  return !(iberian && has_surname);
}

/// Names of people go on over hyphens and capitalised words that the name finder left out: "Mohammed Hussein | Roble", "Tseng Hou - jen".
std::uint32_t person_end(const SentenceAtoms& found, std::uint32_t end) {
  const auto& tokens = found.tokens;
  while (end < tokens.size()) {
    const bool hyphen = tokens[end].text == "-" && end + 1 < tokens.size() && !tokens[end - 1].space_after && !tokens[end].space_after && !found.belongs_to_another(end + 1);
    if (hyphen) end += 2;
    else if (is_further_name_word(found, end)) ++end;
    else break;
  }
  return end;
}

/// "John Bruton of Ireland": whose somebody is is not part of the name.
std::uint32_t before_nation(const SentenceAtoms& found, std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t i = first + 1; i + 1 < last; ++i) {
    const bool nation = found.tokens[i].text == "of" && std::any_of(found.atoms.begin(), found.atoms.end(), [&](const Atom& atom) { return atom.first == i + 1 && atom.last >= last; });
    if (nation) return i;
  }
  return last;
}

}  // namespace

std::uint32_t name_end(const SentenceAtoms& found, std::uint32_t first) {
  const auto& tokens = found.tokens;
  const NameTag inside = inside_of(tokens[first].name);
  std::uint32_t end = first + 1;
  while (end < tokens.size() && tokens[end].name == inside) ++end;
  return tokens[first].name == NameTag::begin_person ? before_nation(found, first, person_end(found, end)) : end;
}

bool is_further_name_word(const SentenceAtoms& found, std::uint32_t i) {
  static constexpr auto calendar = word_list({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july",
                                              "august", "september", "october", "november", "december"});
  const Token& token = found.tokens[i];
  const bool capital = token.text.size() > 1 && begins_with_capital(token.text) && std::any_of(token.text.begin(), token.text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return capital && token.name == NameTag::none && token.upos == Upos::propn && !calendar.contains(token.text) && !found.belongs_to_another(i) && !found.in_headline;
}

void drop_words_of_foreign_names(SentenceAtoms& found) {
  auto& atoms = found.atoms;
  for (std::uint32_t i = 0; i < found.tokens.size(); ++i) {
    if (found.tokens[i].name != NameTag::begin_person) continue;
    const std::uint32_t end = name_end(found, i);
    std::uint32_t begin = i;
    for (const Atom& atom : atoms) {  // titles and nationalities that the name finder took for part of the name
      const bool title = atom.kind == AtomKind::agent || atom.kind == AtomKind::demonym;
      if (title && atom.first == begin && atom.last < end) begin = atom.last;
    }
    std::erase_if(atoms, [&](const Atom& atom) {
      const bool smaller = atom.first >= begin && atom.last <= end && atom.last - atom.first < end - begin;
      return smaller && (atom.kind != AtomKind::person || is_another_person(found, atom, begin, end));
    });
  }
}

void drop_names_of_others(SentenceAtoms& found) {
  if (found.in_headline) return;
  std::erase_if(found.atoms, [&](const Atom& atom) {
    return atom.kind == AtomKind::person && atom.last == atom.first + 1 && atom.first > 0 && is_further_name_word(found, atom.first - 1) && !found.belongs_to_another(atom.first - 1);
  });
}

void drop_names_of_things(SentenceAtoms& found) {
  static constexpr auto named_before = word_list({"uss", "hms", "hmcs", "hmas", "ins", "carrier", "destroyer", "frigate", "submarine", "warship", "camp", "fort", "mount"});
  static constexpr auto named_behind = word_list({"airport", "university", "college", "school", "academy", "institute", "hospital", "center", "centre", "library", "museum", "stadium", "bridge",
                                                  "street", "avenue", "boulevard", "square", "airfield", "prize", "award", "doctrine", "memorial", "canal", "dam", "highway"});
  const auto& tokens = found.tokens;
  std::erase_if(found.atoms, [&](const Atom& atom) {
    if (atom.kind != AtomKind::person && atom.kind != AtomKind::surname) return false;
    if (atom.first > 0 && named_before.contains(tokens[atom.first - 1].text) && begins_with_capital(tokens[atom.first - 1].text)) return true;
    std::uint32_t next = atom.last;
    if (next < tokens.size() && (tokens[next].text == "International" || tokens[next].text == "international")) ++next;
    return next < tokens.size() && named_behind.contains(tokens[next].text);
  });
}

void drop_surnames_of_directions(SentenceAtoms& found) {
  const auto& tokens = found.tokens;
  std::erase_if(found.atoms, [&](const Atom& atom) {
    if (atom.kind != AtomKind::surname || atom.last != atom.first + 1) return false;
    const bool article = atom.first > 0 && (tokens[atom.first - 1].text == "the" || tokens[atom.first - 1].text == "The");
    return (article || is_compass_word(found, atom.first, atom.last)) && (atom.last >= tokens.size() || !may_begin_name(tokens[atom.last].text));
  });
}

}  // namespace attache::knowledge
