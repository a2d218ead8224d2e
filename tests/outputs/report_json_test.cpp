#include "outputs/report_json.h"

#include <gtest/gtest.h>
#include <rapidjson/document.h>

namespace attache::outputs {
namespace {

Entity entity(std::string text, std::string code, std::string sector) {
  Entity e;
  e.text = std::move(text);
  e.end = static_cast<std::uint32_t>(e.text.size());
  e.code = std::move(code);
  e.sector = std::move(sector);
  e.via = "name";
  return e;
}

Event recall() {
  Event event;
  event.id = "e1";
  event.type = "COERCE";
  event.actors = {entity("France", "FRA", "GOV")};
  event.recipients = {entity("Ruritania", "", "")};
  event.cameo = "161";
  event.quad_code = 4;
  event.event_scale = -4.5;
  event.trigger = "recalled";
  event.text = "France \"recalled\" its ambassador\tto Ruritania.";
  event.confidence = 0.81249;
  event.reason = {"frame recall: subject is actor"};
  return event;
}

rapidjson::Document parsed(const Event& event, const Document& document = {}) {
  std::string line;
  append_report_json(event, citation_of(document), {"attache", "0.1.0", "aa", "bb"}, line);
  EXPECT_EQ(line.back(), '\n');
  EXPECT_EQ(std::count(line.begin(), line.end(), '\n'), 1) << "one record, one line";
  rapidjson::Document json;
  json.Parse(line.c_str());
  EXPECT_FALSE(json.HasParseError()) << line;
  return json;
}

TEST(ReportJson, WritesTheRecordsFields) {
  const auto json = parsed(recall());
  EXPECT_STREQ(json["event"][0].GetString(), "COERCE");
  EXPECT_STREQ(json["actor"][0]["code"].GetString(), "FRA");
  EXPECT_STREQ(json["actor"][0]["sector"].GetString(), "GOV");
  EXPECT_STREQ(json["cameo"].GetString(), "161") << "a CAMEO code is text: leading zeros count";
  EXPECT_EQ(json["quad_code"].GetInt(), 4);
  EXPECT_DOUBLE_EQ(json["event_scale"].GetDouble(), -4.5);
  EXPECT_STREQ(json["modality"].GetString(), "asserted");
  EXPECT_DOUBLE_EQ(json["confidence"].GetDouble(), 0.812);
  EXPECT_STREQ(json["text"].GetString(), recall().text.c_str());
  EXPECT_STREQ(json["coder"]["lexicon"].GetString(), "aa");
}

TEST(ReportJson, LeavesOutWhatIsNotKnown) {
  const auto json = parsed(recall());
  for (const char* field : {"date", "enddate", "date_text", "event_loc", "size", "attribution", "goldstein", "mode", "context", "modality_cue"}) {
    EXPECT_FALSE(json.HasMember(field)) << field;
  }
  EXPECT_FALSE(json["recipient"][0].HasMember("code"));
  EXPECT_STREQ(json["date_precision"].GetString(), "unknown");
  EXPECT_TRUE(json["recipient"].IsArray());
}

TEST(ReportJson, ListsModalityAndItsCue) {
  Event event = recall();
  event.modality.negation = true;
  event.modality.future = true;
  event.modality.cue = "will not";
  const auto json = parsed(event);
  ASSERT_EQ(json["modality"].Size(), 2u);
  EXPECT_STREQ(json["modality"][0].GetString(), "negation");
  EXPECT_STREQ(json["modality"][1].GetString(), "future");
  EXPECT_STREQ(json["modality_cue"].GetString(), "will not");
}

TEST(ReportJson, GivesRangesOfPeopleAndPlaces) {
  Event event = recall();
  event.size = {{"dead", 12, 12}, {"injured", 30, 40}};
  event.location = Location{};
  event.location->name = "Streslau";
  event.location->latitude = 50.5;
  const auto json = parsed(event);
  EXPECT_EQ(json["size"]["dead"]["low"].GetInt(), 12);
  EXPECT_EQ(json["size"]["injured"]["high"].GetInt(), 40);
  EXPECT_STREQ(json["event_loc"]["name"].GetString(), "Streslau");
  EXPECT_FALSE(json["event_loc"].HasMember("lon"));
}

TEST(ReportJson, CitesTheDocument) {
  Document document;
  document.id = "doc-7";
  document.url = "https://news.example/7";
  document.published = day_from_iso("2021-03-04");
  document.agencies = {"Reuters"};
  const auto json = parsed(recall(), document);
  EXPECT_STREQ(json["cite_info"]["citation"].GetString(), "doc-7");
  EXPECT_STREQ(json["cite_info"]["published"].GetString(), "2021-03-04");
  EXPECT_STREQ(json["cite_info"]["agencies"][0].GetString(), "Reuters");
}

}  // namespace
}  // namespace attache::outputs
