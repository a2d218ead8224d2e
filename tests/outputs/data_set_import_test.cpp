/// Rows of GDELT, ICEWS and POLECAT as reports: our own files come back, and the data sets' known dirt is borne.

#include "outputs/data_set_import.h"
#include "outputs/gdelt_export.h"
#include "outputs/icews_export.h"
#include "outputs/polecat_export.h"
#include "outputs/report_json.h"
#include "outputs/tab_row.h"
#include "reading/event_table.h"
#include "reading/input_records.h"

#include <gtest/gtest.h>

namespace attache::outputs {
namespace {

const coding::Ontology& ontology() {
  static const coding::Ontology kOntology = *coding::Ontology::read(ATTACHE_SOURCE_DIR "/lexicon/ontology");
  return kOntology;
}

struct Imported {
  std::vector<Report> reports;
  std::vector<Error> errors;
};

Imported imported(std::string_view bytes) {
  Imported result;
  ReportReader reader(&ontology());
  read_records(bytes, Place{"events"}, false,
               {[&](Record&& record) {
                  EXPECT_TRUE(looks_like_report(record.bytes)) << record.bytes;
                  auto report = reader.read(record.bytes);
                  if (report) {
                    result.reports.push_back(std::move(*report));
                  } else {
                    Error error = report.error();
                    error.place = record.place;
                    result.errors.push_back(error);
                  }
                },
                [&](const Error& error) { result.errors.push_back(error); }, [](std::string_view) {}});
  return result;
}

Entity entity(std::string name, std::string code, std::string sector) {
  Entity e;
  e.text = name;
  e.identifier_text = std::move(name);
  e.code = std::move(code);
  e.sector = std::move(sector);
  return e;
}

Report arrest() {
  Report report;
  Event& event = report.event;
  event.id = "0123456789abcdef";
  event.date = day_from_iso("2014-03-09");
  event.type = "COERCE";
  event.modes = {"arrest"};
  event.contexts = {"legal"};
  event.cameo = "173";
  event.quad_code = 4;
  event.event_scale = -7;
  event.goldstein = -5;
  event.actors = {entity("Interior Ministry", "EGY", "COP")};
  event.recipients = {entity("Fatma Yilmaz", "TUR", "JRN")};
  Location place;
  place.name = "Alexandria";
  place.country = "EGY";
  place.region = "Alexandria Governorate";
  place.region_code = "06";
  place.latitude = 31.2;
  place.longitude = 29.92;
  place.geonames_id = 361058;
  place.resolution = "city";
  event.location = place;
  event.sequence = 2;
  report.citation = {"doc", "https://news.example/1", "", "News Example", "en", {}, day_from_iso("2014-03-10")};
  report.coder.version = "0.1.0";
  return report;
}

std::string gdelt_row() {
  std::string line;
  LeftOut left_out;
  append_gdelt(arrest(), {}, line, left_out);
  return line;
}

std::string icews_file() {
  std::string lines;
  LeftOut left_out;
  append_tab_heading(icews_columns(), lines);
  append_icews(arrest(), {}, lines, left_out);
  return lines;
}

std::string polecat_file() {
  std::string lines;
  LeftOut left_out;
  append_tab_heading(polecat_columns(), lines);
  append_polecat(arrest(), {}, lines, left_out);
  return lines;
}

/// The row with the cell of that number, from 0, replaced.
std::string with_cell(const std::string& row, std::size_t wanted, const std::string& cell) {
  std::size_t start = 0;
  for (std::size_t i = 0; i < wanted; ++i) start = row.find('\t', start) + 1;
  const std::size_t end = row.find_first_of("\t\n", start);
  return row.substr(0, start) + cell + row.substr(end);
}

void expect_arrest(const Imported& result, const char* data_set) {
  ASSERT_EQ(result.reports.size(), 1u) << (result.errors.empty() ? "" : to_string(result.errors[0]));
  EXPECT_TRUE(result.errors.empty());
  const Report& report = result.reports[0];
  const Event& event = report.event;
  EXPECT_EQ(report.coder.name, data_set);
  EXPECT_TRUE(event.id.starts_with(data_set));
  EXPECT_EQ(to_iso(*event.date), "2014-03-09");
  EXPECT_EQ(event.type, "COERCE");
  EXPECT_EQ(event.modes, std::vector<std::string>{"arrest"});
  EXPECT_EQ(event.cameo, "173");
  EXPECT_EQ(event.quad_code, 4);
  EXPECT_EQ(event.event_scale, -7);
  ASSERT_EQ(event.actors.size(), 1u);
  EXPECT_EQ(event.actors[0].code, "EGY");
  EXPECT_EQ(event.actors[0].sector, "COP");
  ASSERT_EQ(event.recipients.size(), 1u);
  EXPECT_EQ(event.recipients[0].code, "TUR");
  EXPECT_EQ(event.recipients[0].sector, "JRN");
  ASSERT_TRUE(event.location);
  EXPECT_EQ(event.location->name, "Alexandria");
  EXPECT_EQ(event.location->country, "EGY");
  EXPECT_EQ(event.location->resolution, "city");
  EXPECT_DOUBLE_EQ(*event.location->latitude, 31.2);
  EXPECT_TRUE(event.modality.asserted());
}

TEST(GdeltImport, ReadsOurOwnRows) {
  const auto result = imported(gdelt_row());
  expect_arrest(result, "gdelt");
  const Report& report = result.reports.at(0);
  EXPECT_EQ(report.event.actors[0].text, "INTERIOR MINISTRY");
  EXPECT_EQ(report.event.location->region, "Alexandria Governorate");
  EXPECT_EQ(report.event.location->region_code, "06");
  EXPECT_EQ(report.event.location->geonames_id, 361058u);
  EXPECT_EQ(report.citation.document, "https://news.example/1");
  EXPECT_EQ(to_iso(*report.citation.published), "2014-03-10");
  ASSERT_TRUE(report.mentions);
  EXPECT_EQ(report.mentions->reports, 1u);
}

TEST(GdeltImport, ReadsAllItsVersionsWithOrWithoutHeading) {
  std::string one;
  LeftOut left_out;
  append_gdelt1(arrest(), {}, one, left_out);
  expect_arrest(imported(one), "gdelt");
  const std::string old = one.substr(0, one.rfind('\t')) + "\n";
  const auto without_address = imported(old);
  ASSERT_EQ(without_address.reports.size(), 1u);
  EXPECT_EQ(without_address.reports[0].citation.document, without_address.reports[0].event.id);
  std::string heading;
  append_tab_heading(gdelt_columns(), heading);
  expect_arrest(imported(heading + gdelt_row()), "gdelt");
  expect_arrest(imported("\xEF\xBB\xBF" + heading + gdelt_row()), "gdelt");
}

TEST(GdeltImport, MendsCodesThatLostTheirZero) {
  const std::pair<const char*, const char*> kCases[] = {{"42", "042"},    {"211", "0211"}, {"10", "010"}, {"112", "112"}, {"042", "042"},
                                                        {"1011", "1011"}, {"36.0", "036"}, {"20", "020"}, {"4", "04"}};
  for (const auto& [written, code] : kCases) EXPECT_EQ(mended_cameo(written, {}, ontology()), code) << written;
  EXPECT_EQ(mended_cameo("10", "10", ontology()), "10");
  EXPECT_EQ(mended_cameo("10", "1", ontology()), "010");
  EXPECT_EQ(mended_cameo("111", "11", ontology()), "111");
  for (const char* bad : {"", "13y", "99", "---", "0423456", "--"}) EXPECT_EQ(mended_cameo(bad, {}, ontology()), "") << bad;
}

TEST(GdeltImport, NamesWhatIsWrongAndGoesOn) {
  const std::string good = gdelt_row();
  const std::string file =
      good + with_cell(good, 1, "20140230") + with_cell(good, 26, "---") + with_cell(good, 31, "many") + "12\t20140101\tcut\n" + good;
  const auto result = imported(file);
  EXPECT_EQ(result.reports.size(), 2u);
  ASSERT_EQ(result.errors.size(), 4u);
  std::vector<std::string> messages;
  for (const auto& error : result.errors) messages.push_back(std::to_string(*error.place.line) + ": " + error.message);
  // What the reader of lines says comes as it is met.
  EXPECT_EQ(messages, (std::vector<std::string>{"2: `SQLDATE` is no day: 20140230", "3: `EventCode` is no CAMEO code: ---",
                                                "4: `NumMentions` is no number from 0 to 9007199254740992: many",
                                                "5: the row has 3 cells for 61 columns"}));
}

TEST(GdeltImport, MentionsAreNoEvents) {
  std::string lines;
  LeftOut left_out;
  append_gdelt_mentions(arrest(), {}, lines, left_out);
  const auto result = imported(lines);
  EXPECT_TRUE(result.reports.empty());
  ASSERT_EQ(result.errors.size(), 1u);
  EXPECT_EQ(result.errors[0].kind, ErrorKind::unsupported);
}

TEST(IcewsImport, ReadsOurOwnFiles) {
  const auto result = imported(icews_file());
  expect_arrest(result, "icews");
  EXPECT_EQ(result.reports.at(0).event.sequence, 2u);
  EXPECT_EQ(result.reports.at(0).event.recipients[0].identifier_text, "Fatma Yilmaz");
  EXPECT_EQ(result.reports.at(0).citation.publication, "News Example");
}

TEST(IcewsImport, BearsItsDirt) {
  const std::string file = icews_file();
  const std::string heading = file.substr(0, file.find('\n') + 1), row = file.substr(heading.size());
  const std::string latin = with_cell(row, 2, "Jos\xE9 Sarney"), strokes = with_cell(row, 1, "3/9/2014"),
                    windows = row.substr(0, row.size() - 1) + "\r\n";
  const std::string trailing = row.substr(0, row.size() - 1) + "\t\t\n", quoted = with_cell(row, 2, "\"Interior Ministry\""),
                    bad = with_cell(row, 6, "13y");
  const auto result = imported(heading + latin + strokes + windows + trailing + quoted + bad + with_cell(row, 10, "Atlantis"));
  ASSERT_EQ(result.reports.size(), 6u);
  EXPECT_EQ(result.reports[0].event.actors[0].identifier_text, "José Sarney");
  EXPECT_EQ(to_iso(*result.reports[1].event.date), "2014-03-09");
  EXPECT_TRUE(result.reports[1].event.id.ends_with("-2014-03-09")) << "some ids stand twice, on different days";
  EXPECT_EQ(result.reports[4].event.actors[0].identifier_text, "Interior Ministry");
  EXPECT_EQ(result.reports[5].event.recipients[0].code, "") << "a country that is none";
  ASSERT_EQ(result.errors.size(), 1u);
  EXPECT_EQ(result.errors[0].message, "`CAMEO Code` is no CAMEO code: 13y");
  EXPECT_EQ(result.errors[0].place.line, 7u);
}

TEST(IcewsImport, TakesTheNarrowestSectorAndBodiesByName) {
  const std::string file = icews_file();
  const std::string heading = file.substr(0, file.find('\n') + 1);
  std::string row = file.substr(heading.size());
  row = with_cell(row, 2, "United Nations");
  row = with_cell(row, 3, "International Government Organization,Global Diplomatic IGOs");
  row = with_cell(row, 4, "NULL");
  row = with_cell(row, 9, "Government,Military,Air Force,Executive");
  const auto result = imported(heading + row);
  ASSERT_EQ(result.reports.size(), 1u);
  EXPECT_EQ(result.reports[0].event.actors[0].code, "UNO");
  EXPECT_EQ(result.reports[0].event.recipients[0].sector, "MIL");
  EXPECT_TRUE(result.reports[0].event.recipients[0].other_sectors.empty());
}

TEST(PolecatImport, ReadsOurOwnFiles) {
  const auto result = imported(polecat_file());
  expect_arrest(result, "polecat");
  const Report& report = result.reports.at(0);
  EXPECT_EQ(report.event.contexts, std::vector<std::string>{"legal"});
  EXPECT_EQ(report.event.location->geonames_id, 361058u);
  EXPECT_EQ(report.citation.language, "en");
  EXPECT_EQ(report.coder.version, "attache 0.1.0");
}

TEST(PolecatImport, BearsItsDirt) {
  const std::string file = polecat_file();
  const std::string heading = file.substr(0, file.find('\n')), row = file.substr(heading.size() + 1);
  // Old files name the intensity otherwise.
  std::string old = heading;
  old.replace(old.find("Event Intensity"), 15, "Intensity");
  expect_arrest(imported(old + "\n" + row), "polecat");
  // Some headings name columns that their rows do not have.
  expect_arrest(imported(heading + "\tHeadline\tEvent Text\tFeed\tStory ID\n" + row), "polecat");
  // Others have them.
  const auto longer = imported(heading + "\tHeadline\tEvent Text\tFeed\tStory ID\n" + row.substr(0, row.size() - 1) +
                               "\tA headline\tA sentence.\tfeed\t77\n");
  ASSERT_EQ(longer.reports.size(), 1u);
  EXPECT_EQ(longer.reports[0].citation.title, "A headline");
  EXPECT_EQ(longer.reports[0].event.text, "A sentence.");
  EXPECT_EQ(longer.reports[0].citation.document, "77");
  // Names of other releases, and lists.
  std::string several = with_cell(row, 6, "legal; natural_resources; pro-democracy; of_no_release");
  several = with_cell(with_cell(several, 7, "First Man; Second Man"), 8, "EGY; SDN");
  const auto lists = imported(heading + "\n" + several);
  ASSERT_EQ(lists.reports.size(), 1u);
  EXPECT_EQ(lists.reports[0].event.contexts, (std::vector<std::string>{"legal", "natural_resource", "pro_democracy"}));
  ASSERT_EQ(lists.reports[0].event.actors.size(), 2u);
  EXPECT_EQ(lists.reports[0].event.actors[1].code, "SDN");
  const auto unknown = imported(heading + "\n" + with_cell(row, 2, "FIGHT"));
  EXPECT_TRUE(unknown.reports.empty());
  ASSERT_EQ(unknown.errors.size(), 1u);
  EXPECT_EQ(unknown.errors[0].message, "`Event Type` is no PLOVER type: FIGHT");
}

TEST(DataSets, AreToldFromOtherTables) {
  using reading::DataSet;
  using reading::find_data_set;
  EXPECT_EQ(find_data_set(gdelt_row()), DataSet::gdelt);
  EXPECT_EQ(find_data_set(icews_file()), DataSet::icews);
  EXPECT_EQ(find_data_set(polecat_file()), DataSet::polecat);
  EXPECT_EQ(find_data_set("title\ttext\tdate\n"), std::nullopt);
  EXPECT_EQ(find_data_set("A page that speaks of an Event ID and a CAMEO Code\n"), std::nullopt);
  EXPECT_EQ(find_data_set(""), std::nullopt);
}

}  // namespace
}  // namespace attache::outputs
