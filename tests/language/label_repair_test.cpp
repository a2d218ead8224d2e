#include "language/label_repair.h"

#include <gtest/gtest.h>

namespace attache::language {
namespace {

/// "Ruritania took in refugees", with the last word's relation and what hangs from it as given.
Sentence took_in(Relation of_in, std::int32_t head_of_in) {
  Sentence sentence;
  const auto add = [&](std::string_view text, std::int32_t head, Relation relation) {
    Token token;
    token.text = text;
    token.head = head;
    token.relation = relation;
    sentence.tokens.push_back(token);
  };
  add("Ruritania", 1, Relation::nsubj);
  add("took", -1, Relation::root);
  add("in", head_of_in, of_in);
  add("refugees", 1, Relation::obl);
  return sentence;
}

TEST(LabelRepair, ObliqueWithoutPrepositionBehindAParticleIsTheObject) {
  auto sentence = took_in(Relation::compound_prt, 1);
  repair_labels(sentence);
  EXPECT_EQ(sentence.tokens[3].relation, Relation::obj);
}

TEST(LabelRepair, ObliqueWithItsPrepositionStays) {
  auto sentence = took_in(Relation::case_, 3);
  repair_labels(sentence);
  EXPECT_EQ(sentence.tokens[3].relation, Relation::obl);
}

TEST(LabelRepair, AVerbGetsNoSecondObject) {
  auto sentence = took_in(Relation::compound_prt, 1);
  sentence.tokens[0].relation = Relation::obj;
  repair_labels(sentence);
  EXPECT_EQ(sentence.tokens[3].relation, Relation::obl);
}

TEST(LabelRepair, AnActiveVerbHasNoPassiveSubject) {
  auto sentence = took_in(Relation::case_, 3);
  auto& subject = sentence.tokens[0].relation;
  subject = Relation::nsubj_pass;
  sentence.tokens[1].xpos = "VBN";
  repair_labels(sentence);
  EXPECT_EQ(subject, Relation::nsubj_pass) << "a headline's passive";
  sentence.tokens[1].xpos = "VBD";
  repair_labels(sentence);
  EXPECT_EQ(subject, Relation::nsubj);
  subject = Relation::nsubj_pass;
  sentence.tokens[1].xpos = "VBN";
  sentence.tokens[3].relation = Relation::obj;
  repair_labels(sentence);
  EXPECT_EQ(subject, Relation::nsubj) << "it has an object";
  subject = Relation::nsubj_pass;
  sentence.tokens[2].head = 1;
  sentence.tokens[2].relation = Relation::aux_pass;
  repair_labels(sentence);
  EXPECT_EQ(subject, Relation::nsubj_pass) << "was given a prize";
}

}  // namespace
}  // namespace attache::language
