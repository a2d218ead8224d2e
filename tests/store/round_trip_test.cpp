/// What goes in comes out: every field of a record, once for every document.
#include "store_help.h"

namespace attache::store {
namespace {

/// A record with every field set, some to what is awkward.
Event full_event() {
  Event event;
  event.id = "8dfec5b7cf238421";
  event.same_as = "0000000000000001";
  event.date = day_from_iso("1958-12-31");
  event.end_date = day_from_iso("1959-01-02");
  event.date_precision = DatePrecision::month;
  event.date_text = "in December, 'so called'";
  event.type = "COERCE";
  event.own_type = "EVICT";
  event.modes = {"arrest", "restrict"};
  event.contexts = {"military", "human_rights"};
  Entity actor;
  actor.text = "Prime Minister Ngô Đình Diệm";
  actor.start = 4;
  actor.end = 32;
  actor.code = "VNM";
  actor.sector = "GOV";
  actor.other_sectors = {"ELI", "PTY"};
  actor.identifier_id = "Q166656";
  actor.identifier_text = "Ngô Đình Diệm";
  actor.office = "prime minister";
  actor.via = "office";
  event.actors = {actor};
  actor.code.clear();
  actor.via = "pronoun";
  event.recipients = {actor, actor};
  event.attribution = actor;
  event.cameo = "0231";
  event.quad_code = 4;
  event.event_scale = -6.5;
  event.goldstein = 3.4;
  event.modality.negation = true;
  event.modality.historical = true;
  event.modality.cue = "denied";
  event.trigger = "rounded up";
  event.trigger_start = 40;
  event.trigger_end = 50;
  Location place;
  place.name = "Huế";
  place.country = "VNM";
  place.region = "Thừa Thiên";
  place.region_code = "26";
  place.latitude = 16.46;
  place.longitude = 107.59;
  place.geonames_id = 1580240;
  place.resolution = "city";
  place.reason = "named beside the event";
  event.location = place;
  Location other;
  other.name = "Hue";
  other.country = "USA";
  event.other_locations = {other};
  event.size = {{"arrested", 12, 20}, {"dead", 1.5, 1.5}};
  event.text = "The sentence; with \"quotes\", a ; and é.";
  event.sequence = 3;
  event.start = 10;
  event.end = 49;
  event.block = BlockKind::caption;
  event.block_index = 2;
  event.confidence = 0.318;
  event.reason = {"frame arrest (coerce_arrest.yaml:7), trigger \"rounded up\"", "actor from subject"};
  return event;
}

TEST_F(StoreTest, AFullRecordComesBackToTheLetter) {
  auto coded = document("doc-1", {full_event()});
  coded.citation.agencies = {"Reuters", "AFP"};
  coded.citation.language = "en";
  ingest({coded});
  EXPECT_EQ(records(), std::vector<std::string>{line_of(coded.events[0], coded.citation, coded.coder)});
}

TEST_F(StoreTest, AnEmptyRecordComesBackToTheLetter) {
  Event bare;
  bare.id = "gdelt:410001";
  bare.type = "CONSULT";
  auto coded = document("doc-1", {bare});
  coded.citation = {.document = "doc-1"};
  ingest({coded});
  EXPECT_EQ(records(), std::vector<std::string>{line_of(bare, coded.citation, coded.coder)});
}

TEST_F(StoreTest, WithoutTextOnlyTheSentenceIsMissing) {
  auto coded = document("doc-1", {full_event()});
  WriterOptions options;
  options.keep_text = false;
  ingest({coded}, options);
  coded.events[0].text.clear();
  EXPECT_EQ(records(), std::vector<std::string>{line_of(coded.events[0], coded.citation, coded.coder)});
}

TEST_F(StoreTest, ADocumentIsTakenOnce) {
  const std::vector<CodedDocument> documents = {document("a", {event("0000000000000001", "CONSULT", "2013-05-20", "FRA/GOV", "DEU")}), document("b", {})};
  auto outcomes = ingest(documents);
  EXPECT_EQ(outcomes[0].outcome, Outcome::added);
  EXPECT_EQ(outcomes[1].outcome, Outcome::added);
  outcomes = ingest({documents[0], documents[1], documents[0]});
  for (const auto& added : outcomes) EXPECT_EQ(added.outcome, Outcome::there);
  EXPECT_EQ(records().size(), 1);
}

TEST_F(StoreTest, RecordsOfADocumentMayComeInPieces) {
  const auto first = event("0000000000000001", "CONSULT", "2013-05-20", "FRA/GOV", "DEU");
  const auto second = event("0000000000000002", "ASSAULT", "2013-05-21", "SYR/REB", "SYR/MIL");
  ingest({document("a", {first})});
  const auto outcomes = ingest({document("a", {first, second})});
  EXPECT_EQ(outcomes[0].outcome, Outcome::completed);
  EXPECT_EQ(outcomes[0].added, 1);
  EXPECT_EQ(records().size(), 2);
}

TEST_F(StoreTest, TwoTextsOfOneIdAreTwoDocuments) {
  auto before = document("a", {event("0000000000000001", "CONSULT", "2013-05-20", "FRA/GOV", "DEU")});
  auto after = before;
  before.content = 1;
  after.content = 2;
  const auto outcomes = ingest({before, after, before});
  EXPECT_EQ(outcomes[1].outcome, Outcome::added);
  EXPECT_EQ(outcomes[2].outcome, Outcome::there);
}

TEST_F(StoreTest, WhatIsNotCommittedIsAsIfItHadNeverBeen) {
  ingest({document("a", {})});
  {
    auto writer = Writer::open(path(), {});
    ASSERT_TRUE(writer);
    ASSERT_TRUE((*writer)->add(document("b", {event("0000000000000001", "CONSULT", "2013-05-20", "FRA/GOV", "DEU")})));
  }
  EXPECT_TRUE(records().empty());
  EXPECT_EQ(ingest({document("b", {})})[0].outcome, Outcome::added);
}

TEST_F(StoreTest, ThereIsOneWriter) {
  auto first = Writer::open(path(), {});
  ASSERT_TRUE(first);
  const auto second = Writer::open(path(), {});
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().kind, ErrorKind::busy);
  first->reset();
  EXPECT_TRUE(Writer::open(path(), {}));
  EXPECT_FALSE(std::filesystem::exists(path() + "-lock"));
}

}  // namespace
}  // namespace attache::store
