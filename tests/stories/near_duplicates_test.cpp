/// Pairs of reports written for the project (near_duplicates/README.md): how they stand to each other.

#include "near_duplicates.h"

#include "stories/compare.h"
#include "stories/story_book.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <map>
#include <set>

namespace attache::stories {
namespace {

std::string described(const Comparison& comparison) {
  const Overlap& overlap = comparison.overlap;
  std::ostringstream text;
  text.precision(2);
  text << name_of(comparison.likeness) << " (" << comparison.because << ") strength " << comparison.strength << " contained "
       << overlap.contained << " lead " << overlap.lead << " content " << overlap.content << "/" << overlap.content_jaccard << " names "
       << overlap.names_shared << " " << overlap.names << " foremost " << overlap.foremost_shared << " replaced " << overlap.names_replaced
       << " numbers " << overlap.numbers_shared << "-" << overlap.numbers_replaced << " title " << overlap.title_shared << " days "
       << overlap.days;
  return text.str();
}

TEST(NearDuplicates, AtLeast97OfAHundredAreToldRight) {
  const std::vector<Pair> pairs = all_pairs();
  ASSERT_GE(pairs.size(), 300u);
  std::map<std::string, std::pair<int, int>> right_of;
  int right = 0;
  for (const Pair& pair : pairs) {
    const Comparison comparison = compare(pair.one.print(), pair.other.print());
    const bool is_right = name_of(comparison.likeness) == pair.truth;
    right += is_right;
    right_of[pair.truth].first += is_right;
    ++right_of[pair.truth].second;
    if (!is_right) std::cout << pair.where << " is " << pair.truth << ", told " << described(comparison) << "\n";
    EXPECT_EQ(compare(pair.other.print(), pair.one.print()).likeness, comparison.likeness) << pair.where << ": the order matters";
  }
  for (const auto& [truth, counts] : right_of) std::cout << truth << ": " << counts.first << " of " << counts.second << "\n";
  std::cout << "all: " << right << " of " << pairs.size() << "\n";
  EXPECT_GE(right, 0.97 * static_cast<double>(pairs.size()));
}

TEST(NearDuplicates, ReprintsAndUpdatesAreFoundByTheirKeys) {
  for (const Pair& pair : all_pairs()) {
    if (pair.truth != "reprint" && pair.truth != "update") continue;
    const auto keys = bands(pair.one.print());
    const auto others = bands(pair.other.print());
    EXPECT_TRUE(std::any_of(keys.begin(), keys.end(), [&](auto key) {
      return std::find(others.begin(), others.end(), key) != others.end();
    })) << pair.where;
  }
}

/// Whole stories, as the book makes them of all these reports in one stream, against those that the pairs make.
TEST(NearDuplicates, BecomeStories) {
  const std::vector<Pair> pairs = all_pairs();
  std::map<std::string, Report> reports;
  std::map<std::string, std::string> told;  // The story of each report, by one of its members.
  for (const Pair& pair : pairs) {
    for (const auto& [id, report] : {std::pair(pair.one_id, pair.one), std::pair(pair.other_id, pair.other)}) {
      reports.emplace(id, report);
      told.emplace(id, id);
    }
  }
  for (const Pair& pair : pairs) {
    if (pair.truth == "different") continue;
    const std::string one = told[pair.one_id], other = told[pair.other_id];
    for (auto& [id, story] : told) story = story == other ? one : story;
  }
  std::vector<std::pair<std::string, Report>> stream(reports.begin(), reports.end());
  std::stable_sort(stream.begin(), stream.end(), [](const auto& a, const auto& b) { return a.second.published < b.second.published; });
  StoryBook book;
  std::map<std::string, std::string> answered;
  for (const auto& [id, report] : stream) answered[id] = book.add({id, report.print(), {}}).story;

  // B-cubed: of each report's companions how many are right, and how many of the right ones are there.
  double precision = 0, recall = 0;
  for (const auto& [id, story] : told) {
    double answer = 0, truth = 0, both = 0;
    for (const auto& [other, its_story] : told) {
      const bool one_answer = answered[id] == answered[other];
      answer += one_answer;
      truth += story == its_story;
      both += one_answer && story == its_story;
      if (one_answer && story != its_story && id < other) std::cout << "wrongly together: " << id << ", " << other << "\n";
    }
    precision += both / answer;
    recall += both / truth;
    if (both < truth / 2) std::cout << "torn off: " << id << "\n";
  }
  precision /= static_cast<double>(told.size());
  recall /= static_cast<double>(told.size());
  std::cout << told.size() << " reports: B-cubed precision " << precision << ", recall " << recall << "\n";
  EXPECT_GE(2 * precision * recall / (precision + recall), 0.95);
}

}  // namespace
}  // namespace attache::stories
