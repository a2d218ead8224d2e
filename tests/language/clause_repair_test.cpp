#include "language/clause_repair.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>

namespace attache::language {
namespace {

struct Word {
  std::string_view text, lemma, xpos;
  Upos upos;
  std::int32_t head;
  Relation relation;
};

Sentence sentence_of(std::initializer_list<Word> words) {
  Sentence sentence;
  for (const Word& word : words) {
    Token token;
    token.text = word.text;
    token.lemma = word.lemma;
    token.xpos = word.xpos;
    token.upos = word.upos;
    token.head = word.head;
    token.relation = word.relation;
    sentence.tokens.push_back(token);
  }
  return sentence;
}

/// Governor and relation of each word: "1 nsubj".
std::string links(const Sentence& sentence) {
  std::string text;
  for (const Token& token : sentence.tokens)
    text += (text.empty() ? "" : ", ") + std::to_string(token.head) + " " + std::string(name_of(token.relation));
  return text;
}

Sentence repaired(Sentence sentence) {
  repair_clauses(sentence);
  return sentence;
}

TEST(ClauseRepair, AParticipleBetweenNounsIsTheVerb) {
  const auto sentence = repaired(sentence_of({{"The", "the", "DT", Upos::det, 4, Relation::det},
                                              {"Ruritanian", "ruritanian", "JJ", Upos::adj, 4, Relation::amod},
                                              {"police", "police", "NN", Upos::noun, 4, Relation::compound},
                                              {"detained", "detain", "VBN", Upos::verb, 4, Relation::amod},
                                              {"writers", "writer", "NNS", Upos::noun, -1, Relation::root},
                                              {".", ".", ".", Upos::punct, 4, Relation::punct}}));
  EXPECT_EQ(links(sentence), "2 det, 2 amod, 3 nsubj, -1 root, 3 obj, 3 punct");
  EXPECT_EQ(sentence.tokens[3].xpos, "VBD");
}

TEST(ClauseRepair, AParticipleWithoutANounBeforeItDescribes) {
  const auto before = sentence_of({{"Two", "two", "CD", Upos::num, 2, Relation::nummod},
                                   {"detained", "detain", "VBN", Upos::verb, 2, Relation::amod},
                                   {"writers", "writer", "NNS", Upos::noun, -1, Relation::root}});
  EXPECT_EQ(links(repaired(before)), links(before));
}

TEST(ClauseRepair, AHyphenJoinsTheNounToTheParticiple) {
  const auto before = sentence_of({{"Ruritania", "Ruritania", "NNP", Upos::propn, 3, Relation::compound},
                                   {"-", "-", "HYPH", Upos::punct, 0, Relation::punct},
                                   {"backed", "back", "VBN", Upos::verb, 3, Relation::amod},
                                   {"rebels", "rebel", "NNS", Upos::noun, -1, Relation::root}});
  EXPECT_EQ(links(repaired(before)), links(before));
}

TEST(ClauseRepair, AParticipleOfABareNounBehindTheHead) {
  const auto sentence = repaired(sentence_of({{"Troops", "troops", "NNS", Upos::noun, -1, Relation::root},
                                              {"of", "of", "IN", Upos::adp, 2, Relation::case_},
                                              {"Ruritania", "Ruritania", "NNP", Upos::propn, 0, Relation::nmod},
                                              {"attacked", "attack", "VBN", Upos::verb, 4, Relation::amod},
                                              {"rebels", "rebel", "NNS", Upos::noun, 0, Relation::nmod}}));
  EXPECT_EQ(links(sentence), "3 nsubj, 2 case, 0 nmod, -1 root, 3 obj");
}

TEST(ClauseRepair, AParticipleBehindItsNounWithAnObjectIsNoPassive) {
  const auto words = [](Relation last) {
    return sentence_of({{"Rebels", "rebel", "NNS", Upos::noun, -1, Relation::root},
                        {"seized", "seize", "VBN", Upos::verb, 0, Relation::acl},
                        {"bridges", "bridge", "NNS", Upos::noun, 1, last}});
  };
  EXPECT_EQ(links(repaired(words(Relation::obj))), "1 nsubj, -1 root, 1 obj");
  EXPECT_EQ(links(repaired(words(Relation::obl))), "-1 root, 0 acl, 1 obl");
}

TEST(ClauseRepair, ASubjectWithoutVerbTakesItsPhraseBack) {
  const auto sentence = repaired(sentence_of({{"Authorities", "authority", "NNS", Upos::noun, 4, Relation::nsubj},
                                              {"in", "in", "IN", Upos::adp, 4, Relation::case_},
                                              {"Ruritania", "Ruritania", "NNP", Upos::propn, 3, Relation::compound},
                                              {"blocked", "block", "VBN", Upos::verb, 4, Relation::amod},
                                              {"websites", "website", "NNS", Upos::noun, -1, Relation::root}}));
  EXPECT_EQ(links(sentence), "3 nsubj, 2 case, 0 nmod, -1 root, 3 obj");
}

TEST(ClauseRepair, NothingIsProtestedSoItIsNoPassive) {
  const auto words = [](std::string_view lemma) {
    return sentence_of(
        {{"Nurses", "nurse", "NNS", Upos::noun, -1, Relation::root}, {"protested", lemma, "VBN", Upos::verb, 0, Relation::acl}});
  };
  EXPECT_EQ(links(repaired(words("protest"))), "1 nsubj, -1 root");
  EXPECT_EQ(links(repaired(words("hire"))), "-1 root, 0 acl");
}

TEST(ClauseRepair, ANounWithCopulaOrAnObjectIsAPredicate) {
  for (const Relation relation : {Relation::cop, Relation::obj}) {
    const auto before = sentence_of({{"Ruritania", "Ruritania", "NNP", Upos::propn, 2, Relation::compound},
                                     {"trained", "train", "VBN", Upos::verb, 2, Relation::amod},
                                     {"soldiers", "soldier", "NNS", Upos::noun, -1, Relation::root},
                                     {"are", "be", "VBP", Upos::aux, 2, relation}});
    EXPECT_EQ(links(repaired(before)), links(before));
  }
}

TEST(ClauseRepair, WhatWasRepairedStays) {
  auto sentence = repaired(sentence_of({{"China", "China", "NNP", Upos::propn, 2, Relation::compound},
                                        {"jailed", "jail", "VBN", Upos::verb, 2, Relation::amod},
                                        {"writers", "writer", "NNS", Upos::noun, -1, Relation::root}}));
  const std::string once = links(sentence);
  EXPECT_EQ(once, "1 nsubj, -1 root, 1 obj");
  EXPECT_EQ(links(repaired(sentence)), once);
}

}  // namespace
}  // namespace attache::language
