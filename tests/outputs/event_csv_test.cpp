#include "outputs/event_csv.h"

#include <gtest/gtest.h>

namespace attache::outputs {
namespace {

/// A reader of RFC 4180 rows, so that the test sees cells as any other program would.
std::vector<std::string> cells_of(std::string_view row) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (quoted) {
      if (row[i] != '"') {
        cells.back() += row[i];
      } else if (i + 1 < row.size() && row[i + 1] == '"') {
        cells.back() += row[++i];
      } else {
        quoted = false;
      }
    } else if (row[i] == '"') {
      quoted = true;
    } else if (row[i] == ',') {
      cells.emplace_back();
    } else if (row[i] != '\n') {
      cells.back() += row[i];
    }
  }
  return cells;
}

std::string cell(const Event& event, std::string_view column) {
  std::string header, row;
  append_event_csv_header(header);
  append_event_csv(event, {}, row);
  const auto names = cells_of(header), values = cells_of(row);
  EXPECT_EQ(names.size(), values.size());
  for (std::size_t i = 0; i < names.size() && i < values.size(); ++i) {
    if (names[i] == column) return values[i];
  }
  ADD_FAILURE() << "no column " << column;
  return {};
}

TEST(EventCsv, KeepsCommasQuotesAndLineBreaksInTheirCell) {
  Event event;
  event.text = "\"We will, in time, leave,\" he said.";
  EXPECT_EQ(cell(event, "text"), event.text);
}

TEST(EventCsv, HasTypesOfOnesOwnBesidePlovers) {
  Event event;
  event.type = "COERCE";
  event.own_type = "EVICT";
  EXPECT_EQ(cell(event, "event"), "COERCE");
  EXPECT_EQ(cell(event, "own_type"), "EVICT");
}

TEST(EventCsv, KeepsParticipantsInStepAcrossColumns) {
  Event event;
  event.actors.resize(2);
  event.actors[0].text = "London";
  event.actors[0].code = "GBR";
  event.actors[1].text = "the gunmen";
  event.actors[1].sector = "UAF";
  event.actors[1].other_sectors = {"CRM"};
  EXPECT_EQ(cell(event, "actor"), "London; the gunmen");
  EXPECT_EQ(cell(event, "actor_code"), "GBR; ");
  EXPECT_EQ(cell(event, "actor_sector"), "; UAF+CRM");
}

TEST(EventCsv, WritesRangesAndModality) {
  Event event;
  event.size = {{"dead", 3, 3}, {"injured", 10, 12}};
  event.modality.hypothetical = true;
  EXPECT_EQ(cell(event, "size"), "dead=3; injured=10..12");
  EXPECT_EQ(cell(event, "modality"), "hypothetical");
  EXPECT_EQ(cell(Event{}, "modality"), "asserted");
}

TEST(EventCsv, KeepsASpreadsheetFromRunningACell) {
  Event event;
  event.text = "=HYPERLINK(\"http://x.example\")";
  EXPECT_EQ(cell(event, "text"), "'" + event.text);
}

}  // namespace
}  // namespace attache::outputs
