#include "language/conllu.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace attache {
namespace {

constexpr const char* kFreed = R"(# newdoc id = gazette
# sent_id = gazette-1
# text = They didn't free “them”.
1	They	they	PRON	PRP	_	4	nsubj	_	_
2-3	didn't	_	_	_	_	_	_	_	_
2	did	do	AUX	VBD	_	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	free	free	VERB	VB	_	0	root	_	_
5	“	“	PUNCT	``	_	6	punct	_	SpaceAfter=No
6	them	they	PRON	PRP	_	4	obj	_	SpaceAfter=No|Entity=B-PER
7	”	”	PUNCT	''	_	6	punct	_	SpaceAfter=No
8	.	.	PUNCT	.	_	4	punct	_	_

)";

std::vector<OwnedSentence> read(std::string_view text, std::vector<Error>* errors = nullptr) {
  return read_conllu(text, "gold.conllu", [&](const Error& error) {
    if (errors != nullptr) errors->push_back(error);
  });
}

TEST(Conllu, ReadsWordsPlacesAndTree) {
  const auto sentences = read(kFreed);
  ASSERT_EQ(sentences.size(), 1u);
  const Sentence& sentence = sentences[0].sentence;
  EXPECT_EQ(sentences[0].id, "gazette-1");
  EXPECT_TRUE(sentences[0].begins_document);
  EXPECT_TRUE(sentence.parsed);
  ASSERT_EQ(sentence.tokens.size(), 8u);
  EXPECT_EQ(sentence.tokens[1].text, "did");
  EXPECT_FALSE(sentence.tokens[1].space_after);
  EXPECT_EQ(sentence.tokens[2].text, "n't");
  EXPECT_TRUE(sentence.tokens[2].joined);
  EXPECT_EQ(sentence.tokens[2].start, 8u);
  EXPECT_EQ(sentence.tokens[5].start, 18u);
  EXPECT_EQ(sentence.tokens[5].end, 22u);
  EXPECT_EQ(sentence.tokens[5].name, NameTag::begin_person);
  EXPECT_EQ(sentence.tokens[3].head, -1);
  EXPECT_EQ(sentence.tokens[5].relation, Relation::obj);
}

TEST(Conllu, WrittenSentencesReadBackAsThemselves) {
  const auto once = read(kFreed);
  const std::string written = to_conllu(once[0].sentence, once[0].id);
  const auto twice = read(written);
  ASSERT_EQ(twice.size(), 1u);
  EXPECT_EQ(to_conllu(twice[0].sentence, twice[0].id), written);
  EXPECT_EQ(twice[0].sentence.text, once[0].sentence.text);
  EXPECT_NE(written.find("2-3\tdidn't\t"), std::string::npos);
  EXPECT_NE(written.find("TokenRange=18:22|Entity=B-PER"), std::string::npos);
}

TEST(Conllu, WithoutTextTheFormsAreJoined) {
  const auto sentences = read("1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No\n2\t!\t!\tPUNCT\t.\t_\t1\tpunct\t_\t_\n");
  ASSERT_EQ(sentences.size(), 1u);
  EXPECT_EQ(sentences[0].sentence.text, "Go!");
}

struct Broken {
  const char* text;
  std::uint64_t line;
  const char* message;
};

class BrokenConllu : public testing::TestWithParam<Broken> {};

TEST_P(BrokenConllu, IsReportedByLineAndTheNextSentenceIsRead) {
  std::vector<Error> errors;
  const auto sentences = read(std::string(GetParam().text) + "\n\n" + kFreed, &errors);
  EXPECT_EQ(sentences.size(), 1u);
  ASSERT_EQ(errors.size(), 1u);
  EXPECT_EQ(errors[0].place.line, GetParam().line);
  EXPECT_EQ(errors[0].place.file, "gold.conllu");
  EXPECT_EQ(errors[0].message, GetParam().message);
}

INSTANTIATE_TEST_SUITE_P(Lines, BrokenConllu, testing::Values(
    Broken{"1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_", 1, "a line of CoNLL-U has ten columns separated by tabs"},
    Broken{"# c\n2\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\t_", 2, "word ids do not count up from 1"},
    Broken{"1\tGo\tgo\tVERBAL\tVB\t_\t0\troot\t_\t_", 1, "there is no part of speech VERBAL"},
    Broken{"1\tGo\tgo\tVERB\tVB\t_\t7\troot\t_\t_", 1, "the head is no token of the sentence"},
    Broken{"1\tGo\tgo\tVERB\tVB\t_\tx\troot\t_\t_", 1, "the head is no number"},
    Broken{"1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\t_\n2\ton\ton\tADV\tRB\t_\t3\tadvmod\t_\t_\n3\tnow\tnow\tADV\tRB\t_\t2\tadvmod\t_\t_", 2, "the heads run in a circle"},
    Broken{"1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\t_\n2\ton\ton\tADV\tRB\t_\t0\troot\t_\t_", 1, "the sentence has 2 roots"},
    Broken{"1-3\tgonna\t_\t_\t_\t_\t_\t_\t_\t_\n1\tgon\tgo\tVERB\tVB\t_\t0\troot\t_\t_", 2, "a multi-word token has fewer words than its range"}));

TEST(TreeText, DrawsBranches) {
  const auto sentences = read(kFreed);
  EXPECT_EQ(to_tree_text(sentences[0].sentence),
            "free  root  VERB free\n"
            "├─ They  nsubj  PRON they\n"
            "├─ did  aux  AUX do\n"
            "├─ n't  advmod  PART not\n"
            "├─ them  obj  PRON they\n"
            "│  ├─ “  punct  PUNCT “\n"
            "│  └─ ”  punct  PUNCT ”\n"
            "└─ .  punct  PUNCT .\n");
}

TEST(TreeText, GivesTheWordsOfASentenceThatIsNotParsed) {
  Sentence sentence;
  sentence.tokens.resize(2);
  sentence.tokens[0].text = "Talks";
  sentence.tokens[1].text = "resume";
  EXPECT_EQ(to_tree_text(sentence), "Talks resume\n");
  EXPECT_EQ(to_tree_text(Sentence{}), "");
}

/// A chain as deep as the longest sentence allows: the drawing stays in proportion to it.
TEST(TreeText, StopsIndentingWhereNobodyCouldRead) {
  Sentence sentence;
  sentence.parsed = true;
  sentence.tokens.resize(400);
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    sentence.tokens[i].text = "w";
    sentence.tokens[i].head = static_cast<std::int32_t>(i) - 1;
  }
  const std::string drawn = to_tree_text(sentence);
  EXPECT_EQ(std::count(drawn.begin(), drawn.end(), '\n'), 400);
  EXPECT_LT(drawn.size(), 400u * 160u);
}

}  // namespace
}  // namespace attache
