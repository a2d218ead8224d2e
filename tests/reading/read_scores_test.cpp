/// Scores of reading, against pages of which the right answer is counted by hand.

#include "reading/read_scores.h"
#include "reading_help.h"

#include <gtest/gtest.h>

namespace attache::reading {
namespace {

Document document_of(const std::vector<Block>& blocks, std::optional<Day> published = {}) {
  Document document;
  document.blocks = blocks;
  document.published = published;
  return document;
}

PageScore score(const PageGold& gold, const Document& document) { return score_page(gold, std::span(&document, 1)); }

TEST(ReadScores, RunsOfFourWordsAreCountedBothWays) {
  PageGold gold;
  gold.body = "One two three four five six.\nSeven eight nine ten.";
  // Five runs are wanted beside those across the line: 10 words, 7 runs. Found are 6 words, 3 runs, all of them wanted.
  const auto half = score(gold, document_of({{BlockKind::headline, "A headline does not count here"}, {BlockKind::caption, "Nor does this caption of four words"}, {BlockKind::body, "one TWO three, four five six"}}));
  EXPECT_DOUBLE_EQ(half.precision, 1.0);
  EXPECT_DOUBLE_EQ(half.recall, 3.0 / 7.0);
  EXPECT_EQ(half.losses, std::vector<std::string>{"Seven eight nine ten."});
  EXPECT_TRUE(half.extras.empty());
  const auto more = score(gold, document_of({{BlockKind::lead, "One two three four five six."}, {BlockKind::body, "Seven eight nine ten."}, {BlockKind::body, "Cookies are good for you."}}));
  // 15 words, 12 runs, of which 7 are wanted.
  EXPECT_DOUBLE_EQ(more.precision, 7.0 / 12.0);
  EXPECT_DOUBLE_EQ(more.recall, 1.0);
  EXPECT_EQ(more.extras, std::vector<std::string>{"Cookies are good for you."});
  EXPECT_DOUBLE_EQ(more.quality(PageGoldForm::text), 7.0 / 12.0);
  // What is said twice is wanted once.
  gold.body = "One two three four.";
  EXPECT_DOUBLE_EQ(score(gold, document_of({{BlockKind::body, "One two three four one two three four"}})).precision, 1.0 / 5.0);
}

TEST(ReadScores, NothingFoundIsNothingRecalled) {
  PageGold gold;
  gold.body = "One two three four.";
  const auto none = score_page(gold, {});
  EXPECT_DOUBLE_EQ(none.recall, 0.0);
  EXPECT_EQ(none.losses.size(), 1u);
}

TEST(ReadScores, PiecesThatBelongAndThatDoNot) {
  PageGold gold;
  gold.form = PageGoldForm::segments;
  gold.must = {"the envoys  met", "a line that is lost"};
  gold.must_not = {"Sign up", "Read more"};
  const auto scored = score(gold, document_of({{BlockKind::body, "On Monday the envoys met."}, {BlockKind::body, "Sign up for our letter."}}));
  EXPECT_EQ(scored.lost, 1u);
  EXPECT_EQ(scored.added, 1u);
  EXPECT_EQ(scored.losses, std::vector<std::string>{"a line that is lost"});
  EXPECT_EQ(scored.extras, std::vector<std::string>{"Sign up"});
  EXPECT_DOUBLE_EQ(scored.quality(PageGoldForm::segments), 0.5);
}

TEST(ReadScores, DaysAreExactWrongOrNone) {
  PageGold gold;
  gold.form = PageGoldForm::date;
  gold.date = "2014-03-04";
  const auto with = [&](const char* day) { return score(gold, document_of({}, day_from_iso(day))); };
  EXPECT_TRUE(with("2014-03-04").exact);
  EXPECT_FALSE(with("2014-03-04").wrong);
  EXPECT_TRUE(with("2014-03-05").wrong);
  EXPECT_FALSE(with("2014-03-05").exact);
  EXPECT_FALSE(with("").exact || with("").wrong);
}

TEST(ReadScores, FiguresAreMeansWithIntervals) {
  std::vector<PageScore> pages(4);
  pages[0].exact = pages[1].exact = pages[2].exact = true;
  pages[3].wrong = true;
  const auto figures = figures_of(PageGoldForm::date, pages);
  EXPECT_NE(figures.find("exact              0.7500 [0.2500, 1.0000]"), std::string::npos) << figures;
  EXPECT_NE(figures.find("wrong              0.2500 [0.0000, 0.7500]"), std::string::npos) << figures;
  EXPECT_NE(figures.find("none               0.0000"), std::string::npos) << figures;
  EXPECT_EQ(figures, figures_of(PageGoldForm::date, pages));
  EXPECT_EQ(figures_of(PageGoldForm::date, {}), "");
}

TEST(ReadScores, GoldRowsThatAreBrokenAreSaidWithTheirLine) {
  std::vector<Error> errors;
  const auto rows = read_page_gold("{\"id\":\"a\",\"date\":\"2014-03-04\"}\n\n{\"id\":\"b\",\"body\":\"another form\"}\n{broken\n{\"date\":\"2014-03-04\"}\n{\"id\":\"c\",\"date\":\"2014-03-05\",\"file\":\"c.html\"}\n",
                                   "gold.jsonl", [&](const Error& error) { errors.push_back(error); });
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].file, "html/a.html.gz");
  EXPECT_EQ(rows[1].file, "c.html");
  ASSERT_EQ(errors.size(), 3u);
  EXPECT_EQ(errors[0].place.line, 3u);
  EXPECT_EQ(errors[1].place.line, 4u);
  EXPECT_EQ(errors[2].place.line, 5u);
  errors.clear();
  EXPECT_TRUE(read_page_gold("{\"x\":1}\n{\"id\":\"a\",\"date\":\"2014-03-04\"}\n", "other.jsonl", [&](const Error& error) { errors.push_back(error); }).empty());
  EXPECT_EQ(errors.size(), 1u);
}

}  // namespace
}  // namespace attache::reading
