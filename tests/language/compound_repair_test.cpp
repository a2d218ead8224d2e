#include "language/compound_repair.h"

#include <gtest/gtest.h>

#include <string>

namespace attache::language {
namespace {

Token token_of(std::string_view text, Upos upos, std::int32_t head, Relation relation) {
  Token token;
  token.text = text;
  token.upos = upos;
  token.head = head;
  token.relation = relation;
  return token;
}

/// Governor and relation of each word: "1 nsubj".
std::string links(const Sentence& sentence) {
  std::string text;
  for (const Token& token : sentence.tokens) text += (text.empty() ? "" : ", ") + std::to_string(token.head) + " " + std::string(name_of(token.relation));
  return text;
}

TEST(CompoundRepair, ANounBehindAPrepositionHasNoObject) {
  Sentence sentence;
  sentence.tokens = {token_of("Fear", Upos::noun, -1, Relation::root), token_of("of", Upos::adp, 3, Relation::case_), token_of("UN", Upos::propn, 3, Relation::compound),
                     token_of("sanctions", Upos::noun, 0, Relation::nmod), token_of("threats", Upos::noun, 3, Relation::obj)};
  repair_compounds(sentence);
  EXPECT_EQ(links(sentence), "-1 root, 4 case, 4 compound, 4 compound, 0 nmod");
  repair_compounds(sentence);
  EXPECT_EQ(links(sentence), "-1 root, 4 case, 4 compound, 4 compound, 0 nmod");
}

/// "Acted in defiance of UN sanctions threats over what …", the last noun taken for a verb, with the given word in front of it.
Sentence threats_as_a_verb(Relation between) {
  Sentence sentence;
  sentence.tokens = {token_of("Acted", Upos::verb, -1, Relation::root), token_of("despite", Upos::adp, 3, Relation::case_), token_of("UN", Upos::propn, 3, Relation::compound),
                     token_of("sanctions", Upos::noun, 0, Relation::obl), token_of("threats", Upos::verb, 0, Relation::advcl), token_of("test", Upos::verb, 4, between)};
  sentence.tokens[4].xpos = "VBZ";
  return sentence;
}

TEST(CompoundRepair, AVerbThatNothingOpensIsTheSecondNoun) {
  Sentence sentence = threats_as_a_verb(Relation::advcl);
  repair_compounds(sentence);
  EXPECT_EQ(links(sentence), "-1 root, 4 case, 4 compound, 4 compound, 0 obl, 4 advcl");
  EXPECT_EQ(sentence.tokens[4].upos, Upos::noun);
  EXPECT_EQ(sentence.tokens[4].xpos, "NNS");
}

TEST(CompoundRepair, AVerbWithAnObjectStaysAVerb) {
  Sentence sentence = threats_as_a_verb(Relation::obj);
  repair_compounds(sentence);
  EXPECT_EQ(links(sentence), "-1 root, 3 case, 3 compound, 0 obl, 0 advcl, 4 obj");
}

TEST(CompoundRepair, ANameAndAnAdjectiveWithItsNounAreTwo) {
  Sentence sentence;
  sentence.tokens = {token_of("talks", Upos::noun, -1, Relation::root), token_of("between", Upos::adp, 5, Relation::case_), token_of("Strelsau", Upos::propn, 5, Relation::compound),
                     token_of("and", Upos::cconj, 4, Relation::cc), token_of("royalist", Upos::adj, 2, Relation::conj), token_of("rebels", Upos::noun, 0, Relation::nmod)};
  repair_compounds(sentence);
  EXPECT_EQ(links(sentence), "-1 root, 2 case, 0 nmod, 5 cc, 5 amod, 2 conj");
}

TEST(CompoundRepair, AnAdjectivesAndJoinsItsNounToTheOneBefore) {
  Sentence sentence;
  sentence.tokens = {token_of("talks", Upos::noun, -1, Relation::root), token_of("between", Upos::adp, 2, Relation::case_), token_of("Strelsau", Upos::propn, 0, Relation::nmod),
                     token_of("and", Upos::cconj, 4, Relation::cc), token_of("royalist", Upos::adj, 5, Relation::amod), token_of("rebels", Upos::noun, 0, Relation::nmod)};
  repair_compounds(sentence);
  EXPECT_EQ(links(sentence), "-1 root, 2 case, 0 nmod, 5 cc, 5 amod, 2 conj");
}

TEST(CompoundRepair, ATitleBeforeAnOwnerGoesWithHim) {
  Sentence sentence;
  sentence.tokens = {token_of("asked", Upos::verb, -1, Relation::root), token_of("for", Upos::adp, 2, Relation::case_), token_of("adviser", Upos::noun, 0, Relation::obl),
                     token_of("Rassendyll", Upos::propn, 5, Relation::nmod_poss), token_of("'s", Upos::part, 3, Relation::case_), token_of("resignation", Upos::noun, 0, Relation::obl)};
  repair_compounds(sentence);
  EXPECT_EQ(links(sentence), "-1 root, 5 case, 3 nmod:desc, 5 nmod:poss, 3 case, 0 obl");
}

TEST(CompoundRepair, AHeadlinesVerbKeepsItsObject) {
  Sentence sentence;
  sentence.tokens = {token_of("Rebels", Upos::noun, 1, Relation::nsubj), token_of("kidnap", Upos::noun, -1, Relation::root), token_of("engineers", Upos::noun, 1, Relation::obj)};
  repair_compounds(sentence);
  EXPECT_EQ(links(sentence), "1 nsubj, -1 root, 1 obj");
}

}  // namespace
}  // namespace attache::language
