#include "language/gerund_repair.h"

#include <gtest/gtest.h>

namespace attache::language {
namespace {

/// "China [verb] hacking stations", the gerund taken for an adjective of the stations.
Sentence about_hacking(std::string_view verb) {
  Sentence sentence;
  const auto add = [&](std::string_view lemma, Upos upos, std::string_view xpos, std::int32_t head, Relation relation) {
    Token token;
    token.text = token.lemma = lemma;
    token.upos = upos;
    token.xpos = xpos;
    token.head = head;
    token.relation = relation;
    sentence.tokens.push_back(token);
  };
  add("China", Upos::propn, "NNP", 1, Relation::nsubj);
  add(verb, Upos::verb, "VBD", -1, Relation::root);
  add("hacking", Upos::verb, "VBG", 3, Relation::amod);
  add("stations", Upos::noun, "NNS", 1, Relation::obj);
  return sentence;
}

TEST(GerundRepair, WhatIsDeniedIsADeed) {
  Sentence sentence = about_hacking("deny");
  repair_gerunds(sentence);
  EXPECT_EQ(sentence.tokens[2].head, 1);
  EXPECT_EQ(sentence.tokens[2].relation, Relation::xcomp);
  EXPECT_EQ(sentence.tokens[3].head, 2);
  EXPECT_EQ(sentence.tokens[3].relation, Relation::obj);
}

TEST(GerundRepair, WhomSomebodyStopsMayBeDoingSomething) {
  Sentence sentence = about_hacking("stop");
  repair_gerunds(sentence);
  EXPECT_EQ(sentence.tokens[2].head, 3);
  EXPECT_EQ(sentence.tokens[3].head, 1);
}

TEST(GerundRepair, AWordBetweenKeepsTheAdjective) {
  Sentence sentence = about_hacking("deny");
  sentence.tokens[2].head = 3;
  sentence.tokens.insert(sentence.tokens.begin() + 2, Token{});
  sentence.tokens[2].text = sentence.tokens[2].lemma = "the";
  sentence.tokens[2].head = 4;
  sentence.tokens[3].head = 4;
  sentence.tokens[4].head = 1;
  repair_gerunds(sentence);
  EXPECT_EQ(sentence.tokens[3].relation, Relation::amod);
  EXPECT_EQ(sentence.tokens[4].head, 1);
}

TEST(GerundRepair, ThoseWhoProtestInterruptBySo) {
  Sentence sentence = about_hacking("interrupt");
  sentence.tokens[0].text = "by";
  std::swap(sentence.tokens[0], sentence.tokens[1]);
  sentence.tokens[0].head = -1;
  sentence.tokens[1] = {};
  sentence.tokens[1].text = "by";
  sentence.tokens[1].head = 2;
  sentence.tokens[1].relation = Relation::mark;
  sentence.tokens[2].lemma = "protest";
  sentence.tokens[2].head = 0;
  sentence.tokens[2].relation = Relation::advcl;
  sentence.tokens[3].head = 2;
  repair_gerunds(sentence);
  EXPECT_EQ(sentence.tokens[3].head, 0);
  EXPECT_EQ(sentence.tokens[3].relation, Relation::obl_agent);
  EXPECT_EQ(sentence.tokens[2].head, 3);
  EXPECT_EQ(sentence.tokens[2].relation, Relation::amod);
  EXPECT_EQ(sentence.tokens[1].head, 3);
}

}  // namespace
}  // namespace attache::language
