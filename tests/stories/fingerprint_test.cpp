#include "stories/fingerprint.h"
#include "stories/compare.h"
#include "stories/news_words.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace attache::stories {
namespace {

std::vector<NewsWord> words_of(std::string_view text) {
  std::vector<NewsWord> words;
  append_news_words(text, false, words);
  return words;
}

const std::vector<std::string_view> harbour_report = {
    "MOMBASA, May 3 (Reuters) - A ferry carrying 140 people capsized off Mombasa on Sunday and 23 of them drowned, the Kenyan coast guard "
    "said.",
    "Divers pulled survivors from the water through the night, and the harbour master, Salim Otieno, ordered all ferries to stay in port.",
    "The Zuhura had left Likoni with twice the passengers it was licensed for, according to a dock worker who watched it cast off.",
    "President Uhuru Kenyatta promised an inquiry and sent two navy vessels to help with the search.",
};

Fingerprint print_of(std::string_view title, std::vector<std::string_view> paragraphs, std::string_view day = "2015-05-03") {
  return fingerprint({.title = title, .published = day_from_iso(day), .paragraphs = std::move(paragraphs)});
}

TEST(NewsWords, OneFigureInDigitsAndInWords) {
  EXPECT_EQ(words_of("12")[0].form, words_of("twelve")[0].form);
  EXPECT_EQ(words_of("1,200")[0].form, words_of("1200")[0].form);
  EXPECT_EQ(words_of("23")[0].form, words_of("twenty-three").back().form);
  EXPECT_NE(words_of("23")[0].form, words_of("twenty")[0].form);
}

TEST(NewsWords, YearsDaysAndHoursCountNothing) {
  for (const auto* text : {"in 1998", "on 3 May", "on May 3", "at 10:45", "the 3rd"}) {
    for (const NewsWord& word : words_of(text)) EXPECT_FALSE(word.number) << text;
  }
  EXPECT_TRUE(words_of("killed 23 people")[1].number);
}

TEST(NewsWords, NamesAreCapitalisedWhereNoSentenceBegins) {
  const auto words = words_of("Divers left. Police in Mombasa waited on Sunday in May");
  EXPECT_FALSE(words[0].name);
  EXPECT_FALSE(words[2].name);
  EXPECT_TRUE(words[4].name);
  EXPECT_FALSE(words[7].name) << "a day of the week";
  EXPECT_FALSE(words[9].name) << "a month";
}

TEST(NewsWords, EndingsDoNotMatter) {
  EXPECT_EQ(words_of("bombings")[0].stem, words_of("bombed")[0].stem);
  EXPECT_EQ(words_of("minister")[0].stem, words_of("ministers")[0].stem);
}

TEST(NewsWords, DatelinesOfAllHouses) {
  EXPECT_EQ(without_dateline("CAIRO, May 2 (Reuters) - Egypt said"), "Egypt said");
  EXPECT_EQ(without_dateline("Paris (AFP) - France said"), "France said");
  EXPECT_EQ(without_dateline("KABUL, Afghanistan \xE2\x80\x94 Troops left"), "Troops left");
  EXPECT_EQ(without_dateline("France said - and meant it - that"), "France said - and meant it - that");
}

TEST(Fingerprint, SurvivesTheDatabase) {
  const Fingerprint print = print_of("Ferry capsizes off Mombasa, 23 drown", harbour_report);
  const auto again = fingerprint_from_bytes(to_bytes(print));
  ASSERT_TRUE(again);
  EXPECT_EQ(*again, print);
  EXPECT_LE(to_bytes(print).size(), 600u);
  EXPECT_FALSE(fingerprint_from_bytes("damaged"));
  EXPECT_FALSE(fingerprint_from_bytes(""));
}

TEST(Fingerprint, OfNothingIsLikeNothing) {
  const Fingerprint empty = fingerprint(ReportText{});
  EXPECT_EQ(compare(empty, empty).likeness, Likeness::different);
  EXPECT_EQ(compare(empty, print_of("Ferry capsizes", harbour_report)).likeness, Likeness::different);
  EXPECT_TRUE(bands(empty).empty());
}

TEST(Fingerprint, MarksOfTheDesk) {
  auto corrected = harbour_report;
  corrected.push_back("An earlier version of this article misstated the name of the ferry.");
  EXPECT_EQ(print_of("Ferry capsizes", corrected).marks, Fingerprint::corrected);
  EXPECT_EQ(print_of("UPDATE 2-Ferry capsizes", harbour_report).marks, Fingerprint::updated);
  EXPECT_EQ(print_of("Ferry capsizes", harbour_report).marks, 0);
  EXPECT_EQ(print_of("Ferry capsizes", corrected).runs, print_of("Ferry capsizes", harbour_report).runs) << "notes are not of the report";
}

TEST(Compare, ReprintsShareAKey) {
  const Fingerprint whole = print_of("Ferry capsizes off Mombasa, 23 drown", harbour_report);
  const Fingerprint cut = print_of("Tragedy at sea", {harbour_report[0], harbour_report[1]});
  const auto keys = bands(whole);
  const auto cut_keys = bands(cut);
  EXPECT_TRUE(
      std::any_of(keys.begin(), keys.end(), [&](auto key) { return std::find(cut_keys.begin(), cut_keys.end(), key) != cut_keys.end(); }));
  EXPECT_EQ(compare(whole, cut).likeness, Likeness::reprint);
}

TEST(Compare, OrderDoesNotMatter) {
  const Fingerprint one = print_of("Ferry capsizes off Mombasa, 23 drown", harbour_report);
  const Fingerprint other = print_of("Ferry sinks", {harbour_report[0], "Nobody knows why."}, "2015-05-04");
  EXPECT_EQ(compare(one, other).likeness, compare(other, one).likeness);
  EXPECT_EQ(compare(one, other).strength, compare(other, one).strength);
}

}  // namespace
}  // namespace attache::stories
