#include "coding/scores/event_scores.h"

#include <gtest/gtest.h>

namespace attache::coding {
namespace {

Event event_of(const std::string& type, const std::string& actor, const std::string& recipient, const std::string& text) {
  Event event;
  event.type = type;
  event.text = text;
  const auto add = [](std::vector<Entity>& side, const std::string& code) {
    if (code.empty()) return;
    Entity entity;
    entity.code = code;
    side.push_back(std::move(entity));
  };
  add(event.actors, actor);
  add(event.recipients, recipient);
  return event;
}

std::vector<GoldText> read(const std::string& lines, std::size_t* errors = nullptr) {
  std::size_t count = 0;
  auto texts = read_gold_texts(lines, "gold.jsonl", [&](const Error&) { ++count; });
  if (errors) *errors = count;
  return texts;
}

TEST(EventGold, ReadsTextsAndReportsBrokenLines) {
  std::size_t errors = 0;
  const auto texts = read(
      "{\"id\": \"a\", \"date\": \"2015-06-15\", \"title\": \"T\", \"text\": \"Chad left.\", \"events\": [{\"in\": \"left\", \"event\": "
      "\"RETREAT or CONCEDE\", \"actor\": \"TCD and NER or none\"}]}\n"
      "\n"
      "{\"text\": \"Chad left.\"}\n"
      "{\"text\": \"Chad left.\", \"events\": [{\"event\": \"DANCE\"}]}\n"
      "no json\n",
      &errors);
  ASSERT_EQ(texts.size(), 1u);
  EXPECT_EQ(errors, 3u);
  EXPECT_EQ(texts[0].document.blocks.size(), 2u);
  ASSERT_EQ(texts[0].events.size(), 1u);
  const GoldEvent& event = texts[0].events[0];
  EXPECT_EQ(event.types, (std::vector<std::string>{"RETREAT", "CONCEDE"}));
  EXPECT_EQ(event.actors, (std::vector<std::set<std::string>>{{"TCD", "NER"}, {}}));
  EXPECT_EQ(event.modality, "asserted");
  EXPECT_TRUE(event.needed);
}

TEST(EventScores, MatchesEachExpectedEventOnceAndPairsFirst) {
  const auto texts = read(
      "{\"text\": \"x\", \"events\": [{\"in\": \"met\", \"event\": \"CONSULT\", \"actor\": \"TCD\", \"recipient\": \"NER\", \"mutual\": "
      "true},"
      "{\"in\": \"fled\", \"event\": \"SANCTION\", \"actor\": \"none\", \"recipient\": \"MLI\"}]}\n");
  const std::vector<Event> given = {event_of("CONSULT", "TCD", "", "They met."), event_of("CONSULT", "NER", "TCD", "They met."),
                                    event_of("CONSULT", "TCD", "NER", "They met."), event_of("SANCTION", "", "MLI", "They met.")};
  EXPECT_EQ(match_events(texts[0], given, true), (std::vector<int>{-1, 0, -1, -1}));
  EXPECT_EQ(match_events(texts[0], given, false), (std::vector<int>{-1, 0, -1, -1}));
}

TEST(EventScores, TypeAloneCountsWhenTheSidesDiffer) {
  const auto texts = read("{\"text\": \"x\", \"events\": [{\"event\": \"AID\", \"actor\": \"TCD\", \"recipient\": \"NER\"}]}\n");
  const std::vector<Event> given = {event_of("AID", "TCD", "MLI", "x")};
  EXPECT_EQ(match_events(texts[0], given, true), std::vector<int>{-1});
  EXPECT_EQ(match_events(texts[0], given, false), std::vector<int>{0});
}

TEST(EventScores, EventsThatNeedNotBeCodedCountForNothing) {
  const auto texts = read(
      "{\"text\": \"x\", \"events\": [{\"event\": \"AID\", \"actor\": \"TCD\", \"need\": false}, {\"event\": \"ACCUSE\", \"actor\": "
      "\"NER\"}]}\n");
  const std::vector<std::vector<Event>> given = {
      {event_of("AID", "TCD", "", "x"), event_of("ACCUSE", "NER", "", "x"), event_of("ACCUSE", "MLI", "", "y")}};
  const std::string table = event_score_table(texts, given, 5);
  EXPECT_NE(table.find("type and both sides         1      1      2      0.500   1.000   0.667"), std::string::npos) << table;
  EXPECT_NE(table.find("surplus  line 1: ACCUSE MLI > -"), std::string::npos) << table;
  EXPECT_EQ(table.find("missed"), std::string::npos) << table;
}

}  // namespace
}  // namespace attache::coding
