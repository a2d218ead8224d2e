/// How many documents a second are fingerprinted, compared and decided on. The press is made up: a third of the documents are reprints, the
/// rest tell happenings of their own.

#include "stories/story_book.h"

#include "../../tests/stories/press.h"

#include <benchmark/benchmark.h>

namespace attache::stories {
namespace {

const std::vector<PressReport>& press() {
  static const std::vector<PressReport> reports = press_of(4000, 3, 42);
  return reports;
}

const std::vector<NewDocument>& documents() {
  static const std::vector<NewDocument> prepared = [] {
    std::vector<NewDocument> made;
    for (const PressReport& report : press()) made.push_back(prepare(report.document, report.events));
    return made;
  }();
  return prepared;
}

void prints(benchmark::State& state) {
  std::size_t at = 0;
  for (auto _ : state) {
    const PressReport& report = press()[at++ % press().size()];
    benchmark::DoNotOptimize(prepare(report.document, report.events));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(prints);

void comparisons(benchmark::State& state) {
  std::size_t at = documents().size();
  for (auto _ : state) {
    const std::size_t other = (at * 7919) % documents().size();
    benchmark::DoNotOptimize(compare(documents()[at % documents().size()].print, documents()[other].print));
    ++at;
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(comparisons);

/// All 12,000 documents of three weeks, mixed.
void decisions(benchmark::State& state) {
  for (auto _ : state) {
    StoryBook book;
    for (const NewDocument& document : documents()) benchmark::DoNotOptimize(book.add(document));
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(documents().size()));
}
BENCHMARK(decisions)->Unit(benchmark::kMillisecond);

/// One busy day: the same documents, all published on one day.
void busy_day(benchmark::State& state) {
  for (auto _ : state) {
    StoryBook book;
    for (NewDocument document : documents()) {
      document.print.published = 18000;
      benchmark::DoNotOptimize(book.add(document));
    }
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(documents().size()));
}
BENCHMARK(busy_day)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace attache::stories
