#include "knowledge/places/country_codes.h"
#include "outputs/cameo_words.h"
#include "outputs/country_names.h"
#include "outputs/directed_events.h"
#include "outputs/export_formats.h"
#include "outputs/gdelt_export.h"
#include "outputs/icews_export.h"
#include "outputs/phoenix_export.h"
#include "outputs/polecat_export.h"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>

namespace attache::outputs {
namespace {

using Row = std::map<std::string, std::string, std::less<>>;

/// A reader of tab-separated lines that knows nothing of their writer.
std::vector<std::vector<std::string>> cells_of(const std::string& lines) {
  std::vector<std::vector<std::string>> rows;
  std::istringstream stream(lines);
  for (std::string line; std::getline(stream, line);) {
    auto& cells = rows.emplace_back(1);
    for (const char c : line) {
      if (c == '\t') {
        cells.emplace_back();
      } else {
        cells.back() += c;
      }
    }
  }
  return rows;
}

std::vector<Row> rows_of(const std::string& lines, const std::vector<std::string_view>& columns) {
  std::vector<Row> rows;
  for (const auto& cells : cells_of(lines)) {
    EXPECT_EQ(cells.size(), columns.size()) << lines;
    Row row;
    for (std::size_t i = 0; i < cells.size() && i < columns.size(); ++i) row[std::string(columns[i])] = cells[i];
    rows.push_back(std::move(row));
  }
  return rows;
}

using Append = void (*)(const Report&, const ExportOptions&, std::string&, LeftOut&);

std::vector<Row> written(Append append, const std::vector<std::string_view>& columns, const Report& report,
                         const ExportOptions& options = {}) {
  std::string lines;
  LeftOut left_out;
  append(report, options, lines, left_out);
  return rows_of(lines, columns);
}

Entity entity(std::string text, std::string code, std::string sector, std::string name = {}) {
  Entity e;
  e.text = std::move(text);
  e.start = 4;
  e.end = 9;
  e.code = std::move(code);
  e.sector = std::move(sector);
  e.identifier_text = std::move(name);
  return e;
}

/// A minister visits: CAMEO 042 with a place, a day and an address.
Report visit() {
  Report report;
  Event& event = report.event;
  event.id = "00aa00aa00aa00aa";
  event.date = day_from_iso("2021-12-31");
  event.date_precision = DatePrecision::day;
  event.type = "CONSULT";
  event.modes = {"visit"};
  event.contexts = {"diplomatic", "economic"};
  event.actors = {entity("the \"grey\" minister\tof trade", "ROU", "GOV")};
  event.recipients = {entity("Texas", "USA", "")};
  event.cameo = "042";
  event.quad_code = 1;
  event.event_scale = 4;
  event.goldstein = 1.9;
  event.trigger_start = 17;
  event.sequence = 4;
  event.confidence = 0.734;
  Location austin;
  austin.name = "Austin";
  austin.country = "USA";
  austin.region = "Texas";
  austin.region_code = "TX";
  austin.latitude = 30.27;
  austin.longitude = -97.74;
  austin.geonames_id = 4671654;
  austin.resolution = "city";
  event.location = austin;
  report.citation = {"doc-1", "https://www.news.example:8080/a/b?c", "Title", "The Example", "en", {}, day_from_iso("2022-01-02")};
  report.coder = {"attache", "0.1.0", "aa", "bb"};
  return report;
}

std::string cell(const std::vector<Row>& rows, std::size_t row, std::string_view column) {
  if (row >= rows.size() || rows[row].find(column) == rows[row].end()) return "(no such cell)";
  return rows[row].find(column)->second;
}

TEST(Gdelt, WritesEveryColumnByItsRule) {
  const auto rows = written(append_gdelt, gdelt_columns(), visit());
  ASSERT_EQ(rows.size(), 2u) << "a visit is told from both sides";
  const std::map<std::string, std::string> expected = {{"SQLDATE", "20211231"},
                                                       {"MonthYear", "202112"},
                                                       {"Year", "2021"},
                                                       {"FractionDate", "2021.9890"},
                                                       {"Actor1Code", "ROMGOV"},
                                                       {"Actor1Name", "THE 'GREY' MINISTER OF TRADE"},
                                                       {"Actor1CountryCode", "ROM"},
                                                       {"Actor1Type1Code", "GOV"},
                                                       {"Actor2Code", "USA"},
                                                       {"Actor2Name", "UNITED STATES"},
                                                       {"IsRootEvent", "0"},
                                                       {"EventCode", "042"},
                                                       {"EventBaseCode", "042"},
                                                       {"EventRootCode", "04"},
                                                       {"QuadClass", "1"},
                                                       {"GoldsteinScale", "1.9"},
                                                       {"NumMentions", "1"},
                                                       {"NumSources", "1"},
                                                       {"NumArticles", "1"},
                                                       {"AvgTone", ""},
                                                       {"Actor1Geo_Type", "0"},
                                                       {"ActionGeo_Type", "3"},
                                                       {"ActionGeo_FullName", "Austin, Texas, United States"},
                                                       {"ActionGeo_CountryCode", "US"},
                                                       {"ActionGeo_ADM1Code", "USTX"},
                                                       {"ActionGeo_Lat", "30.27"},
                                                       {"ActionGeo_Long", "-97.74"},
                                                       {"ActionGeo_FeatureID", "GN4671654"},
                                                       {"DATEADDED", "20220102000000"},
                                                       {"SOURCEURL", "https://www.news.example:8080/a/b?c"}};
  for (const auto& [column, value] : expected) EXPECT_EQ(cell(rows, 0, column), value) << column;
  EXPECT_EQ(cell(rows, 1, "EventCode"), "043");
  EXPECT_EQ(cell(rows, 1, "Actor1Code"), "USA");
  EXPECT_EQ(cell(rows, 1, "Actor2Code"), "ROMGOV");
  EXPECT_NE(cell(rows, 0, "GLOBALEVENTID"), cell(rows, 1, "GLOBALEVENTID"));
  EXPECT_LT(std::stoull(cell(rows, 0, "GLOBALEVENTID")), 1ull << 53);
}

TEST(Gdelt, Version1HasDaysAndNoSecondDivisions) {
  const auto rows = written(append_gdelt1, gdelt1_columns(), visit());
  ASSERT_EQ(gdelt1_columns().size(), 58u);
  EXPECT_EQ(cell(rows, 0, "DATEADDED"), "20220102");
  EXPECT_EQ(cell(rows, 0, "ActionGeo_Long"), "-97.74");
}

TEST(Gdelt, MentionsHaveTheEventsNumber) {
  const auto events = written(append_gdelt, gdelt_columns(), visit());
  const auto mentions = written(append_gdelt_mentions, gdelt_mention_columns(), visit());
  ASSERT_EQ(mentions.size(), events.size());
  for (std::size_t i = 0; i < events.size(); ++i) EXPECT_EQ(cell(mentions, i, "GLOBALEVENTID"), cell(events, i, "GLOBALEVENTID"));
  EXPECT_EQ(cell(mentions, 0, "MentionSourceName"), "news.example");
  EXPECT_EQ(cell(mentions, 0, "SentenceID"), "5");
  EXPECT_EQ(cell(mentions, 0, "Confidence"), "70");
  EXPECT_EQ(cell(mentions, 0, "ActionCharOffset"), "17");
}

TEST(Gdelt, CountsOfMergedEventsAreGiven) {
  Report report = visit();
  report.mentions = EventMentions{"bb", "cc", 12, 3, 7, day_from_iso("2021-12-31"), day_from_iso("2022-02-01")};
  EXPECT_EQ(cell(written(append_gdelt, gdelt_columns(), report), 0, "NumMentions"), "1") << "a report is one report";
  ExportOptions options;
  options.merged_events = true;
  const auto rows = written(append_gdelt, gdelt_columns(), report, options);
  EXPECT_EQ(cell(rows, 0, "NumMentions"), "12");
  EXPECT_EQ(cell(rows, 0, "NumSources"), "3");
  EXPECT_EQ(cell(rows, 0, "NumArticles"), "7");
  EXPECT_EQ(cell(rows, 0, "DATEADDED"), "20211231000000");
  report.event.id = "of another report of the event";
  report.event.actors[0].code = "BGR";
  const auto mentions = written(append_gdelt_mentions, gdelt_mention_columns(), report, options);
  EXPECT_EQ(cell(mentions, 0, "GLOBALEVENTID"), cell(rows, 0, "GLOBALEVENTID"));
}

TEST(Gdelt, BodiesHaveTheirGroups) {
  const auto code = [](std::string country, std::string sector) { return cameo_actor(entity("x", std::move(country), std::move(sector))); };
  EXPECT_EQ(code("UNO", "").code, "IGOUNO");
  EXPECT_EQ(code("UNO", "").group, "UNO");
  EXPECT_EQ(code("EUR", "GOV").code, "IGOEUREECGOV");
  EXPECT_EQ(code("EUR", "GOV").types, (std::vector<std::string>{"IGO", "GOV"}));
  EXPECT_EQ(code("ISM", "REB").code, "IMGMOSREB");
  EXPECT_EQ(code("KOS", "COP").code, "KSVCOP");
  EXPECT_EQ(code("", "JRN").code, "MED");
  EXPECT_EQ(code("SYR", "UNK").code, "SYR");
}

TEST(CameoActors, ComeBackFromTheirLetters) {
  for (const std::string code : {"FRA", "ROU", "KOS", "UNO", "EUR", "IGO", "NGO", "MNC", "IMG", "ISM", ""}) {
    for (const std::string sector : {"", "GOV", "MIL", "COP", "REB", "JRN", "MED", "OPP", "CVL", "UAF", "SPY", "BUS"}) {
      if (code.empty() && sector.empty()) continue;
      Entity back;
      EXPECT_TRUE(entity_from_cameo(cameo_actor(entity("x", code, sector)).code, back)) << code << sector;
      EXPECT_EQ(back.code, code) << code << sector;
      EXPECT_EQ(back.sector, sector) << code << sector;
    }
  }
  Entity nobody;
  EXPECT_FALSE(entity_from_cameo("QQQ", nobody));
  EXPECT_FALSE(entity_from_cameo("", nobody));
}

TEST(DirectedEvents, PairWhoDidItTogetherBothWays) {
  Report report = visit();
  report.event.cameo = "046";
  report.event.actors = {entity("a", "FRA", ""), entity("b", "DEU", ""), entity("c", "ITA", "")};
  report.event.recipients.clear();
  EXPECT_EQ(directed_events(report.event, "id").size(), 6u);
  report.event.type = "ACCUSE";
  report.event.cameo = "111";
  EXPECT_EQ(directed_events(report.event, "id").size(), 3u) << "several who condemn somebody unnamed do not condemn each other";
  EXPECT_EQ(directed_events(report.event, "id")[0].target, nullptr);
}

TEST(DirectedEvents, NumbersDifferWithinAnEventAndStayTheSame) {
  Report report = visit();
  report.event.cameo = "190";
  report.event.type = "ASSAULT";
  report.event.actors = {entity("one faction", "AFG", "REB"), entity("another faction", "AFG", "REB")};
  report.event.recipients.clear();
  const auto once = directed_events(report.event, "id"), again = directed_events(report.event, "id");
  ASSERT_EQ(once.size(), 2u);
  EXPECT_NE(once[0].number, once[1].number);
  EXPECT_EQ(once[1].number, again[1].number);
}

TEST(Icews, WritesEveryColumnByItsRule) {
  EXPECT_EQ(icews_columns().size(), 20u);
  Report report = visit();
  report.event.recipients = {entity("Moscow", "RUS", "MIL")};
  const auto rows = written(append_icews, icews_columns(), report);
  ASSERT_EQ(rows.size(), 2u);
  const std::map<std::string, std::string> expected = {{"Event Date", "2021-12-31"},
                                                       {"Source Name", "Government (Romania)"},
                                                       {"Source Sectors", "Government"},
                                                       {"Source Country", "Romania"},
                                                       {"Event Text", "Make a visit"},
                                                       {"CAMEO Code", "042"},
                                                       {"Intensity", "1.9"},
                                                       {"Target Name", "Military (Russian Federation)"},
                                                       {"Target Sectors", "Government,Military"},
                                                       {"Target Country", "Russian Federation"},
                                                       {"Sentence Number", "5"},
                                                       {"Publisher", "The Example"},
                                                       {"City", "Austin"},
                                                       {"District", "NA"},
                                                       {"Province", "Texas"},
                                                       {"Country", "United States"},
                                                       {"Latitude", "30.27"},
                                                       {"Longitude", "-97.74"}};
  for (const auto& [column, value] : expected) EXPECT_EQ(cell(rows, 0, column), value) << column;
}

TEST(Polecat, WritesEveryColumnByItsRule) {
  EXPECT_EQ(polecat_columns().size(), 40u);
  Report report = visit();
  report.event.actors[0].office = "trade minister";
  report.event.actors[0].other_sectors = {"PTY"};
  const auto rows = written(append_polecat, polecat_columns(), report);
  ASSERT_EQ(rows.size(), 1u);
  const std::map<std::string, std::string> expected = {{"Event ID", "00aa00aa00aa00aa-1"},
                                                       {"Event Date", "2021-12-31"},
                                                       {"Event Type", "CONSULT"},
                                                       {"Event Mode", "visit"},
                                                       {"Event Intensity", "4"},
                                                       {"Quad Code", "VERBAL COOPERATION"},
                                                       {"Contexts", "diplomatic; economic"},
                                                       {"Actor Name", "the 'grey' minister of trade"},
                                                       {"Actor Country", "ROU"},
                                                       {"Actor COW", "360"},
                                                       {"Primary Actor Sector", "GOV"},
                                                       {"Actor Sectors", "GOV; PTY"},
                                                       {"Actor Title", "trade minister"},
                                                       {"Wikipedia Actor ID", "None"},
                                                       {"Recipient Country", "USA"},
                                                       {"Recipient COW", "2"},
                                                       {"Primary Recipient Sector", "None"},
                                                       {"City", "Austin"},
                                                       {"Province", "Texas"},
                                                       {"Country", "USA"},
                                                       {"GeoNames ID", "4671654"},
                                                       {"Feature Type", "PPL"},
                                                       {"Source", "The Example"},
                                                       {"Publication Date", "2022-01-02"},
                                                       {"Language", "en"},
                                                       {"Version", "attache 0.1.0"}};
  for (const auto& [column, value] : expected) EXPECT_EQ(cell(rows, 0, column), value) << column;
}

TEST(Phoenix, WritesEveryColumnByItsRule) {
  EXPECT_EQ(phoenix_columns().size(), 26u);
  Report report = visit();
  report.event.recipients = {entity("UN peacekeepers", "UNO", "MIL")};
  const auto rows = written(append_phoenix, phoenix_columns(), report);
  const std::map<std::string, std::string> expected = {{"Date", "20211231"},
                                                       {"Year", "2021"},
                                                       {"Month", "12"},
                                                       {"Day", "31"},
                                                       {"SourceActorFull", "ROMGOV"},
                                                       {"SourceActorEntity", "ROM"},
                                                       {"SourceActorRole", "GOV"},
                                                       {"SourceActorAttribute", ""},
                                                       {"TargetActorFull", "IGOUNOMIL"},
                                                       {"TargetActorEntity", "IGO"},
                                                       {"TargetActorRole", "MIL"},
                                                       {"TargetActorAttribute", "UNO"},
                                                       {"EventCode", "042"},
                                                       {"EventRootCode", "04"},
                                                       {"QuadClass", "1"},
                                                       {"GoldsteinScore", "1.9"},
                                                       {"Issues", "diplomatic;economic"},
                                                       {"LocationName", "Austin"},
                                                       {"StateName", "Texas"},
                                                       {"CountryCode", "USA"},
                                                       {"SentenceID", "doc-1_5"}};
  for (const auto& [column, value] : expected) EXPECT_EQ(cell(rows, 0, column), value) << column;
}

TEST(Phoenix, HasItsOwnQuadClasses) {
  const std::pair<const char*, int> kRoots[] = {{"01", 0},  {"023", 0}, {"036", 1}, {"057", 1}, {"061", 2}, {"0874", 2}, {"09", 3},
                                                {"138", 3}, {"141", 4}, {"154", 4}, {"166", 3}, {"173", 4}, {"204", 4}};
  for (const auto& [code, quad] : kRoots) EXPECT_EQ(phoenix_quad(code), quad) << code;
}

TEST(Dyads, AreOnlyThoseWithTwoSides) {
  Report report = visit();
  EXPECT_EQ(written(append_dyads, dyad_columns(), report).size(), 2u);
  report.event.recipients.clear();
  std::string lines;
  LeftOut left_out;
  append_dyads(report, {}, lines, left_out);
  EXPECT_EQ(lines, "");
  EXPECT_EQ(left_out.uncoded, 1u);
}

TEST(ExportFormats, LeaveOutAndCountWhatTheyCannotHold) {
  for (const auto& format : export_formats()) {
    if (format.name == "jsonl" || format.name == "csv") continue;
    std::string lines;
    LeftOut left_out;
    Report undated = visit();
    undated.event.date.reset();
    undated.event.date_text = "on a Sunday";
    format.append(undated, {}, lines, left_out);
    EXPECT_EQ(lines, "") << format.name << ": the page's date is not the event's";
    EXPECT_EQ(left_out.undated, 1u) << format.name;
    Report planned = visit();
    planned.event.modality.future = true;
    format.append(planned, {}, lines, left_out);
    EXPECT_EQ(lines, "") << format.name;
    EXPECT_EQ(left_out.not_asserted, 1u) << format.name;
    format.append(planned, {true}, lines, left_out);
    EXPECT_NE(lines, "") << format.name;
    Report uncoded = visit();
    uncoded.event.cameo.clear();
    uncoded.event.type.clear();
    lines.clear();
    format.append(uncoded, {}, lines, left_out);
    EXPECT_EQ(lines, "") << format.name;
    EXPECT_EQ(left_out.uncoded, 1u) << format.name;
  }
}

TEST(ExportFormats, NoCellBreaksItsRow) {
  Report report = visit();
  for (std::string* text : {&report.event.actors[0].identifier_text, &report.citation.url, &report.citation.publication,
                            &report.event.location->name, &report.citation.document}) {
    *text = "a\tb\nc\rd\"e\x01";
  }
  for (const auto& format : export_formats()) {
    if (format.name == "jsonl" || format.name == "csv") continue;
    std::string lines;
    LeftOut left_out;
    format.append(report, {}, lines, left_out);
    const auto rows = cells_of(lines);
    for (const auto& row : rows) {
      EXPECT_EQ(row.size(), rows.front().size()) << format.name;
      for (const auto& text : row) EXPECT_EQ(text.find_first_of("\"\r\n\t\x01"), std::string::npos) << format.name << ": " << text;
    }
  }
}

/// The columns as the data sets' own files have them, where their list is at hand.
TEST(ExportFormats, HaveTheColumnsOfTheirDataSets) {
  const std::string folder = std::string(ATTACHE_SOURCE_DIR) + "/../shared/ontology/schemas/";
  const std::pair<const char*, const std::vector<std::string_view>&> kSchemas[] = {{"gdelt_events_v2_61.txt", gdelt_columns()},
                                                                                   {"gdelt_events_v1_58.txt", gdelt1_columns()},
                                                                                   {"gdelt_mentions_16.txt", gdelt_mention_columns()},
                                                                                   {"icews_events_20.txt", icews_columns()},
                                                                                   {"polecat_40.txt", polecat_columns()},
                                                                                   {"phoenix_26.txt", phoenix_columns()}};
  for (const auto& [file, columns] : kSchemas) {
    std::ifstream lines(folder + file);
    if (!lines) GTEST_SKIP() << "no " << folder + file;
    std::vector<std::string> names;
    for (std::string line; std::getline(lines, line);) {
      if (!line.empty()) names.push_back(line);
    }
    EXPECT_EQ(std::vector<std::string>(columns.begin(), columns.end()), names) << file;
  }
}

TEST(CountryNames, AreThereForEveryCountryAndComeBack) {
  for (const auto& codes : knowledge::all_country_codes()) {
    const auto name = country_name(codes.iso3);
    ASSERT_FALSE(name.empty()) << codes.iso3;
    EXPECT_EQ(country_named(name), codes.iso3 == "XKX" ? "KOS" : codes.iso3);
    EXPECT_EQ(country_named(icews_country_name(codes.iso3)), codes.iso3 == "XKX" ? "KOS" : codes.iso3);
  }
  EXPECT_EQ(country_named("russian federation"), "RUS");
  EXPECT_EQ(country_named("Atlantis"), "");
  EXPECT_EQ(country_name("UNO"), "");
}

TEST(CameoWords, TellFinerCodesByCoarserOnes) {
  EXPECT_EQ(cameo_words("043"), "Host a visit");
  EXPECT_EQ(cameo_words("0439"), "Host a visit");
  EXPECT_EQ(cameo_words("99"), "");
  EXPECT_EQ(cameo_words(""), "");
}

}  // namespace
}  // namespace attache::outputs
