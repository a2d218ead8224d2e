/// What finding dates, places and quantities costs a sentence, on pages written like news.

#include "knowledge/calendar/dates.h"
#include "knowledge/places/places.h"
#include "knowledge/quantities/quantities.h"
#include "language/segmenter.h"

#include <benchmark/benchmark.h>

#include <cstdlib>

namespace attache::knowledge {
namespace {

const Gazetteer& gazetteer() {
  static const Gazetteer loaded = [] {
    auto compiled = Gazetteer::compile(std::string(ATTACHE_SOURCE_DIR) + "/lexicon");
    if (!compiled) std::abort();
    return std::move(*compiled);
  }();
  return loaded;
}

/// Pages of twenty sentences with names, dates and figures as dense as in a wire report.
struct Pages {
  Document document;
  Arena arena;
  std::vector<Sentence> sentences;

  Pages() {
    document.published = day_from_iso("2019-05-04");
    document.language = "en";
    for (int i = 0; i < 5; ++i) {
      document.blocks.push_back({BlockKind::body, "The foreign minister of Ruritania met union leaders in Nairobi on Tuesday. Police said at least 12 people were killed near Goma "
                                                  "two weeks ago, and some 300 families fled to Uganda. Officials would not say when parliament will vote on it. \u201CNo date has "
                                                  "been set,\u201D the spokeswoman, Anna Berg, told reporters."});
    }
    segment(document, arena, sentences);
  }
};

const Pages& pages() {
  static const Pages made;
  return made;
}

void count_sentences(benchmark::State& state) {
  state.counters["time/sentence"] = benchmark::Counter(static_cast<double>(pages().sentences.size() * static_cast<std::size_t>(state.iterations())),
                                                       benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

void dates(benchmark::State& state) {
  CalendarContext context;
  context.published = pages().document.published;
  std::vector<DateMention> found;
  for (auto _ : state) {
    for (const Sentence& sentence : pages().sentences) {
      found.clear();
      find_dates(sentence, context, found);
      benchmark::DoNotOptimize(found.data());
    }
  }
  count_sentences(state);
}
BENCHMARK(dates);

void places(benchmark::State& state) {
  std::vector<PlaceMention> found;
  for (auto _ : state) {
    const PlaceContext context = read_place_context(gazetteer(), pages().document, pages().sentences);
    for (std::size_t i = 0; i < pages().sentences.size(); ++i) {
      found.clear();
      find_places(gazetteer(), pages().sentences[i], context.names[i], context, found);
      benchmark::DoNotOptimize(found.data());
    }
  }
  count_sentences(state);
}
BENCHMARK(places);

void quantities(benchmark::State& state) {
  std::vector<QuantityMention> found;
  const std::vector<DateMention> none;
  for (auto _ : state) {
    for (const Sentence& sentence : pages().sentences) {
      found.clear();
      find_quantities(sentence, none, found);
      benchmark::DoNotOptimize(found.data());
    }
  }
  count_sentences(state);
}
BENCHMARK(quantities);

}  // namespace
}  // namespace attache::knowledge
