#include "outputs/report_json.h"

#include <gtest/gtest.h>

#include <random>

namespace attache::outputs {
namespace {

/// Reports with every field now there, now absent, and with texts that JSON has to escape.
class ReportMaker {
 public:
  explicit ReportMaker(unsigned seed) : random_(seed) {}

  Report report() {
    Report report;
    Event& event = report.event;
    event.id = text();
    event.same_as = text();
    event.date = day();
    event.end_date = day();
    event.date_precision = static_cast<DatePrecision>(below(6));
    event.date_text = text();
    event.type = maybe() ? "AGREE" : "ASSAULT";
    event.modes = texts();
    event.contexts = texts();
    for (unsigned i = below(3); i > 0; --i) event.actors.push_back(entity());
    for (unsigned i = below(3); i > 0; --i) event.recipients.push_back(entity());
    event.cameo = "042";
    event.quad_code = static_cast<int>(below(5));
    if (maybe()) event.event_scale = -9.5;
    if (maybe()) event.goldstein = 0.1 + 0.2;
    event.modality = {maybe(), maybe(), maybe(), maybe(), text()};
    if (maybe()) event.attribution = entity();
    event.trigger = text();
    event.trigger_start = below(100);
    event.trigger_end = below(100);
    if (maybe()) {
      event.location = location();
      event.location->latitude = -33.868820000000001;
      event.location->longitude = 151.0;
      event.location->reason = text();
      for (unsigned i = below(3); i > 0; --i) event.other_locations.push_back(location());
    }
    if (maybe()) event.size = {{"dead", 3, 5}, {"crowd", 1e6, 1e6}, {"troops", 12.5, 12.5}};
    event.text = text();
    event.sequence = below(30);
    event.start = below(100);
    event.end = 4000000000u;
    event.block = static_cast<BlockKind>(below(4));
    event.block_index = below(9);
    event.confidence = below(1001) / 1000.0;
    event.reason = texts();
    report.citation = {text(), text(), text(), text(), text(), texts(), day()};
    report.coder = {text(), text(), text(), text()};
    if (maybe()) report.mentions = EventMentions{text(), text(), below(9), below(9), below(9), day(), day()};
    return report;
  }

 private:
  unsigned below(unsigned limit) { return static_cast<unsigned>(random_() % limit); }
  bool maybe() { return below(2) == 1; }
  std::string text() {
    static const std::string kTexts[] = {
        "", "Strelsau", "said \"no\"\t\\ / \n", "Köln – 東京 \U0001F54A", std::string("a\0b\x01", 4), "\xE2\x80\xA8"};
    return kTexts[below(6)];
  }
  std::vector<std::string> texts() {
    std::vector<std::string> list;
    for (unsigned i = below(3); i > 0; --i) list.push_back(text());
    return list;
  }
  std::optional<Day> day() {
    if (maybe()) return std::nullopt;
    return *day_from_iso("1999-12-31") + std::chrono::days(below(20000));
  }
  Entity entity() {
    Entity entity;
    entity.text = text();
    entity.start = below(100);
    entity.end = below(100);
    entity.code = maybe() ? "FRA" : "";
    entity.sector = maybe() ? "GOV" : "";
    entity.other_sectors = texts();
    entity.identifier_id = text();
    entity.identifier_text = text();
    entity.office = text();
    entity.via = text();
    return entity;
  }
  Location location() {
    Location location;
    location.name = text();
    location.country = maybe() ? "DEU" : "";
    location.region = text();
    location.geonames_id = below(3) * 2000000000u;
    return location;
  }

  std::mt19937 random_;
};

std::string line_of(const Report& report) {
  std::string line;
  append_report_json(report, line);
  return line;
}

TEST(ReportReader, GivesTheSameBytesBack) {
  ReportReader reader;
  for (unsigned seed = 0; seed < 2000; ++seed) {
    const std::string line = line_of(ReportMaker(seed).report());
    const auto report = reader.read(line);
    ASSERT_TRUE(report) << to_string(report.error()) << "\n" << line;
    ASSERT_EQ(line_of(*report), line);
  }
}

TEST(ReportReader, TakesFieldsInAnyOrderAndLeavesWhatIsAbsentUnknown) {
  const auto report =
      report_from_json(R"({"recipient":[],"note":{"x":[1]},"cite_info":null,"cameo":"010","actor":[{"entity_text":"Paris","start":2.0}]})");
  ASSERT_TRUE(report);
  EXPECT_EQ(report->event.cameo, "010");
  EXPECT_EQ(report->event.type, "");
  EXPECT_EQ(report->event.actors.at(0).start, 2u);
  EXPECT_FALSE(report->event.date);
  EXPECT_EQ(report->event.date_precision, DatePrecision::unknown);
  EXPECT_TRUE(report->event.modality.asserted());
  EXPECT_FALSE(report->mentions);
}

TEST(ReportReader, TakesOneTextForAListAndANumberForARange) {
  const auto report = report_from_json(R"({"event":"CONSULT","mode":"visit","size":{"dead":7}})");
  ASSERT_TRUE(report);
  EXPECT_EQ(report->event.type, "CONSULT");
  EXPECT_EQ(report->event.modes, std::vector<std::string>{"visit"});
  EXPECT_EQ(report->event.size.at(0).high, 7);
}

TEST(ReportReader, NamesTheFieldThatIsWrong) {
  const std::pair<const char*, const char*> kCases[] = {
      {R"({"event":["AGREE"],"actor":[{},{"start":-1}]})", "`actor[1].start` is no whole number"},
      {R"({"event":["AGREE"],"actor":[{},7]})", "`actor[1]` is no object"},
      {R"({"event":["AGREE"],"actor":{}})", "`actor` is no list"},
      {R"({"event":["AGREE","AID"]})", "`event` has more than one type"},
      {R"({"event":["agreeable"]})", "`event` knows no `agreeable`"},
      {R"({"event":["AGREE"],"date":"22/05/2013"})", "`date` is no day of the form YYYY-MM-DD"},
      {R"({"event":["AGREE"],"date":"2013-02-30"})", "`date` is no day of the form YYYY-MM-DD"},
      {R"({"event":["AGREE"],"confidence":1.5})", "`confidence` is not between 0 and 1"},
      {R"({"event":["AGREE"],"quad_code":5})", "`quad_code` is above 4"},
      {R"({"event":["AGREE"],"modality":["maybe"]})", "`modality` knows no `maybe`"},
      {R"({"event":["AGREE"],"event_loc":{"alternatives":[{"geonames_id":9999999999}]}})",
       "`event_loc.alternatives[0].geonames_id` is above 4294967295"},
      {R"({"event":["AGREE"],"text_info":{"block":"footer"}})", "`text_info.block` knows no `footer`"},
      {R"({"event":["AGREE"],"cite_info":{"agencies":[1]}})", "`cite_info.agencies` is no list of texts"},
      {R"({"event":["AGREE"],"size":{"dead":{"low":"many"}}})", "`size.dead.low` is no number"},
      {R"({"event":["AGREE"],"cameo":42})", "`cameo` is no text"},
      {R"({"id":"1","title":"A page"})", "the object is no event record: it has neither `event` nor `cameo`"},
      {R"({"event":["AGREE")", "the line is no JSON object"},
      {R"([1])", "the line is no JSON object"},
      {"", "the line is no JSON object"},
  };
  for (const auto& [line, message] : kCases) {
    const auto report = report_from_json(line);
    ASSERT_FALSE(report) << line;
    EXPECT_EQ(report.error().message, message);
    EXPECT_EQ(report.error().kind, ErrorKind::malformed);
  }
}

TEST(ReportReader, TellsRecordsFromDocuments) {
  EXPECT_TRUE(looks_like_report(line_of(ReportMaker(1).report())));
  EXPECT_TRUE(looks_like_report(R"(  {"actor" : [], "event" : ["AID"]})"));
  EXPECT_FALSE(looks_like_report(R"({"id":"1","title":"The word \"cite_info\": a field","blocks":[]})"));
  EXPECT_FALSE(looks_like_report(R"({"text":"an \"event\": and an \"actor\": both"})"));
  EXPECT_FALSE(looks_like_report("<html>"));
  EXPECT_FALSE(looks_like_report(""));
}

}  // namespace
}  // namespace attache::outputs
