#include "coding/home_nation.h"

#include <gtest/gtest.h>

namespace attache::coding {
namespace {

SentenceMentions of(std::initializer_list<const char*> codes) {
  SentenceMentions mentions;
  for (const char* code : codes) {
    ActorMention mention;
    mention.entities.emplace_back();
    mention.entities.back().code = code;
    mentions.actors.push_back(std::move(mention));
  }
  return mentions;
}

TEST(HomeNation, ThreeInFiveAreEnough) {
  const std::vector<SentenceMentions> page = {of({"PHL", "USA"}), of({"PHL", "PHL", "CHN"})};
  EXPECT_EQ(home_nation(page), "PHL");
}

TEST(HomeNation, APageOfTwoNationsHasNone) {
  const std::vector<SentenceMentions> page = {of({"PHL", "CHN"}), of({"CHN", "PHL"})};
  EXPECT_EQ(home_nation(page), "");
}

TEST(HomeNation, BodiesOfManyStatesDoNotCount) {
  const std::vector<SentenceMentions> page = {of({"UNO", "IGO", "UNO", "KEN"})};
  EXPECT_EQ(home_nation(page), "KEN");
}

/// Somebody on one side of a draft.
class Party {
 public:
  explicit Party(Entity entity) : entity_(std::move(entity)) {}
  Participants side() const {
    Participant participant;
    participant.entity = &entity_;
    return {participant};
  }

 private:
  Entity entity_;
};

Party unknown_person() {
  Entity entity;
  entity.text = entity.identifier_text = "Peter Omondi";
  entity.via = "name";
  return Party(std::move(entity));
}

Party known(const char* code, const char* sector) {
  Entity entity;
  entity.text = "they";
  entity.code = code;
  entity.sector = sector;
  entity.via = "agent";
  return Party(std::move(entity));
}

std::string settled(EventType type, const char* mode, const Party& actor, const char* home) {
  const Party person = unknown_person();
  Draft draft;
  draft.kind.type = type;
  draft.kind.mode = mode;
  draft.actor = actor.side();
  draft.recipient = person.side();
  EntityStore store;
  SentenceView view;
  settle_unknown_people(draft, view, home, store);
  return draft.recipient.front().entity->code;
}

TEST(HomeNation, PoliceArrestTheirOwnPeople) { EXPECT_EQ(settled(EventType::coerce, "arrest", known("KEN", "COP"), ""), "KEN"); }

TEST(HomeNation, RebelsOfTheHomeNationKillItsPeople) { EXPECT_EQ(settled(EventType::assault, "", known("KEN", "REB"), "KEN"), "KEN"); }

TEST(HomeNation, WhomAnotherNationsRebelsKillMayBeAnybody) { EXPECT_EQ(settled(EventType::assault, "", known("SOM", "REB"), "KEN"), ""); }

TEST(HomeNation, WhomAnArmyKillsMayBeAnybody) { EXPECT_EQ(settled(EventType::assault, "", known("KEN", "MIL"), "KEN"), ""); }

TEST(HomeNation, WhoMeetsSomebodyMayBeAnybody) { EXPECT_EQ(settled(EventType::consult, "", known("KEN", "GOV"), "KEN"), ""); }

}  // namespace
}  // namespace attache::coding
