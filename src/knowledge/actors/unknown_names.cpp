#include "knowledge/actors/unknown_names.h"

#include "knowledge/actors/body_names.h"
#include "knowledge/actors/misspelt_names.h"
#include "knowledge/actors/person_names.h"
#include "knowledge/actors/place_names.h"

#include <algorithm>

namespace attache::knowledge {
namespace {

bool begins(NameTag tag) { return tag == NameTag::begin_person || tag == NameTag::begin_organisation || tag == NameTag::begin_place; }

/// Where a person's name begins behind the titles and nationalities that the name finder took for part of it.
std::uint32_t behind_titles(const SentenceAtoms& found, std::uint32_t first, std::uint32_t last) {
  for (bool moved = true; moved;) {
    moved = false;
    for (const Atom& atom : found.atoms) {
      if (atom.first == first && atom.last < last && (atom.kind == AtomKind::agent || atom.kind == AtomKind::demonym)) {
        first = atom.last;
        moved = true;
      }
    }
  }
  return first;
}

}  // namespace

Atom& add_name(SentenceAtoms& found, std::uint32_t first, std::uint32_t last, NameTag tag, Code owner) {
  Atom atom;
  atom.first = first;
  atom.last = last;
  atom.tag = tag;
  atom.place_code = owner;
  RespellingRequest request;
  request.people = tag == NameTag::begin_person;
  request.nations = tag == NameTag::begin_place;
  request.bodies = tag == NameTag::begin_organisation;
  take_respelling(found.lexicon(), atom, known_otherwise(found, first, last, request));
  if (!atom.use && owner.empty()) {
    if (tag != NameTag::begin_person) take_known_place(found, atom);
    else take_place_of_one_country(found, atom);
  }
  return found.atoms.emplace_back(std::move(atom));
}

void widen_surnames(SentenceAtoms& found) {
  if (found.in_headline) return;
  for (std::size_t a = 0; a < found.atoms.size(); ++a) {
    if (found.atoms[a].kind != AtomKind::surname) continue;
    const std::uint32_t last = found.atoms[a].last;
    std::uint32_t first = found.atoms[a].first;
    while (first > 0 && is_further_name_word(found, first - 1)) --first;
    if (first == found.atoms[a].first) continue;
    std::erase_if(found.atoms, [&](const Atom& atom) { return atom.first < last && first < atom.last; });
    add_name(found, first, last, NameTag::begin_person, {});
    a = 0;
  }
}

void add_tagged_names(SentenceAtoms& found) {
  for (std::uint32_t i = 0; i < found.tokens.size(); ++i) {
    const NameTag tag = found.tokens[i].name;
    if (!begins(tag)) continue;
    const std::uint32_t last = name_end(found, i);
    std::uint32_t first = tag == NameTag::begin_person ? behind_titles(found, i, last) : i;
    while (first < last && found.tokens[first].upos == Upos::punct) ++first;
    if (first >= last || is_compass_word(found, first, last)) continue;
    if (tag == NameTag::begin_organisation) add_body_name(found, first, last);
    else if (found.is_free(first, last)) add_name(found, first, last, tag, {});
  }
}

void add_titled_names(SentenceAtoms& found) {
  for (std::size_t a = 0; a < found.atoms.size(); ++a) {
    const Atom& title = found.atoms[a];
    if (title.kind != AtomKind::agent || title.plural || found.lexicon().agent(title.use->target).collective) continue;
    const std::uint32_t first = title.last;
    std::uint32_t last = first;
    while (last < found.tokens.size() && is_further_name_word(found, last) && found.is_free(last, last + 1)) ++last;
    if (last > first) add_name(found, first, last, NameTag::begin_person, {});
  }
}

}  // namespace attache::knowledge
