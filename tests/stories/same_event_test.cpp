#include "stories/same_event.h"

#include <gtest/gtest.h>

namespace attache::stories {
namespace {

/// A made-up event in few words, to be changed field by field.
Event bombing() {
  Event event;
  event.id = "1";
  event.type = "ASSAULT";
  event.modes = {"explosives"};
  event.actors = {{.text = "gunmen", .code = "MLI", .sector = "UAF", .via = "agent"}};
  event.recipients = {{.text = "Malian soldiers", .code = "MLI", .sector = "MIL", .via = "agent"}};
  event.trigger = "killed";
  event.text = "Gunmen killed seven Malian soldiers.";
  event.date = day_from_iso("2011-08-05");
  event.date_precision = DatePrecision::day;
  event.date_text = "on Friday";
  event.location =
      Location{.name = "Anefis", .country = "MLI", .region = "Kidal", .latitude = 18.05, .longitude = 0.6, .resolution = "city"};
  event.size = {{"dead", 7, 7}};
  return event;
}

std::string rule_of(const Event& one, const Event& other) {
  const auto rule = same_event(facts_of(one), facts_of(other));
  const auto turned = same_event(facts_of(other), facts_of(one));
  EXPECT_EQ(rule.has_value(), turned.has_value()) << "the order matters";
  if (rule && turned) {
    EXPECT_EQ(rule->to_text(), turned->to_text());
  }
  return rule ? rule->to_text() : "none";
}

struct Case {
  const char* what;
  void (*change)(Event& event);
  const char* rule;
};

const std::vector<Case> cases = {
    {"nothing", [](Event&) {}, "same sentence"},
    {"another sentence", [](Event& event) { event.text = "Killed were seven soldiers."; }, "all agree"},
    {"another type", [](Event& event) { event.type = "COERCE"; }, "none"},
    {"denied", [](Event& event) { event.modality.negation = true; }, "none"},
    {"planned", [](Event& event) { event.modality.future = true; }, "none"},
    {"gunmen, then a named group",
     [](Event& event) {
       event.text = "a";
       event.actors = {{.text = "the Ansar Front", .code = "MLI", .sector = "REB", .identifier_text = "Ansar Front", .via = "name"}};
     },
     "actor refined, same word"},
    {"gunmen, then the state's army",
     [](Event& event) {
       event.text = "a";
       event.trigger = "shot dead";
       event.actors = {{.text = "Mauritania's army", .code = "MRT", .sector = "MIL", .via = "agent"}};
     },
     "none"},
    {"a country and its army",
     [](Event& event) {
       event.text = "a";
       event.recipients = {{.text = "Mali", .code = "MLI", .identifier_text = "Mali", .via = "name"}};
     },
     "recipient refined, same word"},
    {"a side left open",
     [](Event& event) {
       event.text = "a";
       event.actors.clear();
     },
     "actor filled in, same word"},
    {"another country",
     [](Event& event) { event.recipients[0] = {.text = "Nigerien soldiers", .code = "NER", .sector = "MIL", .via = "agent"}; }, "none"},
    {"the month",
     [](Event& event) {
       event.text = "a";
       event.date = day_from_iso("2011-08-01");
       event.date_precision = DatePrecision::month;
       event.date_text = "in August";
     },
     "date within date, same word"},
    {"another month",
     [](Event& event) {
       event.date = day_from_iso("2011-09-01");
       event.date_precision = DatePrecision::month;
     },
     "none"},
    {"another day, told", [](Event& event) { event.date = day_from_iso("2011-08-03"); }, "none"},
    {"the page's day, two days later",
     [](Event& event) {
       event.text = "a";
       event.date = day_from_iso("2011-08-07");
       event.date_text.clear();
     },
     "date within date, same word"},
    {"the page's day, two weeks later",
     [](Event& event) {
       event.date = day_from_iso("2011-08-19");
       event.date_text.clear();
     },
     "none"},
    {"the region",
     [](Event& event) {
       event.text = "a";
       event.location = Location{.name = "Kidal", .country = "MLI", .region = "Kidal", .resolution = "region"};
     },
     "place within place, same word"},
    {"the country",
     [](Event& event) {
       event.text = "a";
       event.location = Location{.name = "Mali", .country = "MLI", .resolution = "country"};
     },
     "place within place, same word"},
    {"another town",
     [](Event& event) { event.location = Location{.name = "Gao", .country = "MLI", .region = "Gao", .resolution = "city"}; }, "none"},
    {"a site in the town",
     [](Event& event) {
       event.text = "a";
       event.location = Location{.name = "Anefis well", .country = "MLI", .latitude = 18.06, .longitude = 0.61, .resolution = "site"};
     },
     "place within place, same word"},
    {"nowhere",
     [](Event& event) {
       event.text = "a";
       event.location.reset();
     },
     "place filled in, same word"},
    {"no mode",
     [](Event& event) {
       event.text = "a";
       event.modes.clear();
     },
     "mode filled in, same word"},
    {"another mode in another word",
     [](Event& event) {
       event.text = "a";
       event.trigger = "stabbed";
       event.modes = {"primitive"};
     },
     "none"},
    {"a higher toll",
     [](Event& event) {
       event.text = "a";
       event.size = {{"dead", 11, 11}};
     },
     "all agree"},
    {"a toll of another happening",
     [](Event& event) {
       event.text = "a";
       event.size = {{"dead", 300, 300}};
     },
     "none"},
};

TEST(SameEvent, OneFieldAfterAnother) {
  for (const Case& test : cases) {
    Event other = bombing();
    test.change(other);
    EXPECT_EQ(rule_of(bombing(), other), test.rule) << test.what;
  }
}

TEST(SameEvent, TwoPersonsAreTwo) {
  Event one = bombing();
  one.recipients = {{.text = "President Keita",
                     .code = "MLI",
                     .sector = "GOV",
                     .identifier_text = "Ibrahim Boubacar Keita",
                     .office = "president",
                     .via = "name"}};
  Event other = one;
  other.text = "a";
  other.recipients = {{.text = "Prime Minister Maiga",
                       .code = "MLI",
                       .sector = "GOV",
                       .identifier_text = "Soumeylou Maiga",
                       .office = "prime minister",
                       .via = "name"}};
  EXPECT_EQ(rule_of(one, other), "none");
  other.recipients = {{.text = "Mali", .code = "MLI", .identifier_text = "Mali", .via = "name"}};
  EXPECT_EQ(rule_of(one, other), "recipient refined, same word") << "a state and a person of it";
}

TEST(SameEvent, WhoIsDescribedInOtherWordsNeedsTheSameWordForTheDeed) {
  Event one = bombing();
  one.recipients = {{.text = "a boy", .code = "MLI", .sector = "CVL", .via = "agent"}};
  Event other = one;
  other.text = "a";
  other.recipients = {{.text = "the student", .code = "MLI", .sector = "EDU", .via = "agent"}};
  EXPECT_EQ(rule_of(one, other), "recipient in other words, same word");
  other.trigger = "hit";
  EXPECT_EQ(rule_of(one, other), "none");
}

TEST(SameEvent, ACountryThatThePageGaveIsAGuess) {
  Event one = bombing();
  one.recipients = {{.text = "a driver", .code = "JOR", .sector = "CVL", .via = "agent"}};
  Event other = one;
  other.text = "a";
  other.recipients[0].code = "IRQ";
  EXPECT_NE(rule_of(one, other), "none");
  one.recipients[0] = {.text = "a Jordanian driver", .code = "JOR", .sector = "CVL", .via = "agent"};
  other.recipients[0] = {.text = "an Iraqi driver", .code = "IRQ", .sector = "CVL", .via = "agent"};
  EXPECT_EQ(rule_of(one, other), "none");
}

TEST(SameEvent, WhatContradictsIsNamed) {
  Event other = bombing();
  other.text = "a";
  other.date = day_from_iso("2011-08-03");
  EXPECT_EQ(conflicting_field(facts_of(bombing()), facts_of(other)), "date");
  other = bombing();
  other.location = Location{.name = "Gao", .country = "MLI", .resolution = "city"};
  EXPECT_EQ(conflicting_field(facts_of(bombing()), facts_of(other)), "place");
  other.date = day_from_iso("2011-08-03");
  EXPECT_EQ(conflicting_field(facts_of(bombing()), facts_of(other)), "") << "two contradictions are two happenings";
  EXPECT_EQ(conflicting_field(facts_of(bombing()), facts_of(bombing())), "");
}

TEST(EventFacts, SurviveTheDatabase) {
  const EventFacts facts = facts_of(bombing());
  const auto again = facts_from_bytes(to_bytes(facts));
  ASSERT_TRUE(again);
  EXPECT_EQ(*again, facts);
  EXPECT_EQ(*facts_from_bytes(to_bytes(EventFacts{})), EventFacts{});
  const std::string bytes = to_bytes(facts);
  EXPECT_LE(bytes.size(), 160u);
  for (std::size_t cut = 0; cut < bytes.size(); ++cut) EXPECT_FALSE(facts_from_bytes(bytes.substr(0, cut))) << cut;
  EXPECT_FALSE(facts_from_bytes(bytes + "x"));
}

}  // namespace
}  // namespace attache::stories
