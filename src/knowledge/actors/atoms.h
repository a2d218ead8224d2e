#pragma once
/// The names, nationalities and kinds of people that a sentence's words spell: what phrases are then composed of.

#include "knowledge/actors/actor_lexicon.h"
#include "knowledge/places/gazetteer.h"

#include <attache/mention.h>
#include <attache/sentence.h>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace attache::knowledge {

enum class AtomKind : std::uint8_t {
  nation,    ///< A country, dependency or breakaway entity by name.
  demonym,   ///< "Chinese": adjective, or noun for its people.
  people,    ///< "Frenchmen": only a noun.
  capital,   ///< "Paris", which also stands for the government.
  metonym,   ///< "the Kremlin".
  body,      ///< An organisation, party, group, company or news outlet.
  person,    ///< A known person by full name.
  surname,   ///< A word that is some known person's surname; whose, the document must say.
  short_body,  ///< A word that is some known body's short name: "Labour"; whether it is meant, the page must say.
  agent,     ///< A kind of people: "fishermen".
  place,     ///< Another place the gazetteer knows.
  name,      ///< A name that nothing is known of.
};

/// Whether the atom stands for a state, or for a place in one.
constexpr bool is_nation_like(AtomKind kind) {
  switch (kind) {
    case AtomKind::nation: case AtomKind::demonym: case AtomKind::capital: case AtomKind::metonym: case AtomKind::place: return true;
    default: return false;
  }
}

struct Atom {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  AtomKind kind = AtomKind::name;
  bool plural = false;               ///< Agents only.
  NameTag tag = NameTag::none;       ///< What the name finder says: `begin_person`, `begin_organisation`, `begin_place` or nothing.
  std::span<const Use> uses;         ///< Everything the words can mean; empty for places and unknown names.
  const Use* use = nullptr;          ///< The one chosen without looking at the phrase.
  Code place_code;                   ///< Of a place's country, or of the nation or place within the name of a body.
  const Use* head_agent = nullptr;   ///< Of a body's name that nothing is known of, what its head says: "Department", "Court".
  std::string respelled;             ///< For a typing error, the name as it should be.
  std::vector<std::string> rivals;   ///< For a typing error that fits several names.
};

class PageNations;
class RespellingMemo;
struct SentenceNames;

/// What choosing between names needs to know of the page.
struct AtomContext {
  const ActorLexicon* lexicon = nullptr;
  const Gazetteer* gazetteer = nullptr;  ///< Nothing: places are only those that were found before.
  std::optional<std::int32_t> day;   ///< Days since 1970-01-01.
  const PageNations* page = nullptr; ///< Decides between lands of one name; nothing: the likelier one is meant.
  RespellingMemo* respellings = nullptr;  ///< Remembers what the page's names are misspellings of; nothing: every time is the first.
};

/// The sentence's atoms in order: the names and agents that were matched, then places, then what the name finder alone found, with typing errors undone.
std::vector<Atom> find_atoms(const AtomContext& context, const Sentence& sentence, SentenceNames names, std::span<const PlaceMention> places);

}  // namespace attache::knowledge
