#include "base/arena.h"
#include "knowledge/calendar/dates.h"
#include "knowledge/calendar/relative.h"
#include "language/segmenter.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace attache::knowledge {
namespace {

/// One row of a table of expressions.
struct Row {
  std::size_t line = 0;
  std::optional<Day> reference;
  std::string sentence;    ///< Without the brackets.
  std::string expression;  ///< What stood in the brackets; empty when none is expected.
  std::string days;
  std::string precision;
};

std::vector<Row> read_table(const std::string& path) {
  std::vector<Row> rows;
  std::ifstream file(path);
  EXPECT_TRUE(file) << path;
  std::string line;
  for (std::size_t number = 1; std::getline(file, line); ++number) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream fields(line);
    Row row;
    row.line = number;
    std::string reference, marked;
    std::getline(fields, reference, '\t');
    std::getline(fields, marked, '\t');
    std::getline(fields, row.days, '\t');
    std::getline(fields, row.precision, '\t');
    row.reference = day_from_iso(reference);
    const std::size_t open = marked.find('['), close = marked.find(']');
    if (open == std::string::npos) {
      row.sentence = marked;
    } else {
      row.expression = marked.substr(open + 1, close - open - 1);
      row.sentence = marked.substr(0, open) + row.expression + marked.substr(close + 1);
    }
    rows.push_back(row);
  }
  return rows;
}

std::string days_of(const DateMention& date) {
  if (date.kind == DateMention::Kind::duration) return "duration";
  if (date.kind == DateMention::Kind::set) return "set";
  if (!date.start) return "-";
  return to_iso(*date.start) + (date.end ? "/" + to_iso(*date.end) : "");
}

/// The dates of the first sentence of a text, unparsed.
std::vector<DateMention> dates_in(const std::string& text, const CalendarContext& context) {
  Document document;
  document.blocks.push_back({BlockKind::body, text});
  Arena arena;
  std::vector<Sentence> sentences;
  segment(document, arena, sentences);
  std::vector<DateMention> dates;
  for (const Sentence& sentence : sentences) find_dates(sentence, context, dates);
  return dates;
}

void check_table(const std::string& name) {
  const auto rows = read_table(std::string(ATTACHE_SOURCE_DIR) + "/tests/knowledge/calendar/" + name);
  ASSERT_FALSE(rows.empty());
  for (const Row& row : rows) {
    CalendarContext context;
    context.published = row.reference;
    const auto dates = dates_in(row.sentence, context);
    const std::string place = name + ":" + std::to_string(row.line) + ": " + row.sentence;
    if (row.expression.empty()) {
      EXPECT_TRUE(dates.empty()) << place << ": found '" << (dates.empty() ? "" : dates.front().text) << "'";
      continue;
    }
    const auto found = std::find_if(dates.begin(), dates.end(), [&](const DateMention& date) { return date.text == row.expression; });
    if (found == dates.end()) {
      std::string all;
      for (const DateMention& date : dates) all += " '" + date.text + "'";
      ADD_FAILURE() << place << ": not found, but" << (all.empty() ? " nothing" : all);
      continue;
    }
    EXPECT_EQ(days_of(*found), row.days) << place << ": " << found->reason;
    EXPECT_EQ(name_of(found->precision), row.precision) << place << ": " << found->reason;
  }
}

TEST(FindDates, ResolvesTheTableOfExpressions) { check_table("expressions.tsv"); }

}  // namespace
}  // namespace attache::knowledge
