#include "base/arena.h"
#include "coding/coder.h"
#include "knowledge/knowledge.h"
#include "language/segmenter.h"

#include "../language/built_in_parser.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <sstream>

namespace attache {
namespace {

/// The built-in lexicon and model, compiled once.
struct Engine {
  Knowledge knowledge;
  EventCoder coder;
};

const Engine& engine() {
  static const Engine opened = [] {
    const std::string lexicon = std::string(ATTACHE_SOURCE_DIR) + "/lexicon";
    return Engine{Knowledge::compile(lexicon).value(), EventCoder::compile(lexicon).value()};
  }();
  return opened;
}

Document page_of(std::string text, const char* published) {
  Document document;
  document.language = "en";
  if (published) document.published = day_from_iso(published);
  const std::string break_mark = " ¶ ";
  while (true) {
    const std::size_t at = text.find(break_mark);
    document.blocks.push_back({BlockKind::body, text.substr(0, at)});
    if (at == std::string::npos) return document;
    text.erase(0, at + break_mark.size());
  }
}

std::vector<Event> events_of(const Document& document) {
  Arena arena;
  std::vector<Sentence> sentences;
  segment(document, arena, sentences);
  std::vector<Sentence*> work;
  for (Sentence& sentence : sentences) work.push_back(&sentence);
  built_in_parser().parse(work, arena);
  std::vector<SentenceMentions> mentions;
  engine().knowledge.annotate(document, sentences, mentions);
  return engine().coder.code(document, sentences, mentions);
}

std::vector<std::vector<std::string>> rows_of(const std::string& name) {
  std::ifstream file(std::string(ATTACHE_SOURCE_DIR) + "/tests/coding/circumstances/" + name);
  EXPECT_TRUE(file) << name;
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream fields(line);
    rows.emplace_back();
    for (std::string field; std::getline(fields, field, '\t');) rows.back().push_back(field);
  }
  return rows;
}

const Event* event_with(const std::vector<Event>& events, const std::string& word) {
  const auto found = std::find_if(events.begin(), events.end(), [&](const Event& event) { return (" " + event.trigger + " ").find(" " + word + " ") != std::string::npos; });
  return found == events.end() ? nullptr : &*found;
}

struct Share {
  std::size_t asked = 0, coded = 0, right = 0;
};

/// Which of the places named is where it happened; none. Prints the rows that are wrong.
Share places_right(const std::string& table) {
  Share share;
  for (const auto& row : rows_of(table)) {
    EXPECT_EQ(row.size(), 3u) << row.front();
    const auto events = events_of(page_of(row[0], "2019-05-04"));
    const Event* event = event_with(events, row[1]);
    const std::string given = !event ? "not coded" : !event->location ? "none" : event->location->name + "/" + event->location->country;
    const bool right = given == row[2] || (row[2].ends_with('/') && given.starts_with(row[2]));
    ++share.asked;
    share.coded += event != nullptr;
    share.right += right;
    if (!right) std::printf("%s [%s]: %s instead of %s\n", row[0].c_str(), row[1].c_str(), given.c_str(), row[2].c_str());
  }
  std::printf("%s: %zu of %zu pairs right, %zu coded\n", table.c_str(), share.right, share.asked, share.coded);
  return share;
}

TEST(SetLocation, ChoosesWhereItHappened) {
  const Share written = places_right("places.tsv"), reports = places_right("news_places.tsv"), further = places_right("further_places.tsv"), fresh = places_right("report_places.tsv"), pages = places_right("page_places.tsv");
  EXPECT_GE(written.asked, 150u);
  EXPECT_GE(static_cast<double>(written.right), 0.85 * static_cast<double>(written.asked));
  // Of a report's sentence it is the place that is judged here, not whether the event is found. These are harder: written to be, and never tuned on.
  EXPECT_GE(static_cast<double>(reports.right), 0.85 * static_cast<double>(reports.coded));
  EXPECT_GE(static_cast<double>(further.right), 0.85 * static_cast<double>(further.coded));
  EXPECT_GE(static_cast<double>(fresh.right), 0.8 * static_cast<double>(fresh.coded));
  EXPECT_GE(static_cast<double>(pages.right), 0.85 * static_cast<double>(pages.asked));
}

TEST(SetLocation, TakesTheDatelineAsLessPrecise) {
  const auto events = events_of(page_of("NAIROBI, May 3 (Reuters) - Police arrested two activists on Tuesday.", "2019-05-04"));
  const Event* event = event_with(events, "arrested");
  ASSERT_TRUE(event && event->location);
  EXPECT_EQ(event->location->name, "Nairobi");
  EXPECT_EQ(event->location->resolution, "region");
  EXPECT_EQ(event->location->reason, "the report's dateline");
}

TEST(SetLocation, KeepsTheOtherPlacesOfTheName) {
  const auto events = events_of(page_of("Troops clashed with rebels in Hyderabad, Pakistan.", "2019-05-04"));
  const Event* event = event_with(events, "clashed");
  ASSERT_TRUE(event && event->location);
  EXPECT_EQ(event->location->country, "PAK");
  EXPECT_TRUE(std::any_of(event->other_locations.begin(), event->other_locations.end(), [](const Location& other) { return other.country == "IND"; }));
}

/// When it happened, with the precision and the words it came from; - for what must be absent.
Share dates_right(const std::string& table) {
  Share share;
  for (const auto& row : rows_of(table)) {
    EXPECT_EQ(row.size(), 5u) << row.front();
    const auto events = events_of(page_of(row[1], row[0] == "-" ? nullptr : row[0].c_str()));
    const Event* event = event_with(events, row[2]);
    const std::string date = !event ? "not coded" : !event->date ? "-" : to_iso(*event->date) + " " + std::string(name_of(event->date_precision));
    const std::string text = !event || event->date_text.empty() ? "-" : event->date_text;
    const bool right = event && date == row[3] && text == row[4];
    ++share.asked;
    share.coded += event != nullptr;
    share.right += right;
    if (!right) std::printf("%s [%s]: %s (%s) instead of %s (%s)\n", row[1].c_str(), row[2].c_str(), date.c_str(), text.c_str(), row[3].c_str(), row[4].c_str());
  }
  std::printf("%s: %zu of %zu dates right, %zu coded\n", table.c_str(), share.right, share.asked, share.coded);
  return share;
}

TEST(SetDate, TellsWhenItHappened) {
  const Share written = dates_right("dates.tsv"), reports = dates_right("report_dates.tsv");
  EXPECT_GE(static_cast<double>(written.right), 0.85 * static_cast<double>(written.asked));
  EXPECT_GE(static_cast<double>(reports.right), 0.85 * static_cast<double>(reports.coded));
}

}  // namespace
}  // namespace attache
