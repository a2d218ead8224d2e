#include "language/compound_repair.h"

#include <algorithm>

namespace attache::language {
namespace {

using Index = std::int32_t;

/// True for a noun that has a preposition.
bool follows_preposition(const Sentence& sentence, Index noun) {
  return std::any_of(sentence.tokens.begin(), sentence.tokens.end(), [&](const Token& token) { return token.head == noun && token.relation == Relation::case_; });
}

/// The name, "and", the adjective and its noun, in this order and next to each other but for words between the name and "and".
void split_coordination(Sentence& sentence, Index adjective) {
  auto& tokens = sentence.tokens;
  const auto at = [&](Index i) -> Token& { return tokens[static_cast<std::size_t>(i)]; };
  const Index name = at(adjective).head, joint = adjective - 1, noun = adjective + 1;
  if (at(adjective).upos != Upos::adj || at(adjective).relation != Relation::conj || name < 0 || name >= joint || noun >= static_cast<Index>(tokens.size())) return;
  if (at(name).upos != Upos::propn || at(name).head != noun || at(name).relation != Relation::compound || at(joint).upos != Upos::cconj) return;
  for (Token& token : tokens) {
    // What stands before both, "between" and "the", belongs to the first.
    if (token.head == noun && &token < &at(name)) token.head = name;
  }
  at(name).head = at(noun).head;
  at(name).relation = at(noun).relation;
  at(noun).head = name;
  at(noun).relation = Relation::conj;
  at(joint).head = noun;
  at(adjective).head = noun;
  at(adjective).relation = Relation::amod;
}

/// "Talks between Manila *and communist rebels*": an adjective in front of a noun has no "and" of its own; it joins the noun to the noun before it, where both hang on one word.
void join_to_noun_before(Sentence& sentence, Index adjective) {
  auto& tokens = sentence.tokens;
  const auto at = [&](Index i) -> Token& { return tokens[static_cast<std::size_t>(i)]; };
  const Index joint = adjective - 1, before = adjective - 2, noun = at(adjective).head;
  if (at(adjective).relation != Relation::amod || noun <= adjective || at(joint).relation != Relation::cc || at(joint).head != adjective) return;
  if (at(before).upos != Upos::noun && at(before).upos != Upos::propn) return;
  if (at(before).head != at(noun).head || follows_preposition(sentence, noun)) return;
  at(noun).head = before;
  at(noun).relation = Relation::conj;
  at(joint).head = noun;
}

}  // namespace

void repair_compounds(Sentence& sentence) {
  auto& tokens = sentence.tokens;
  for (std::size_t i = 2; i + 1 < tokens.size(); ++i) {
    split_coordination(sentence, static_cast<Index>(i));
    join_to_noun_before(sentence, static_cast<Index>(i));
  }
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    const auto first = static_cast<Index>(i - 1), second = static_cast<Index>(i);
    Token& modifier = tokens[i - 1];
    Token& head = tokens[i];
    if (head.head != first || head.relation != Relation::obj || modifier.upos != Upos::noun || head.upos != Upos::noun) continue;
    if (!follows_preposition(sentence, first)) continue;
    for (Token& token : tokens) {
      if (token.head == first) token.head = second;
    }
    head.head = modifier.head;
    head.relation = modifier.relation;
    modifier.head = second;
    modifier.relation = Relation::compound;
  }
}

}  // namespace attache::language
