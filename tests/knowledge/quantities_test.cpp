#include "base/arena.h"
#include "knowledge/calendar/dates.h"
#include "knowledge/quantities/numerals.h"
#include "knowledge/quantities/quantities.h"
#include "language/segmenter.h"

#include <gtest/gtest.h>

#include <fmt/format.h>
#include <cstdio>
#include <fstream>

namespace attache::knowledge {
namespace {

std::string described(const std::string& text) {
  Document document;
  document.blocks.push_back({BlockKind::body, text});
  Arena arena;
  std::vector<Sentence> sentences;
  segment(document, arena, sentences);
  std::string all;
  for (const Sentence& sentence : sentences) {
    std::vector<DateMention> dates;
    find_dates(sentence, {}, dates);
    std::vector<QuantityMention> quantities;
    find_quantities(sentence, dates, quantities);
    for (const QuantityMention& quantity : quantities) {
      if (!all.empty()) all += "; ";
      all += fmt::format("{:.15g}", quantity.low);
      if (quantity.high != quantity.low) all += fmt::format("-{:.15g}", quantity.high);
      if (quantity.open_above) all += "+";
      all += " " + quantity.unit;
    }
  }
  return all;
}

TEST(FindQuantities, ReadsTheTableOfSentences) {
  std::ifstream file(std::string(ATTACHE_SOURCE_DIR) + "/tests/knowledge/quantities/quantities.tsv");
  ASSERT_TRUE(file);
  std::string line;
  std::size_t rows = 0, wrong = 0;
  for (std::size_t number = 1; std::getline(file, line); ++number) {
    if (line.empty() || line.front() == '#') continue;
    const std::size_t tab = line.find('\t');
    ASSERT_NE(tab, std::string::npos) << "line " << number;
    const std::string given = described(line.substr(0, tab)), wanted = line.substr(tab + 1);
    ++rows;
    if (given == wanted) continue;
    ++wrong;
    std::printf("quantities.tsv:%zu: %s: %s instead of %s\n", number, line.substr(0, tab).c_str(), given.c_str(), wanted.c_str());
  }
  std::printf("%zu of %zu sentences right\n", rows - wrong, rows);
  EXPECT_GE(rows, 100u);
  EXPECT_LE(static_cast<double>(wrong), 0.05 * static_cast<double>(rows));
}

struct NumeralCase {
  std::vector<std::string_view> words;
  double value;  ///< Negative: no number.
  std::uint32_t length;
};

TEST(ReadNumeral, AddsUpDigitsAndWords) {
  const NumeralCase cases[] = {
      {{"12"}, 12, 1},
      {{"2,000"}, 2000, 1},
      {{"3.5", "million"}, 3.5e6, 2},
      {{"twenty-one"}, 21, 1},
      {{"twenty", "-", "one"}, 21, 3},
      {{"two", "hundred", "and", "five"}, 205, 4},
      {{"three", "thousand", "two", "hundred"}, 3200, 4},
      {{"two", "and", "a", "half", "million"}, 2.5e6, 5},
      {{"a", "dozen"}, 12, 2},
      {{"half", "a", "million"}, 5e5, 3},
      {{"21st"}, 21, 1},
      {{"five", "and", "six"}, 5, 1},
      {{"five", "six"}, 5, 1},
      {{"300k"}, 3e5, 1},
      {{"a", "dog"}, -1, 0},
      {{"dog"}, -1, 0},
      {{"12abc"}, -1, 0},
      {{"99999999999999999999"}, -1, 0},
  };
  for (const NumeralCase& c : cases) {
    std::vector<Token> tokens;
    for (const std::string_view word : c.words) tokens.push_back({.text = word});
    const auto numeral = read_numeral(tokens, 0);
    ASSERT_EQ(numeral.has_value(), c.value >= 0) << c.words.front();
    if (!numeral) continue;
    EXPECT_DOUBLE_EQ(numeral->value, c.value) << c.words.front();
    EXPECT_EQ(numeral->last, c.length) << c.words.front();
  }
}

}  // namespace
}  // namespace attache::knowledge
