#include "base/arena.h"
#include "knowledge/calendar/dates.h"
#include "knowledge/calendar/relative.h"
#include "language/segmenter.h"

#include "../language/built_in_parser.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
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

enum class Trees { none, parsed };

/// The dates of a text of one paragraph.
std::vector<DateMention> dates_in(const std::string& text, const CalendarContext& context, Trees trees = Trees::none) {
  Document document;
  document.blocks.push_back({BlockKind::body, text});
  Arena arena;
  std::vector<Sentence> sentences;
  segment(document, arena, sentences);
  if (trees == Trees::parsed) {
    std::vector<Sentence*> work;
    for (Sentence& sentence : sentences) work.push_back(&sentence);
    built_in_parser().parse(work, arena);
  }
  std::vector<DateMention> dates;
  for (const Sentence& sentence : sentences) find_dates(sentence, context, dates);
  return dates;
}

/// What is wrong with a row's answer; empty when nothing is.
std::string fault_of(const Row& row, Trees trees) {
  CalendarContext context;
  context.published = row.reference;
  const auto dates = dates_in(row.sentence, context, trees);
  if (row.expression.empty()) return dates.empty() ? "" : "found '" + dates.front().text + "'";
  const auto found = std::find_if(dates.begin(), dates.end(), [&](const DateMention& date) { return date.text == row.expression; });
  if (found == dates.end()) {
    std::string all;
    for (const DateMention& date : dates) all += " '" + date.text + "'";
    return "not found, but" + (all.empty() ? " nothing" : all);
  }
  const std::string given = days_of(*found) + " " + std::string(name_of(found->precision)), wanted = row.days + " " + row.precision;
  return given == wanted ? "" : given + " instead of " + wanted + ": " + found->reason;
}

/// The rows of a table that are answered wrongly, one a line.
std::vector<std::string> faults_in(const std::string& name, std::size_t& rows, Trees trees = Trees::none) {
  std::vector<std::string> faults;
  const auto table = read_table(std::string(ATTACHE_SOURCE_DIR) + "/tests/knowledge/calendar/" + name);
  for (const Row& row : table) {
    const std::string fault = fault_of(row, trees);
    if (!fault.empty()) faults.push_back(name + ":" + std::to_string(row.line) + ": " + row.sentence + ": " + fault);
  }
  rows += table.size();
  return faults;
}

/// A table in which every row must be right.
void check_table(const std::string& name) {
  std::size_t rows = 0;
  for (const std::string& fault : faults_in(name, rows)) ADD_FAILURE() << fault;
  EXPECT_GT(rows, 0u);
}

TEST(FindDates, ResolvesTheTableOfExpressions) { check_table("expressions.tsv"); }
TEST(FindDates, NeverGivesAWrongDateSilently) { check_table("bad_dates.tsv"); }
TEST(FindDates, InventsNothingWithoutAPageDate) { check_table("undated.tsv"); }
TEST(FindDates, LeavesOtherNumbersAndNamesAlone) { check_table("refusals.tsv"); }

TEST(FindDates, IsRightOnNearlyAllOfItsTables) {
  std::size_t rows = 0, wrong = 0;
  for (const char* name : {"expressions.tsv", "weekdays.tsv", "steps.tsv", "partial.tsv", "spans.tsv", "feasts.tsv", "refusals.tsv", "undated.tsv", "bad_dates.tsv"}) {
    const auto faults = faults_in(name, rows);
    for (const std::string& fault : faults) std::printf("%s\n", fault.c_str());
    wrong += faults.size();
  }
  std::printf("%zu of %zu expressions right\n", rows - wrong, rows);
  EXPECT_GE(rows, 500u);
  EXPECT_LE(static_cast<double>(wrong), 0.03 * static_cast<double>(rows));
}

TEST(FindDates, ReadsReportsAsTheyAreParsed) {
  std::size_t rows = 0;
  const auto faults = faults_in("news.tsv", rows, Trees::parsed);
  for (const std::string& fault : faults) std::printf("%s\n", fault.c_str());
  std::printf("%zu of %zu expressions in reports right\n", rows - faults.size(), rows);
  EXPECT_GE(rows, 70u);
  EXPECT_LE(static_cast<double>(faults.size()), 0.05 * static_cast<double>(rows));
}

TEST(FindDates, TheOutletsHabitOrdersDayAndMonth) {
  CalendarContext context;
  context.published = day_from_iso("2013-08-22");
  for (const auto& [day_first, iso] : {std::pair(true, "2013-07-05"), std::pair(false, "2013-05-07")}) {
    context.day_order.day_first = day_first;
    const auto dates = dates_in("The truce began on 5/7/2013.", context);
    ASSERT_EQ(dates.size(), 1u);
    EXPECT_EQ(days_of(dates.front()), iso);
  }
}

TEST(ResolveRelative, CountsFromTheOtherEvent) {
  CalendarContext context;
  context.published = day_from_iso("2013-05-22");
  auto dates = dates_in("The bomb went off two weeks after the vote.", context);
  ASSERT_EQ(dates.size(), 1u);
  ASSERT_TRUE(dates.front().shift);
  resolve_relative(dates.front(), *day_from_iso("2012-03-07"));
  EXPECT_EQ(days_of(dates.front()), "2012-03-21");
  EXPECT_EQ(dates.front().precision, DatePrecision::week);
}

/// Dates of several sentences read as one page.
std::vector<DateMention> dates_of_page(const std::string& text, const char* published) {
  Document document;
  document.blocks.push_back({BlockKind::body, text});
  Arena arena;
  std::vector<Sentence> sentences;
  segment(document, arena, sentences);
  CalendarContext context;
  context.published = day_from_iso(published);
  std::vector<DateMention> all;
  for (const Sentence& sentence : sentences) {
    std::vector<DateMention> dates;
    find_dates(sentence, context, dates);
    context.remember(sentence, dates);
    all.insert(all.end(), dates.begin(), dates.end());
  }
  return all;
}

TEST(CalendarContext, CountsFromTheLastDateNamed) {
  const auto dates = dates_of_page("The king fell on 3 March 1979. Two days later the army took over.", "2013-05-22");
  ASSERT_EQ(dates.size(), 2u);
  EXPECT_EQ(days_of(dates[1]), "1979-03-05");
}

TEST(CalendarContext, TellsHistoryByTheYearToldOf) {
  const auto dates = dates_of_page("The king fell in 1978. In 1979 the army took over. The port was shelled in March. Talks began on 9 April.", "2013-05-22");
  ASSERT_EQ(dates.size(), 4u);
  EXPECT_EQ(days_of(dates[2]), "1979-03-01");
  EXPECT_EQ(days_of(dates[3]), "1979-04-09");
}

TEST(CalendarContext, LeavesHistoryWhenThePresentIsSpokenOf) {
  const auto dates = dates_of_page("The king fell in 1979. Yesterday his son returned. He was freed in March.", "2013-05-22");
  ASSERT_EQ(dates.size(), 3u);
  EXPECT_EQ(days_of(dates[2]), "2013-03-01");
}

}  // namespace
}  // namespace attache::knowledge
