// How far a noun's phrase reaches, and by which prepositions and conjunctions phrases and clauses are introduced.
#include "language/characters.h"
#include "language/tree.h"

#include <algorithm>

namespace attache {
namespace {

void append_word(std::string& words, std::string_view word) {
  if (!words.empty()) words += ' ';
  for (const char c : word) words += language::lower_ascii(c);
}

}  // namespace

Tree::Span Tree::phrase(Index i) const {
  const auto leaves_phrase = [](Relation relation) {
    switch (relation) {
      case Relation::acl: case Relation::acl_relcl: case Relation::advcl: case Relation::advcl_relcl: case Relation::parataxis: case Relation::appos:
      case Relation::conj: case Relation::cc: case Relation::cc_preconj: case Relation::punct: case Relation::case_: case Relation::mark: case Relation::cop:
      case Relation::aux: case Relation::aux_pass: case Relation::discourse: case Relation::dep: case Relation::list: case Relation::orphan:
        return true;
      default: return is_subject(relation);
    }
  };
  const auto below = children(i);
  Span phrase{i, i + 1};
  // Outwards from the head on either side, up to the first dependent that is merely attached; marks inside ("Jean-Paul") do not stop it.
  const auto behind_head = std::upper_bound(below.begin(), below.end(), i);
  for (auto child = behind_head; child != below.end(); ++child) {
    if (token(*child).relation == Relation::punct) continue;
    if (leaves_phrase(token(*child).relation)) {
      if (token(*child).relation == Relation::case_ && token(*child).joined) continue;  // "Ruritania's" ends before its clitic
      break;
    }
    phrase.first = std::min(phrase.first, span(*child).first);  // a title may hang from a later part of the name
    phrase.last = span(*child).last;
  }
  for (auto child = behind_head; child != below.begin();) {
    --child;
    if (token(*child).relation == Relation::punct) continue;
    if (leaves_phrase(token(*child).relation)) break;
    phrase.first = span(*child).first;
  }
  return phrase;
}

std::string Tree::introduced_by(Index i, Relation relation) const {
  std::string words;
  for (const Index child : children(i)) {
    if (token(child).relation != relation || token(child).joined) continue;  // the clitic of a possessive is no preposition
    append_word(words, lemma_of(token(child)));
    for (const Index part : children(child)) {
      if (token(part).relation == Relation::fixed) append_word(words, lemma_of(token(part)));
    }
  }
  return words;
}

std::string Tree::preposition(Index nominal) const { return introduced_by(nominal, Relation::case_); }

std::string Tree::marker(Index clause) const { return introduced_by(clause, Relation::mark); }

std::vector<Tree::Oblique> Tree::obliques(Index i) const {
  std::vector<Oblique> found;
  for (const Index child : children(i)) {
    switch (token(child).relation) {
      case Relation::obl: case Relation::obl_agent: case Relation::nmod: case Relation::nmod_desc: found.push_back({child, preposition(child)}); break;
      default: break;
    }
  }
  return found;
}

Tree::Index Tree::oblique(Index i, std::string_view wanted) const {
  for (const Index child : children(i)) {
    switch (token(child).relation) {
      case Relation::obl: case Relation::obl_agent: case Relation::nmod: case Relation::nmod_desc:
        if (preposition(child) == wanted) return child;
        break;
      default: break;
    }
  }
  return none;
}

}  // namespace attache
