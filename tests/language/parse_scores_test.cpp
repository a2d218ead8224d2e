#include "language/parse_scores.h"

#include <gtest/gtest.h>

namespace attache {
namespace {

constexpr const char* kGold = R"(# newdoc
# text = He can't go.
1	He	he	PRON	PRP	_	4	nsubj	_	_
2-3	can't	_	_	_	_	_	_	_	_
2	ca	can	AUX	MD	_	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	go	go	VERB	VB	_	0	root	_	SpaceAfter=No
5	.	.	PUNCT	.	_	4	punct	_	_

# text = He was hurt
1	He	he	PRON	PRP	_	3	nsubj:pass	_	_
2	was	be	AUX	VBD	_	3	aux:pass	_	_
3	hurt	hurt	VERB	VBN	_	0	root	_	_

)";

std::vector<OwnedSentence> gold() {
  return read_conllu(kGold, "gold", [](const Error& error) { ADD_FAILURE() << to_string(error); });
}

std::vector<const Sentence*> pointers(const std::vector<OwnedSentence>& sentences) {
  std::vector<const Sentence*> out;
  for (const OwnedSentence& owned : sentences) out.push_back(&owned.sentence);
  return out;
}

TEST(ParseScores, GoldAgainstItselfIsPerfect) {
  const auto sentences = gold();
  const auto scores = score_parse(pointers(sentences), pointers(sentences));
  ASSERT_TRUE(scores);
  EXPECT_EQ(scores->sentences.size(), 2u);
  for (const Agreement* measure : {&scores->total.tokens, &scores->total.sentences, &scores->total.words, &scores->total.upos, &scores->total.lemmas, &scores->total.las, &scores->total.clas}) {
    EXPECT_EQ(measure->f1(), 1.0);
  }
  EXPECT_EQ(scores->total.words.gold, 8u);
  EXPECT_EQ(scores->total.tokens.gold, 7u);
  EXPECT_EQ(scores->total.clas.gold, 5u);
}

TEST(ParseScores, CountsWrongHeadsRelationsAndSubtypes) {
  const auto right = gold();
  auto system = gold();
  system[0].sentence.tokens[0].head = 1;                          // wrong head
  system[0].sentence.tokens[2].relation = Relation::discourse;    // right head, wrong relation
  system[1].sentence.tokens[0].relation = Relation::nsubj;        // wrong subtype only
  const auto scores = score_parse(pointers(right), pointers(system));
  ASSERT_TRUE(scores);
  EXPECT_EQ(scores->total.uas.correct, 7u);
  EXPECT_EQ(scores->total.las.correct, 6u);
  EXPECT_EQ(scores->total.las_subtypes.correct, 5u);
  const Agreement& subjects = scores->total.relations[static_cast<std::size_t>(Relation::nsubj)];
  EXPECT_EQ(subjects.gold, 1u);
  EXPECT_EQ(subjects.system, 2u);
  EXPECT_EQ(subjects.correct, 0u);
}

TEST(ParseScores, WordsThatAreCutDifferentlyAreAlignedByCharacters) {
  const auto right = gold();
  auto system = gold();
  // The system has joined the two sentences and left "can't" whole.
  Sentence merged = system[0].sentence;
  merged.tokens.erase(merged.tokens.begin() + 2);
  merged.tokens[1].text = {merged.tokens[1].text.data(), 5};
  for (Token& token : merged.tokens) {
    if (token.head > 2) token.head -= 1;
  }
  for (Token token : system[1].sentence.tokens) {
    token.head = token.head < 0 ? 2 : token.head + 4;
    merged.tokens.push_back(token);
  }
  const Sentence* all[] = {&merged};
  const auto scores = score_parse(pointers(right), all);
  ASSERT_TRUE(scores);
  EXPECT_EQ(scores->total.sentences.correct, 0u);
  EXPECT_EQ(scores->total.tokens.correct, 7u);
  EXPECT_EQ(scores->total.words.correct, 6u);
  EXPECT_EQ(scores->total.words.system, 7u);
  EXPECT_EQ(scores->total.uas.correct, 5u);  // "hurt" is no root any more
}

TEST(ParseScores, OtherTextIsAnError) {
  const auto sentences = gold();
  const Sentence* first[] = {&sentences[0].sentence};
  EXPECT_FALSE(score_parse(pointers(sentences), first));
}

TEST(ParseScores, RawTextIsSegmentedBeforeItIsScored) {
  const auto sentences = gold();
  const auto documents = documents_of(sentences);
  ASSERT_EQ(documents.size(), 1u);
  ASSERT_EQ(documents[0].blocks.size(), 1u);
  EXPECT_EQ(documents[0].blocks[0].text, "He can't go. He was hurt");
  const auto scores = evaluate_parse(sentences, ParseInput::raw_text, nullptr);
  ASSERT_TRUE(scores);
  EXPECT_EQ(scores->total.words.f1(), 1.0);
  EXPECT_EQ(scores->total.sentences.f1(), 1.0);
}

TEST(ParseScores, TablesGiveIntervalsAndTheWorstSentences) {
  const auto right = gold();
  auto system = gold();
  system[1].sentence.tokens[0].head = 1;
  const auto scores = score_parse(pointers(right), pointers(system));
  ASSERT_TRUE(scores);
  EXPECT_EQ(scores->sentences[0].las.correct, 5u);
  EXPECT_EQ(scores->sentences[1].las.correct, 2u);
  const std::string table = to_table(*scores);
  EXPECT_NE(table.find("UAS                  87.50     87.50     87.50      66.67–100.00         8\n"), std::string::npos) << table;
  EXPECT_NE(table.find("\n\nroot "), std::string::npos) << table;
  EXPECT_EQ(to_worst_list(*scores, right, 5), "1 of 3 wrong:  He was hurt\n");
}

TEST(ParseScores, GoldTreesAreHiddenFromTheParser) {
  const auto sentences = gold();
  const auto scores = evaluate_parse(sentences, ParseInput::gold_tokens, nullptr);
  ASSERT_TRUE(scores);
  EXPECT_EQ(scores->total.words.f1(), 1.0);
  EXPECT_EQ(scores->total.las.correct, 0u);
}

}  // namespace
}  // namespace attache
