#include "coding/judgement/pair_data.h"

#include <gtest/gtest.h>

namespace attache::coding {
namespace {

struct Read {
  std::vector<RelatedPair> pairs;
  std::vector<std::string> trouble;
};

Read read(std::string_view text) {
  Read read;
  read.pairs = read_pairs(text, "file", [&](const Error& error) { read.trouble.push_back(to_string(error)); });
  return read;
}

TEST(PairData, CorpusFormGivesSpansOfTheTextWithoutBrackets) {
  const auto [pairs, trouble] = read(
      "# a remark\n"
      "[Kenyan police]1 arrested [Åse Lind]2 on the bridge.\n"
      "  1>2 COERCE/arrest\n"
      "\n"
      "  2>1 none\n"
      "[Chad]2 may leave [the bloc]1.\n"
      "\t2>1 SANCTION, future\n");
  EXPECT_TRUE(trouble.empty());
  ASSERT_EQ(pairs.size(), 3u);
  EXPECT_EQ(pairs[0].text, "Kenyan police arrested Åse Lind on the bridge.");
  EXPECT_EQ(pairs[0].actor.start, 0u);
  EXPECT_EQ(pairs[0].actor.end, 13u);
  EXPECT_EQ(pairs[0].recipient.start, 23u);
  EXPECT_EQ(pairs[0].recipient.end, 31u) << "code points, not bytes";
  EXPECT_EQ(pairs[0].event, "COERCE");
  EXPECT_EQ(pairs[0].mode, "arrest");
  EXPECT_EQ(pairs[0].id, "file:3");
  EXPECT_EQ(pairs[1].event, "none");
  EXPECT_EQ(pairs[2].event, "SANCTION");
  EXPECT_EQ(pairs[2].mode, "");
  EXPECT_EQ(pairs[2].modality, "future");
}

TEST(PairData, JsonLinesMayHaveTheTruthOrNot) {
  const auto [pairs, trouble] = read(
      R"({"id":"a","text":"Chad fined Mali.","actor":{"text":"Chad","start":0,"end":4},"recipient":{"start":11,"end":15},"event":"SANCTION"})"
      "\n"
      R"({"text":"Chad fined Mali.","actor":{"start":0,"end":4},"recipient":{"start":11,"end":15}})"
      "\n");
  EXPECT_TRUE(trouble.empty());
  ASSERT_EQ(pairs.size(), 2u);
  EXPECT_EQ(pairs[0].id, "a");
  EXPECT_EQ(pairs[0].event, "SANCTION");
  EXPECT_EQ(pairs[1].id, "file:2");
  EXPECT_EQ(pairs[1].event, "");
}

TEST(PairData, TypesOfOnesOwnStandBesidePloversTypes) {
  const auto [pairs, trouble] = read("[Police]1 turned out [nine families]2.\n  1>2 COERCE:EVICT, future\n");
  EXPECT_TRUE(trouble.empty());
  ASSERT_EQ(pairs.size(), 1u);
  EXPECT_EQ(pairs[0].event, "COERCE");
  EXPECT_EQ(pairs[0].own_type, "EVICT");
  EXPECT_EQ(pairs[0].mode, "");
  EXPECT_EQ(pairs[0].modality, "future");
  const auto json = read(R"({"text":"Chad helped Mali.","actor":{"start":0,"end":4},"recipient":{"start":12,"end":16},"event":"AID","own_type":"RELIEF-2"})");
  EXPECT_TRUE(json.trouble.empty());
  ASSERT_EQ(json.pairs.size(), 1u);
  EXPECT_EQ(json.pairs[0].own_type, "RELIEF-2");
}

TEST(PairData, WhoseCodeAParticipantShouldHaveMayBeSaid) {
  const auto [pairs, trouble] = read("Kenya's premier flew out. [He]1 met [the mayor]2.\n  1=KEN\n  1>2 CONSULT\n[Chad]1 helped [Mali]2.\n  1>2 AID\n");
  EXPECT_TRUE(trouble.empty());
  ASSERT_EQ(pairs.size(), 2u);
  EXPECT_EQ(pairs[0].actor_code, "KEN");
  EXPECT_EQ(pairs[0].recipient_code, "");
  EXPECT_EQ(pairs[1].actor_code, "") << "the next sentence begins anew";
  const auto json = read(R"({"text":"He helped Mali.","actor":{"start":0,"end":2,"code":"TCD"},"recipient":{"start":10,"end":14}})");
  ASSERT_EQ(json.pairs.size(), 1u);
  EXPECT_EQ(json.pairs[0].actor_code, "TCD");
}

TEST(PairData, BrokenLinesAreNamedAndTheRestIsRead) {
  const struct {
    const char* text;
    const char* says;
  } cases[] = {
      {"  1>2 AID\n", "file:1: malformed: a pair without a sentence"},
      {"[Chad helped.\n", "file:1: malformed: a bracket is not closed"},
      {"[Chad]1 helped [Mali]1.\n", "participant 1 is empty or stands twice"},
      {"[]1 helped.\n", "participant 1 is empty or stands twice"},
      {"[Chad]1 helped [Mali]2.\n  1>3 AID\n", "file:2: malformed: the pair names a participant"},
      {"[Chad]1 helped [Mali]2.\n  1>1 AID\n", "the pair names a participant"},
      {"[Chad]1 helped [Mali]2.\n  1 > 2 AID\n", "not a pair such as"},
      {"[Chad]1 helped [Mali]2.\n  3=TCD\n", "not whose code a participant has"},
      {"[Chad]1 helped [Mali]2.\n  1=Chad\n", "not whose code a participant has"},
      {"[Chad]1 helped [Mali]2.\n  1>2 HELP\n", "no PLOVER type is called HELP"},
      {"[Chad]1 helped [Mali]2.\n  1>2 AID:Help\n", "`Help` is no name for a type of one's own"},
      {"[Chad]1 helped [Mali]2.\n  1>2 AID:REJECT\n", "`REJECT` is no name for a type of one's own"},
      {"[Chad]1 helped [Mali]2.\n  1>2 none:HELP\n", "belongs to a PLOVER type, not to none"},
      {R"({"text":"Chad helped Mali.","actor":{"start":0,"end":4},"recipient":{"start":12,"end":16},"own_type":"HELP"})", "no name for a type of one's own beside a PLOVER type"},
      {"[Chad]1 \xff helped [Mali]2.\n", "not valid UTF-8"},
      {"{\"text\": \n", "the line is not JSON"},
      {"{\"id\":\"x\"}\n", "the object has no text"},
      {R"({"text":"Chad","actor":{"start":0,"end":4},"recipient":{"start":3,"end":9}})", "ends behind the text"},
      {R"({"text":"Chad","actor":{"start":4,"end":4},"recipient":{"start":0,"end":2}})", "no start and end"},
      {"", "file: empty"},
  };
  for (const auto& [text, says] : cases) {
    const auto [pairs, trouble] = read(text);
    EXPECT_TRUE(pairs.empty()) << text;
    ASSERT_EQ(trouble.size(), 1u) << text;
    EXPECT_NE(trouble[0].find(says), std::string::npos) << trouble[0];
  }
  const auto [pairs, trouble] = read("[Chad]1 helped [Mali]2.\n  1>2 HELP\n  1>2 AID\n");
  EXPECT_EQ(trouble.size(), 1u);
  EXPECT_EQ(pairs.size(), 1u);
}

}  // namespace
}  // namespace attache::coding
