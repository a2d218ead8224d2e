#include "knowledge/actors/owners.h"

#include "base/utf8.h"
#include "knowledge/actors/noun_phrases.h"
#include "language/word_list.h"

#include <algorithm>
#include <string>

namespace attache::knowledge {
namespace {

using language::word_list;

/// "A Kabul-based diplomat", "a Russian-flagged ship": the nation is the actor's own.
constexpr auto own_participles = word_list({"based", "flagged", "registered", "owned", "born", "run", "operated", "administered", "headquartered"});

/// Nouns that name part of a state, a body or a land: whose they are, those of them are as well: "the head of the U.S. mission".
constexpr auto parts_of_owners = word_list({"office", "department", "mission", "embassy", "committee", "subcommittee", "council", "commission", "arm", "branch", "wing", "unit", "bureau",
                                            "division", "section", "secretariat", "state", "country", "nation", "region", "province", "area", "part", "city", "town", "village",
                                            "capital", "district", "island", "camp", "border", "port", "side", "group", "delegation", "member"});

/// What "backed" is of "US-backed rebels": whose they are not. Nothing hyphenated behind: false.
bool is_of_foreign_participle(const Tree& tree, std::uint32_t last) {
  const auto hyphen = static_cast<Tree::Index>(last);
  if (hyphen + 1 >= tree.size() || tree.token(hyphen).text != "-") return false;
  const Token& word = tree.token(hyphen + 1);
  return !own_participles.contains(word.text) && (word.xpos == "VBN" || word.upos == Upos::verb || word.upos == Upos::adj);
}

}  // namespace

Link link_of(const Tree& tree, Tree::Index i) {
  const Tree::Index above = tree.governor(i);
  if (above == Tree::none) return Link::none;
  if (is_possessive(tree, i)) return i < above ? Link::possessive : Link::none;
  switch (tree.token(i).relation) {
    case Relation::amod: case Relation::compound: case Relation::nmod_poss: case Relation::flat: case Relation::nmod_desc: case Relation::nmod_unmarked:
    case Relation::det: case Relation::nummod: case Relation::dep: case Relation::obl_unmarked: case Relation::advmod: case Relation::nmod: case Relation::obl:
      break;
    default: return Link::none;
  }
  const std::string preposition = tree.preposition(i);
  if (preposition.empty()) return i < above ? Link::before : Link::none;
  if (i < above) return Link::none;
  if (preposition == "of") return Link::of;
  if (preposition == "from" || preposition == "for" || preposition == "at" || preposition == "with") return Link::from;
  if (preposition == "in" || preposition == "inside" || preposition == "across") return Link::in;
  return Link::none;
}

Tree::Index first_modifier(const Tree& tree, const SentenceUnits& units, Tree::Index token) {
  Tree::Index first = token;
  for (int steps = 0; steps < 8 && tree.token(first).relation == Relation::conj; ++steps) {
    const Tree::Index above = tree.governor(first);
    const int a = units.atom_at(above);
    if (a < 0 || !(is_nation_like(units.atom(a).kind) || units.atom(a).kind == AtomKind::body)) break;
    first = above;
  }
  return first;
}

Owners::Owners(const Tree& tree, const SentenceUnits& units)
    : tree_(tree), units_(units), owners_(static_cast<std::size_t>(units.size())), owns_(units.atoms().size(), false) {
  for (int a = 0; a < static_cast<int>(owns_.size()); ++a) {
    if (is_nation_like(units.atom(a).kind)) place_nation(a);
  }
  for (int u = 0; u < units.size(); ++u) place_unit(u);
  for (auto& list : owners_) std::stable_sort(list.begin(), list.end(), [](const Owner& a, const Owner& b) { return a.token < b.token; });
}

void Owners::add(int host, Owner owner) {
  auto& list = owners_[static_cast<std::size_t>(host)];
  const auto same = [&](const Owner& other) { return other.atom == owner.atom && other.unit == owner.unit; };
  if (std::none_of(list.begin(), list.end(), same)) list.push_back(owner);
  if (owner.atom >= 0) owns_[static_cast<std::size_t>(owner.atom)] = true;
}

/// True for "pro-Russian", "Anti-American", "non-Serb", in one token or three: the nation is not theirs.
bool Owners::is_negated_by_prefix(const Atom& nation) const {
  static constexpr auto prefixes = word_list({"pro", "anti", "non", "cross", "inter"});
  const std::string_view own = tree_.token(static_cast<Tree::Index>(nation.first)).text;
  if (const auto hyphen = own.find('-'); hyphen != std::string_view::npos && prefixes.contains(to_lower(own.substr(0, hyphen)))) return true;
  if (nation.first == 0) return false;
  auto before = static_cast<Tree::Index>(nation.first - 1);
  if (tree_.token(before).text == "-" && before > 0) --before;
  const std::string_view prefix = tree_.token(before).text;
  return prefixes.contains(to_lower(prefix)) || prefix.ends_with('-');
}

bool Owners::is_joined_to_another(Tree::Index nation) const {
  const auto& children = tree_.children(nation);
  return std::any_of(children.begin(), children.end(), [&](Tree::Index child) { return tree_.token(child).relation == Relation::conj && units_.nation_at(child); });
}

/// "Ethiopian, Mozambican and South African troops": nationalities with nothing but a comma or an "and" between, whatever the tree made of the row.
bool Owners::stands_in_a_row(int a) const {
  const auto joins = [&](int one, int other) {
    if (one < 0 || other >= static_cast<int>(units_.atoms().size())) return false;
    if (units_.atom(one).kind != AtomKind::demonym || units_.atom(other).kind != AtomKind::demonym) return false;
    const auto between = static_cast<Tree::Index>(units_.atom(one).last);
    const auto next = static_cast<Tree::Index>(units_.atom(other).first);
    const auto is_joint = [&](Tree::Index token) { return tree_.token(token).text == "," || tree_.token(token).upos == Upos::cconj; };
    return (next == between + 1 && is_joint(between)) || (next == between + 2 && is_joint(between) && is_joint(between + 1));
  };
  return joins(a - 1, a) || joins(a, a + 1);
}

void Owners::place_nation(int a) {
  const Atom& nation = units_.atom(a);
  if (is_negated_by_prefix(nation)) return;
  const Tree::Index head = head_of(nation);
  const Tree::Index first = first_modifier(tree_, units_, head);
  const bool coordinated = first != head || is_joined_to_another(head) || stands_in_a_row(a);
  Link link = link_of(tree_, first);
  Tree::Index above = tree_.governor(first);
  const auto behind = static_cast<Tree::Index>(nation.last);
  if (behind + 1 < tree_.size() && tree_.token(behind).text == "-") {
    const Tree::Index participle = behind + 1;
    if (is_of_foreign_participle(tree_, nation.last)) return;
    if (own_participles.contains(tree_.token(participle).text)) {
      // "A Russian-flagged ship": the nation hangs below the participle, the participle below the noun.
      if (above == participle || tree_.governor(participle) == Tree::none || (above != Tree::none && units_.unit_at(above) < 0)) above = tree_.governor(participle);
      link = Link::before;
    }
  }
  if (link == Link::none || above == Tree::none) return place_before(a, coordinated);
  const int host = units_.unit_at(climb(above, link));
  if (host < 0 || (nation.first >= units_.unit(host).first && nation.last <= units_.unit(host).last)) return place_before(a, coordinated);
  if (link == Link::in && !may_lie_in(host)) return;
  add(host, {a, -1, link, head, coordinated});
}

/// From the noun that an owner hangs below up to the actor: through nouns that themselves stand before the actor ("Chinese state media
/// workers"), and through parts of the owner behind it ("the head of the U.S. mission"). `link` becomes that of the last step.
Tree::Index Owners::climb(Tree::Index above, Link& link) const {
  for (int steps = 0; steps < 4 && above != Tree::none && units_.unit_at(above) < 0; ++steps) {
    const Token& word = tree_.token(above);
    const bool noun = word.upos == Upos::noun || word.upos == Upos::propn || own_participles.contains(word.text);
    const Link higher = link_of(tree_, above);
    if (!noun || (link != Link::before && link != Link::possessive && link != Link::of)) break;
    const bool part = word.upos == Upos::propn || parts_of_owners.contains(lemma_of(word));
    const bool behind = part && (higher == Link::of || higher == Link::from || higher == Link::in);
    if (behind) link = higher;
    else if (higher != Link::before || link == Link::of) break;
    above = tree_.governor(above);
  }
  return above;
}

/// True when the tree hangs the actor's words below the nation before them as if they were beside the point: "Rakhine Buddhists".
bool Owners::is_loosely_below(Tree::Index behind, Tree::Index nation) const {
  const Tree::Index head = units_.unit(units_.unit_at(behind)).head;
  if (tree_.governor(head) != nation) return false;
  switch (tree_.token(head).relation) {
    case Relation::vocative: case Relation::dep: case Relation::flat: case Relation::list: case Relation::nmod_unmarked: case Relation::obl_unmarked: case Relation::parataxis: return true;
    default: return false;
  }
}

/// A nationality right before an actor's words is theirs, and so is whoever stands there with a clitic, whatever the tree says.
void Owners::place_before(int a, bool coordinated) {
  const Atom& nation = units_.atom(a);
  auto behind = static_cast<Tree::Index>(nation.last);
  if (behind >= tree_.size()) return;
  const bool governs = units_.unit_at(behind) >= 0 && is_loosely_below(behind, head_of(nation));
  const bool clitic = is_clitic(tree_.token(behind).text);
  if (nation.kind != AtomKind::demonym && !clitic && !governs) return;
  if (clitic) {
    ++behind;
    while (behind + 1 < tree_.size() && tree_.token(behind).upos == Upos::adj && units_.unit_at(behind) < 0) ++behind;
  }
  const int host = behind < tree_.size() ? units_.unit_at(behind) : -1;
  if (host < 0 || units_.unit(host).first != static_cast<std::uint32_t>(behind)) return;
  add(host, {a, -1, clitic ? Link::possessive : Link::before, static_cast<Tree::Index>(nation.first), coordinated});
}

void Owners::place_unit(int u) {
  const Unit& owned = units_.unit(u);
  if (stands_behind_its_article(u) || stands_beside_its_own(u)) return;
  Link link = link_of(tree_, owned.head);
  if (link == Link::none) return place_behind(u);
  if (is_of_foreign_participle(tree_, owned.last)) return;
  const int host = units_.unit_at(climb(tree_.governor(owned.head), link));
  if (host < 0 || host == u || (link == Link::in && !may_lie_in(host))) return;
  add(host, {-1, u, link, owned.head, false});
}

/// "The IMF managing director": who stands between an actor's words and the article that is theirs belongs to them, though parsers may see a verb in "managing".
bool Owners::stands_behind_its_article(int u) {
  const Unit& owned = units_.unit(u);
  const auto behind = static_cast<Tree::Index>(owned.last);
  if (owned.name < 0 || behind >= tree_.size() || units_.unit_at(behind) < 0) return false;
  const Unit& host = units_.unit(units_.unit_at(behind));
  if (host.agent < 0 || host.first != owned.last) return false;
  const auto article = static_cast<Tree::Index>(owned.first) - 1;
  if (article < 0 || tree_.token(article).upos != Upos::det || tree_.governor(article) < static_cast<Tree::Index>(host.first)) return false;
  if (tree_.governor(article) >= static_cast<Tree::Index>(host.last)) return false;
  add(units_.unit_at(behind), {-1, u, Link::before, owned.head, false});
  return true;
}

/// "Met Trump aides": a person's name right before the word for several people is whose they are, where parsers see two objects.
bool Owners::stands_beside_its_own(int u) {
  const Unit& owned = units_.unit(u);
  const auto behind = static_cast<Tree::Index>(owned.last);
  if (owned.name < 0 || owned.agent >= 0 || behind >= tree_.size() || units_.unit_at(behind) < 0) return false;
  const AtomKind kind = units_.atom(owned.name).kind;
  const Unit& host = units_.unit(units_.unit_at(behind));
  const bool several = host.agent >= 0 && host.name < 0 && host.first == owned.last && units_.atom(host.agent).plural;
  if (!several || (kind != AtomKind::person && kind != AtomKind::surname) || tree_.governor(owned.head) != tree_.governor(host.head)) return false;
  if (tree_.relation(owned.head) != Relation::obj && tree_.relation(owned.head) != Relation::iobj) return false;
  add(units_.unit_at(behind), {-1, u, Link::before, owned.head, false});
  return true;
}

/// "He was received by [officials] from [the party]": those whose words stand right before "from" come from there, though parsers hang it on the verb.
void Owners::place_behind(int u) {
  const Tree::Index head = units_.unit(u).head;
  const Tree::Index from = tree_.child(head, {Relation::case_});
  if (tree_.token(head).relation != Relation::obl || from <= 0 || tree_.token(from).text != "from") return;
  const int host = units_.unit_at(from - 1);
  if (host >= 0 && host != u && units_.unit(host).agent >= 0 && units_.unit(host).last == static_cast<std::uint32_t>(from)) add(host, {-1, u, Link::from, head, false});
}

}  // namespace attache::knowledge
