#pragma once
/// Who belongs to whom: the nations, places, bodies and people that an actor's words are owned by.

#include "knowledge/actors/units.h"
#include "language/tree.h"

#include <cstdint>
#include <vector>

namespace attache::knowledge {

/// How a phrase belongs to another: "Chinese police", "China's police", "the police of China", "police from China", "police in China".
enum class Link : std::uint8_t { none, before, possessive, of, from, in };

/// Who owns a unit: an atom (a nation or place) or another unit.
struct Owner {
  int atom = -1;
  int unit = -1;
  Link link = Link::none;
  Tree::Index token = 0;
  bool coordinated = false;         ///< Joined to another owner by "and".
};

/// How a nominal hangs below the noun that governs it.
Link link_of(const Tree& tree, Tree::Index nominal);

/// The first member of the coordination of modifiers that a token stands in: "US and British officials".
Tree::Index first_modifier(const Tree& tree, const SentenceUnits& units, Tree::Index token);

/// The owners of a sentence's units. Refers to the tree and the units it was made of.
class Owners {
 public:
  Owners(const Tree& tree, const SentenceUnits& units);

  /// Those of a unit, in the order of their tokens.
  const std::vector<Owner>& of(int unit) const { return owners_[static_cast<std::size_t>(unit)]; }
  /// True for a nation that owns a unit.
  bool is_owner(int atom) const { return owns_[static_cast<std::size_t>(atom)]; }

 private:
  void place_nation(int atom);
  void place_unit(int unit);
  void place_before(int atom, bool coordinated);
  bool stands_behind_its_article(int unit);
  bool stands_beside_its_own(int unit);
  void place_behind(int unit);
  void add(int host, Owner owner);
  bool is_negated_by_prefix(const Atom& nation) const;
  bool stands_in_a_row(int atom) const;
  bool is_joined_to_another(Tree::Index nation) const;
  bool is_loosely_below(Tree::Index behind, Tree::Index nation) const;
  bool may_lie_in(int host) const { return units_.unit(host).agent >= 0 && units_.unit(host).name < 0; }
  Tree::Index climb(Tree::Index above, Link& link) const;
  Tree::Index head_of(const Atom& atom) const { return tree_.head({static_cast<Tree::Index>(atom.first), static_cast<Tree::Index>(atom.last)}); }

  const Tree& tree_;
  const SentenceUnits& units_;
  std::vector<std::vector<Owner>> owners_;
  std::vector<bool> owns_;
};

}  // namespace attache::knowledge
