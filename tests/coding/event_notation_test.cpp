#include "coding/event_notation.h"

#include <gtest/gtest.h>

namespace attache::coding {
namespace {

Entity entity(const std::string& code, const std::string& sector = {}) {
  Entity made;
  made.code = code;
  made.sector = sector;
  return made;
}

Event arrest() {
  Event event;
  event.type = "COERCE";
  event.modes = {"arrest"};
  event.actors = {entity("KEN", "COP")};
  event.recipients = {entity("UGA", "CVL"), entity("", "REB")};
  event.modality.negation = true;
  event.modality.future = true;
  return event;
}

TEST(EventNotation, writes_every_part) { EXPECT_EQ(notation(arrest()), "COERCE/arrest KEN:COP > UGA:CVL+-:REB, negation+future"); }

struct Case {
  const char* expected;
  bool fits;
};

TEST(EventNotation, compares_what_is_written) {
  const Case cases[] = {
      {"COERCE/arrest KEN:COP > UGA:CVL+-:REB, negation+future", true},
      {"COERCE/arrest KEN:COP > -:REB+UGA:CVL, future+negation", true},
      {"COERCE KEN > UGA+-:REB, negation+future", true},
      {"COERCE ? > ?, negation+future", true},
      {"COERCE KEN > UGA, negation+future", false},
      {"COERCE KEN > -, negation+future", false},
      {"COERCE - > UGA+-:REB, negation+future", false},
      {"COERCE KEN:MIL > ?, negation+future", false},
      {"COERCE/deport ? > ?, negation+future", false},
      {"COERCE ? > ?, negation", false},
      {"COERCE ? > ?", false},
      {"ASSAULT ? > ?, negation+future", false},
  };
  for (const auto& [text, wanted] : cases) {
    const auto expected = parse_expected_event(text);
    ASSERT_TRUE(expected) << text;
    EXPECT_EQ(fits(*expected, arrest()), wanted) << text;
  }
}

TEST(EventNotation, a_dash_is_nobody_or_nobody_known) {
  Event event;
  event.type = "AID";
  event.actors = {entity("", "REB")};
  EXPECT_TRUE(fits(*parse_expected_event("AID - > -"), event));
  EXPECT_TRUE(fits(*parse_expected_event("AID -:REB > -"), event));
  EXPECT_FALSE(fits(*parse_expected_event("AID -:MIL > -"), event));
  event.actors.clear();
  EXPECT_TRUE(fits(*parse_expected_event("AID - > -"), event));
  EXPECT_FALSE(fits(*parse_expected_event("AID -:REB > -"), event));
}

TEST(EventNotation, refuses_other_text) {
  for (const char* text : {"", "AID", "AID KEN UGA", "AID > UGA", "AID KEN > UGA, perhaps", "AID KEN > ", "AID KEN+ > UGA"}) EXPECT_FALSE(parse_expected_event(text)) << text;
}

TEST(EventNotation, pairs_each_event_once) {
  const auto any = *parse_expected_event("COERCE ? > ?, negation+future");
  const auto exact = *parse_expected_event("COERCE KEN > UGA+-:REB, negation+future");
  auto other = arrest();
  other.actors = {entity("FRA")};
  EXPECT_TRUE(same_events({any, exact}, {arrest(), other}));
  EXPECT_TRUE(same_events({exact, any}, {other, arrest()}));
  EXPECT_FALSE(same_events({exact, exact}, {arrest(), other}));
  EXPECT_FALSE(same_events({any}, {arrest(), other}));
  EXPECT_FALSE(same_events({any}, {}));
  EXPECT_TRUE(same_events({}, {}));
}

}  // namespace
}  // namespace attache::coding
