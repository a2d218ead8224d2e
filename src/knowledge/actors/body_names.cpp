#include "knowledge/actors/body_names.h"

#include "knowledge/actors/capitals.h"
#include "knowledge/actors/misspelt_names.h"
#include "knowledge/actors/name_words.h"
#include "knowledge/actors/place_names.h"
#include "knowledge/actors/readings.h"
#include "knowledge/actors/unknown_names.h"

#include <algorithm>
#include <utility>

namespace attache::knowledge {
namespace {

/// "Department of | Education": a name does not end in a preposition.
std::uint32_t behind_preposition(const SentenceAtoms& found, std::uint32_t last) {
  const auto& tokens = found.tokens;
  if (tokens[last - 1].text != "of" && tokens[last - 1].text != "for") return last;
  std::uint32_t end = last;
  while (end < tokens.size() && may_begin_name(tokens[end].text) && found.is_free(end, end + 1)) ++end;
  return end > last ? end : last - 1;
}

/// The kind of body that a capitalised word names.
const Use* agent_at(const SentenceAtoms& found, std::uint32_t token) {
  const auto words = lexicon_words(found.tokens[token].text);
  if (words.size() != 1 || !words.front().capital) return nullptr;
  const ActorLexicon& lexicon = found.lexicon();
  for (const Use& use : lexicon.uses_at(lexicon.follow(0, word_hash(words.front().text)).uses)) {
    if (use.kind == UseKind::agent && (lexicon.agent(use.target).collective || lexicon.agent(use.target).in_names)) return &use;
  }
  return nullptr;
}

/// What the head of a body's name says of it: the last word ("Acme Inc"), or the one before "of" and "for" ("Department of Education").
const Use* head_agent(const SentenceAtoms& found, std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t i = first + 1; i < last; ++i) {
    if (found.tokens[i].text != "of" && found.tokens[i].text != "for") continue;
    if (const Use* use = agent_at(found, i - 1)) return use;
    if (found.tokens[i].text == "for") return nullptr;  // "Movement for Quality Government" is no government
  }
  return agent_at(found, last - 1);
}

/// True when a capitalised word of the name is none that the lexicon composes names of.
bool has_own_words(const SentenceAtoms& found, std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t i = first; i < last; ++i) {
    if (begins_with_capital(found.tokens[i].text) && found.is_free(i, i + 1)) return true;
  }
  return false;
}

/// "Madras High Court": what stands before the noun that says what the body is can be where it is.
void add_place_in_front(SentenceAtoms& found, std::uint32_t first, std::uint32_t last) {
  const auto head = std::find_if(found.atoms.begin(), found.atoms.end(), [&](const Atom& atom) { return atom.kind == AtomKind::agent && atom.first > first && atom.last == last; });
  if (head == found.atoms.end() || !found.is_free(first, head->first)) return;
  Atom place;
  place.first = first;
  place.last = head->first;
  take_known_place(found, place, true);
  if (place.kind == AtomKind::place) found.atoms.push_back(std::move(place));
}

/// True when something known within the name, or around it, is who is meant.
bool is_known_within(const SentenceAtoms& found, std::uint32_t first, std::uint32_t last, const Use* head) {
  return std::any_of(found.atoms.begin(), found.atoms.end(), [&](const Atom& atom) {
    if (atom.first >= last || first >= atom.last) return false;
    const bool covers = atom.first <= first && atom.last >= last;
    switch (atom.kind) {
      case AtomKind::body: case AtomKind::person: return true;
      case AtomKind::agent: return !head || atom.last - atom.first > 1;
      case AtomKind::short_body: return covers;
      default: return covers && is_nation_like(atom.kind);  // "Tehran" is no body, whatever the name finder says
    }
  });
}

/// The country of the nation or place that the name has within it.
Code owner_within(const SentenceAtoms& found, std::uint32_t first, std::uint32_t last) {
  Code owner;
  for (const Atom& atom : found.atoms) {
    if (atom.first < first || atom.last > last) continue;
    const bool uncertain = atom.kind == AtomKind::surname || atom.kind == AtomKind::short_body;
    if (atom.use && is_name_use(atom.use->kind) && !uncertain) owner = found.lexicon().actor(atom.use->target).code;
    if (atom.kind == AtomKind::place && owner.empty()) owner = atom.place_code;
  }
  return owner;
}

void add_with_head(SentenceAtoms& found, std::uint32_t first, std::uint32_t last, Code owner, const Use* head) {
  Atom& atom = add_name(found, first, last, NameTag::begin_organisation, owner);
  if (atom.kind == AtomKind::name) atom.head_agent = head;
}

}  // namespace

void add_body_name(SentenceAtoms& found, std::uint32_t first, std::uint32_t last) {
  last = behind_preposition(found, last);
  const bool head_known = std::any_of(found.atoms.begin(), found.atoms.end(), [&](const Atom& atom) {
    return atom.last >= last && atom.first < last && atom.kind != AtomKind::agent && atom.kind != AtomKind::surname;
  });
  // "The US treasury secretary": what the name finder took for a body is the beginning of whom they call.
  const bool begins_agent = std::any_of(found.atoms.begin(), found.atoms.end(), [&](const Atom& atom) {
    return atom.kind == AtomKind::agent && first < atom.first && atom.first < last && last < atom.last;
  });
  if (head_known || begins_agent || add_misspelt_body(found, first, last)) return;
  add_place_in_front(found, first, last);
  const Use* head = head_agent(found, first, last);
  // "Kuwait Oil Company" is composed of what is known; a name whose head is unknown, or that has other words of its own, stands by itself.
  if ((head && !has_own_words(found, first, last)) || is_known_within(found, first, last, head)) return;
  const Code owner = owner_within(found, first, last);
  std::erase_if(found.atoms, [&](const Atom& atom) { return atom.first >= first && atom.last <= last; });
  if (found.is_free(first, last)) add_with_head(found, first, last, owner, head);
}

void add_untagged_bodies(SentenceAtoms& found) {
  if (found.in_headline) return;
  const auto& tokens = found.tokens;
  for (std::uint32_t first = 0; first < tokens.size(); ++first) {
    std::uint32_t last = first;
    while (last < tokens.size() && tokens[last].name == NameTag::none && found.is_free(last, last + 1) && tokens[last].text.size() > 1 && begins_with_capital(tokens[last].text) &&
           (last > 0 || tokens[last].upos == Upos::propn)) ++last;
    if (last - first >= 2) {
      if (const Use* head = agent_at(found, last - 1)) add_with_head(found, first, last, {}, head);
    }
    first = last;
  }
}

}  // namespace attache::knowledge
