#pragma once
/// The words of one actor each: a title with the name behind it, a body, a kind of people, and nouns of number over them ("dozens of villagers").

#include "knowledge/actors/atoms.h"
#include "language/tree.h"

#include <cstdint>
#include <span>
#include <vector>

namespace attache::knowledge {

struct Unit {
  std::uint32_t first = 0, last = 0;
  Tree::Index head = 0;
  int name = -1;                    ///< Atom: person, surname, body or unknown name.
  int agent = -1;                   ///< Atom: the first title.
  std::vector<int> further_agents;
  bool transparent = false;         ///< No atom: a noun of number or shape.
};

/// A sentence's atoms and units by the token that they stand on.
class SentenceUnits {
 public:
  SentenceUnits(const Tree& tree, std::span<const Atom> atoms);

  int size() const { return static_cast<int>(units_.size()); }
  const Unit& unit(int index) const { return units_[static_cast<std::size_t>(index)]; }
  const Atom& atom(int index) const { return atoms_[static_cast<std::size_t>(index)]; }
  std::span<const Atom> atoms() const { return atoms_; }

  /// The unit at a token; -1 for none, and for no token.
  int unit_at(Tree::Index token) const { return token == Tree::none ? -1 : unit_of_[static_cast<std::size_t>(token)]; }
  /// The atom at a token; -1 as above.
  int atom_at(Tree::Index token) const { return token == Tree::none ? -1 : atom_of_[static_cast<std::size_t>(token)]; }
  /// The atom at a token when it stands for a state or a place; nothing otherwise.
  const Atom* nation_at(Tree::Index token) const;

 private:
  void add_titles_and_names(const Tree& tree);
  void add_nouns_of_number(const Tree& tree);
  bool follows(const Tree& tree, std::size_t atom) const;
  void add(Unit unit);

  std::span<const Atom> atoms_;
  std::vector<int> atom_of_, unit_of_;
  std::vector<bool> used_;
  std::vector<Unit> units_;
};

}  // namespace attache::knowledge
