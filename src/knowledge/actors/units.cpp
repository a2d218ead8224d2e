#include "knowledge/actors/units.h"

#include "knowledge/actors/noun_phrases.h"
#include "language/word_list.h"

#include <algorithm>

namespace attache::knowledge {
namespace {

using language::word_list;

/// Nouns that only say how many or in what shape: "a group of rebels", "dozens of villagers".
constexpr auto transparent_nouns = word_list({
    "group", "number", "dozen", "dozens", "hundred", "hundreds", "thousand", "thousands", "score", "scores", "crowd", "team", "delegation", "majority",
    "handful", "pair", "lot", "band", "gang", "mob", "convoy", "column", "unit", "part", "member", "rest", "most", "some", "many", "several", "couple",
    "series", "wave", "million", "bunch", "throng", "cell", "contingent", "wing", "faction", "one", "two", "three", "four", "five", "both", "all", "none",
    "party", "panel", "committee", "coalition", "alliance", "department", "section", "branch", "office", "bureau", "division", "arm",
});

/// Forms of address, which may stand between a title and a name: "President Mr Uribe".
constexpr auto honorifics = word_list({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "sir", "dame", "prof", "prof.", "hon", "hon.", "dato", "datuk", "tun", "shri", "haji",
                                       "alhaji", "chief", "sheikh", "mullah", "maulana"});

bool can_count(Upos upos) {
  return upos == Upos::noun || upos == Upos::num || upos == Upos::propn || upos == Upos::adj || upos == Upos::pron || upos == Upos::det;
}

bool is_persons_name(const Atom& atom) {
  return atom.kind == AtomKind::person || atom.kind == AtomKind::surname || (atom.kind == AtomKind::name && atom.tag == NameTag::begin_person);
}

}  // namespace

SentenceUnits::SentenceUnits(const Tree& tree, std::span<const Atom> atoms)
    : atoms_(atoms), atom_of_(static_cast<std::size_t>(tree.size()), -1), unit_of_(static_cast<std::size_t>(tree.size()), -1), used_(atoms.size(), false) {
  for (std::size_t a = 0; a < atoms_.size(); ++a) {
    for (std::uint32_t i = atoms_[a].first; i < atoms_[a].last; ++i) atom_of_[i] = static_cast<int>(a);
  }
  add_titles_and_names(tree);
  add_nouns_of_number(tree);
}

const Atom* SentenceUnits::nation_at(Tree::Index token) const {
  const int found = atom_at(token);
  return found >= 0 && is_nation_like(atom(found).kind) ? &atom(found) : nullptr;
}

void SentenceUnits::add(Unit unit) {
  for (std::uint32_t i = unit.first; i < unit.last; ++i) unit_of_[i] = size();
  units_.push_back(std::move(unit));
}

void SentenceUnits::add_titles_and_names(const Tree& tree) {
  for (std::size_t a = 0; a < atoms_.size(); ++a) {
    if (used_[a] || is_nation_like(atoms_[a].kind) || atoms_[a].kind == AtomKind::people) continue;
    Unit made;
    made.first = atoms_[a].first;
    made.last = atoms_[a].last;
    if (atoms_[a].kind == AtomKind::agent) {
      made.agent = static_cast<int>(a);
      // "Deputy Defence Minister Colonel-General X": titles up to a name, with nothing between.
      std::size_t next = a + 1;
      std::vector<int> titles;
      while (next < atoms_.size() && follows(tree, next) && atoms_[next].kind == AtomKind::agent) titles.push_back(static_cast<int>(next++));
      if (next < atoms_.size() && follows(tree, next) && is_persons_name(atoms_[next])) {
        made.further_agents = std::move(titles);
        for (std::size_t i = a; i <= next; ++i) used_[i] = true;
        made.name = static_cast<int>(next);
        made.last = atoms_[next].last;
      }
    } else {
      made.name = static_cast<int>(a);
    }
    used_[a] = true;
    made.head = tree.head({static_cast<Tree::Index>(made.first), static_cast<Tree::Index>(made.last)});
    add(std::move(made));
  }
}

/// True when nothing but a form of address stands between the atom and the one before it.
bool SentenceUnits::follows(const Tree& tree, std::size_t atom) const {
  std::uint32_t first = atoms_[atom].first;
  while (first > atoms_[atom - 1].last && honorifics.contains(tree.token(static_cast<Tree::Index>(first - 1)).text)) --first;
  return first == atoms_[atom - 1].last;
}

/// Heads of "a group of rebels", where "group" itself is no agent.
void SentenceUnits::add_nouns_of_number(const Tree& tree) {
  for (Tree::Index i = 0; i < tree.size(); ++i) {
    if (unit_at(i) >= 0 || atom_at(i) >= 0 || !can_count(tree.token(i).upos) || !transparent_nouns.contains(lemma_of(tree.token(i)))) continue;
    const Tree::Index of = tree.oblique(i, "of");
    if (of == Tree::none || of < i || unit_at(of) < 0) continue;
    Unit made;
    made.first = static_cast<std::uint32_t>(i);
    made.last = made.first + 1;
    made.head = i;
    made.transparent = true;
    add(std::move(made));
  }
}

}  // namespace attache::knowledge
