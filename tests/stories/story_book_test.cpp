#include "stories/story_book.h"

#include "press.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace attache::stories {
namespace {

/// Keeps what a store keeps, through the bytes it would keep.
class Archive {
 public:
  void keep(const NewDocument& document, const DocumentDecision& decision) {
    if (!decision.remembered) return;
    Kept kept{document.id, decision.story, decision.story_day, to_bytes(document.print), {}};
    for (std::size_t i = 0; i < document.reports.size(); ++i) {
      const ReportDecision& told = decision.reports[i];
      if (told.remembered) kept.reports.push_back({told.report, told.event, to_bytes(document.reports[i].facts)});
    }
    days_[document.print.published].push_back(kept);
  }

  std::vector<RememberedDocument> load(std::optional<Day> day, std::size_t most) const {
    const auto at = days_.find(day ? static_cast<std::int32_t>(day->time_since_epoch().count()) : Fingerprint::no_day);
    if (at == days_.end()) return {};
    std::vector<RememberedDocument> documents;
    for (std::size_t i = at->second.size() > most ? at->second.size() - most : 0; i < at->second.size(); ++i) {
      const Kept& kept = at->second[i];
      RememberedDocument document{kept.id, kept.story, kept.story_day, *fingerprint_from_bytes(kept.print), {}};
      for (const auto& report : kept.reports) document.reports.push_back({report.id, report.event, *facts_from_bytes(report.facts)});
      documents.push_back(std::move(document));
    }
    return documents;
  }

 private:
  struct KeptReport {
    std::string id, event, facts;
  };
  struct Kept {
    std::string id, story;
    std::int32_t story_day;
    std::string print;
    std::vector<KeptReport> reports;
  };
  std::map<std::int32_t, std::vector<Kept>> days_;
};

/// What was decided, as text, so that two runs can be compared and a difference be read.
std::string text_of(const DocumentDecision& decision) {
  std::string text = decision.document + " in " + decision.story + " like " + decision.like + " " + std::string(name_of(decision.likeness));
  for (const ReportDecision& told : decision.reports)
    text += "; " + told.report + " tells " + told.event + ": " + told.rule.to_text() + " beside " + told.beside;
  return text;
}

std::vector<NewDocument> prepared(const std::vector<PressReport>& press) {
  std::vector<NewDocument> documents;
  for (const PressReport& report : press) documents.push_back(prepare(report.document, report.events));
  return documents;
}

/// Decides on all; a new book is begun after every `run` documents, and memory is as small as asked.
std::vector<std::string> decide(const std::vector<NewDocument>& documents, std::size_t run, std::size_t most_in_memory) {
  Archive archive;
  StoryLimits limits;
  limits.most_in_memory = most_in_memory;
  limits.most_at_work = most_in_memory;
  const auto load = [&](std::optional<Day> day, std::size_t most) { return archive.load(day, most); };
  StoryBook book(load, limits);
  std::vector<std::string> decisions;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    if (i % run == run - 1) book = StoryBook(load, limits);
    const DocumentDecision decision = book.add(documents[i]);
    archive.keep(documents[i], decision);
    decisions.push_back(text_of(decision));
  }
  return decisions;
}

TEST(StoryBook, WhereARunIsCutChangesNothing) {
  const auto documents = prepared(press_of(40, 6, 7));
  const auto whole = decide(documents, documents.size() + 1, 1'000'000);
  EXPECT_EQ(decide(documents, 17, 1'000'000), whole);
  EXPECT_EQ(decide(documents, 1, 1'000'000), whole);
}

TEST(StoryBook, SmallMemoryChangesNothing) {
  const auto documents = prepared(press_of(40, 6, 8));
  EXPECT_EQ(decide(documents, documents.size() + 1, 5), decide(documents, documents.size() + 1, 1'000'000));
}

TEST(StoryBook, MemoryIsBounded) {
  Archive archive;
  StoryLimits limits;
  limits.most_in_memory = 20;
  limits.most_at_work = 20;
  StoryBook book([&](std::optional<Day> day, std::size_t most) { return archive.load(day, most); }, limits);
  std::size_t most = 0;
  for (int day = 0; day < 60; ++day) {
    for (PressReport& report : press_of(2, 2, 100 + static_cast<std::uint64_t>(day))) {
      report.document.published = *day_from_iso("2021-03-01") + std::chrono::days(day);
      report.document.id += " of day " + std::to_string(day);
      const NewDocument document = prepare(report.document, report.events);
      archive.keep(document, book.add(document));
      most = std::max(most, book.documents_in_memory());
    }
  }
  // A week of days around, four documents each, cannot be let go.
  EXPECT_LE(most, 32u);
}

/// Documents of twenty days that come in turn need more days than memory was meant for: each is loaded once all the same.
TEST(StoryBook, DaysAtWorkAreNotLetGo) {
  Archive archive;
  StoryLimits limits;
  limits.most_in_memory = 20;
  limits.most_at_work = 1000;
  int loads = 0;
  StoryBook book(
      [&](std::optional<Day> day, std::size_t most) {
        ++loads;
        return archive.load(day, most);
      },
      limits);
  for (int turn = 0; turn < 5; ++turn) {
    for (int day = 0; day < 20; ++day) {
      for (PressReport& report : press_of(2, 1, 100 + static_cast<std::uint64_t>(20 * turn + day))) {
        report.document.published = *day_from_iso("2021-03-01") + std::chrono::days(day);
        report.document.id += " of turn " + std::to_string(turn) + ", day " + std::to_string(day);
        const NewDocument document = prepare(report.document, report.events);
        archive.keep(document, book.add(document));
      }
    }
  }
  EXPECT_GT(book.documents_in_memory(), 50u);
  EXPECT_EQ(loads, 26);
}

/// The sets of documents that stand in one story, whatever it is called.
std::set<std::set<std::string>> partition(std::vector<NewDocument> documents) {
  StoryBook book;
  std::map<std::string, std::set<std::string>> stories;
  for (const NewDocument& document : documents) stories[book.add(document).story].insert(document.id);
  std::set<std::set<std::string>> sets;
  for (auto& [id, members] : stories) sets.insert(members);
  return sets;
}

TEST(StoryBook, HappeningsBecomeStoriesInWhateverOrderTheyCome) {
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    const auto press = press_of(30, 5, seed);
    std::map<std::uint32_t, std::set<std::string>> told;
    for (const PressReport& report : press) told[report.happening].insert(report.document.id);
    std::set<std::set<std::string>> truth;
    for (auto& [happening, members] : told) truth.insert(members);
    auto documents = prepared(press);
    EXPECT_EQ(partition(documents), truth) << "seed " << seed;
    std::reverse(documents.begin(), documents.end());
    EXPECT_EQ(partition(documents), truth) << "seed " << seed << ", backwards";
    std::sort(documents.begin(), documents.end(), [](const auto& a, const auto& b) { return a.print.published < b.print.published; });
    EXPECT_EQ(partition(documents), truth) << "seed " << seed << ", by day";
  }
}

TEST(StoryBook, EveryDecisionLeansOnAnEarlierOneOfTheSameStoryAndEvent) {
  const auto documents = prepared(press_of(30, 6, 3));
  StoryBook book;
  std::map<std::string, std::string> story_of, event_of;
  for (const NewDocument& document : documents) {
    const DocumentDecision decision = book.add(document);
    if (!decision.like.empty()) {
      EXPECT_EQ(story_of.at(decision.like), decision.story);
    }
    story_of[decision.document] = decision.story;
    for (const ReportDecision& told : decision.reports) {
      if (told.with.empty()) {
        EXPECT_EQ(told.event, told.report);
      } else {
        EXPECT_EQ(event_of.at(told.with), told.event);
      }
      event_of[told.report] = told.event;
    }
  }
}

TEST(StoryBook, OneEventHoweverOftenReprinted) {
  StoryBook book;
  std::map<std::uint32_t, std::set<std::string>> events;
  for (const PressReport& report : press_of(25, 6, 11))
    events[report.happening].insert(book.add(prepare(report.document, report.events)).reports[0].event);
  for (const auto& [happening, ids] : events) EXPECT_EQ(ids.size(), 1u) << happening;
}

}  // namespace
}  // namespace attache::stories
