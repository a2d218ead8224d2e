#pragma once
/// A sentence's words with the atoms found in them so far: what the stages of finding atoms hand on to each other.

#include "knowledge/actors/atoms.h"

#include <attache/sentence.h>

#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace attache::knowledge {

struct SentenceAtoms {
  const AtomContext& context;
  std::span<const Token> tokens;
  std::vector<Atom> atoms;
  bool in_headline = false;  ///< Capitals do not make names here.

  const ActorLexicon& lexicon() const { return *context.lexicon; }

  /// True when no atom has any of the tokens.
  bool is_free(std::uint32_t first, std::uint32_t last) const {
    return std::none_of(atoms.begin(), atoms.end(), [&](const Atom& atom) { return atom.first < last && first < atom.last; });
  }

  /// True for words of something that the lexicon knows, surnames left aside.
  bool belongs_to_another(std::uint32_t token) const {
    return std::any_of(atoms.begin(), atoms.end(), [&](const Atom& atom) { return atom.first <= token && token < atom.last && atom.kind != AtomKind::surname; });
  }

  /// Adds the atom in place of all that it overlaps.
  void put(Atom atom) {
    std::erase_if(atoms, [&](const Atom& other) { return other.first < atom.last && atom.first < other.last; });
    atoms.push_back(std::move(atom));
  }
};

}  // namespace attache::knowledge
