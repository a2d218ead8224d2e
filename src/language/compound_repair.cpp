#include "language/compound_repair.h"

#include <algorithm>

namespace attache::language {
namespace {

using Index = std::int32_t;

/// True for a noun that has a preposition.
bool follows_preposition(const Sentence& sentence, Index noun) {
  return std::any_of(sentence.tokens.begin(), sentence.tokens.end(), [&](const Token& token) { return token.head == noun && token.relation == Relation::case_; });
}

}  // namespace

void repair_compounds(Sentence& sentence) {
  auto& tokens = sentence.tokens;
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
