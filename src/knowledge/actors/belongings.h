#pragma once
/// An actor's owners with what is known of them: whose code and sector an actor without its own takes.

#include "knowledge/actors/actor_records.h"
#include "knowledge/actors/owners.h"

#include <span>
#include <string>
#include <vector>

namespace attache::knowledge {

struct Belonging {
  Code code;
  Code sector;
  std::string words;
  std::string entry;                ///< The canonical name of a nation, region or body; of cities and other places the words.
  Link link = Link::none;
  bool coordinated = false;
  bool nation = false;              ///< A nation or place; else another actor.
  int atom = -1;                    ///< Of a nation or place.
  int draft = -1;                   ///< Of another actor, among the sentence's drafts.
  std::uint32_t last = 0;           ///< The token behind its words.
};

/// A nation or place as an owner.
Belonging nation_as_owner(const ActorLexicon& lexicon, const Tree& tree, const Atom& nation);

/// The code of a nation or place.
Code nation_code(const ActorLexicon& lexicon, const Atom& nation);

/// The sector of an entity that is no state of its own; empty for states and places.
Code nation_sector(const ActorLexicon& lexicon, const Atom& nation);

/// The owners that count: those before the words in preference to those behind them, and of several that are not joined by "and" the first.
std::vector<const Belonging*> chosen_owners(std::span<const Belonging> all);

}  // namespace attache::knowledge
