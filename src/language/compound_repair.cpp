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

/// Makes the second of two neighbouring nouns the head of both: it takes the first one's place and dependents.
void join(Sentence& sentence, Index second) {
  auto& tokens = sentence.tokens;
  Token& head = tokens[static_cast<std::size_t>(second)];
  Token& modifier = tokens[static_cast<std::size_t>(second - 1)];
  for (Token& token : tokens) {
    if (token.head == second - 1) token.head = second;
  }
  head.head = modifier.head;
  head.relation = modifier.relation;
  modifier.head = second;
  modifier.relation = Relation::compound;
}

/// "In defiance of *sanctions threats*", with the second noun taken for a verb of the present tense: an adverbial clause in the present has a subject or a word that opens it.
void take_back_noun(Sentence& sentence, Index second) {
  auto& tokens = sentence.tokens;
  const Index first = second - 1;
  Token& head = tokens[static_cast<std::size_t>(second)];
  Token& modifier = tokens[static_cast<std::size_t>(first)];
  if (head.xpos != "VBZ" || head.relation != Relation::advcl || modifier.upos != Upos::noun || !follows_preposition(sentence, first)) return;
  const bool clause = std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
    return token.head == second && (&token < &head || token.relation == Relation::obj || token.relation == Relation::nsubj || token.relation == Relation::ccomp);
  });
  if (clause) return;
  join(sentence, second);
  head.upos = Upos::noun;
  head.xpos = "NNS";
}

/// "Despite *US sanctions* threats", with the noun behind the preposition taken for a verb: a verb in the present has none.
void take_back_noun_behind_preposition(Sentence& sentence, Index noun) {
  Token& word = sentence.tokens[static_cast<std::size_t>(noun)];
  if (word.xpos != "VBZ" || (word.relation != Relation::obl && word.relation != Relation::nmod) || !follows_preposition(sentence, noun)) return;
  word.upos = Upos::noun;
  word.xpos = "NNS";
  for (Token& token : sentence.tokens) {
    if (token.head == noun && token.relation == Relation::nsubj) token.relation = Relation::compound;
  }
}

/// "Tested [a missile] despite [sanctions] *threats*": a verb's second object, right behind a noun with a preposition, is that noun's head.
bool is_second_object(const Sentence& sentence, Index second) {
  const auto& tokens = sentence.tokens;
  const Token& noun = tokens[static_cast<std::size_t>(second)];
  const Token& before = tokens[static_cast<std::size_t>(second - 1)];
  if (noun.relation != Relation::obj || noun.upos != Upos::noun || before.upos != Upos::noun || !follows_preposition(sentence, second - 1)) return false;
  return std::any_of(tokens.begin(), tokens.begin() + second, [&](const Token& token) { return token.head == noun.head && token.relation == Relation::obj; });
}

/// "Asked for *security adviser Peter Marlow's* resignation", with the title taken for what was asked for: a noun with a preposition, right behind it a name that owns a noun without one.
void join_title(Sentence& sentence, Index title) {
  auto& tokens = sentence.tokens;
  const auto at = [&](Index i) -> Token& { return tokens[static_cast<std::size_t>(i)]; };
  const Index name = title + 1;
  if (at(title).upos != Upos::noun || at(title).relation != Relation::obl || at(name).upos != Upos::propn || at(name).relation != Relation::nmod_poss || !follows_preposition(sentence, title)) return;
  const Index owned = at(name).head;
  if (owned < name || at(owned).head != at(title).head || at(owned).relation != Relation::obl || follows_preposition(sentence, owned)) return;
  for (Token& token : tokens) {
    if (token.head == title && token.relation == Relation::case_) token.head = owned;
  }
  at(title).head = name;
  at(title).relation = Relation::nmod_desc;
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
    take_back_noun_behind_preposition(sentence, first);
    take_back_noun(sentence, second);
    join_title(sentence, first);
    const bool object_of_noun = tokens[i].head == first && tokens[i].relation == Relation::obj && tokens[i - 1].upos == Upos::noun && tokens[i].upos == Upos::noun && follows_preposition(sentence, first);
    if (object_of_noun || is_second_object(sentence, second)) join(sentence, second);
  }
}

}  // namespace attache::language
