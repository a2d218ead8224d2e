/// Coding alone: trees and mentions are made before the clock starts. The sentences are those of tests/coding/constructions, which carry their
/// trees, so that no model is needed.

#include "coding/coder.h"
#include "coding/composer.h"
#include "../../tests/coding/fixture.h"

#include <benchmark/benchmark.h>

#include <filesystem>

namespace attache {
namespace {

struct Corpus {
  std::vector<coding::testing::Fixture> fixtures;
  EventCoder coder;
  std::size_t words = 0;
};

const Corpus& corpus() {
  static const Corpus shared = [] {
    const std::string root = ATTACHE_SOURCE_DIR;
    auto coder = EventCoder::compile(root + "/lexicon");
    if (!coder) std::abort();
    Corpus made{{}, std::move(*coder), 0};
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(root + "/tests/coding/constructions")) files.push_back(entry.path().string());
    std::sort(files.begin(), files.end());
    for (const auto& file : files) {
      for (auto& fixture : coding::testing::read_fixtures(file, [](const Error&) { std::abort(); })) {
        made.words += fixture.owned.sentence.tokens.size();
        made.fixtures.push_back(std::move(fixture));
      }
    }
    return made;
  }();
  return shared;
}

void BM_code_sentences(benchmark::State& state) {
  const Corpus& data = corpus();
  Document document;
  document.id = "bench";
  document.published = day_from_iso("2013-05-22");
  for (auto _ : state) {
    for (const auto& fixture : data.fixtures) {
      benchmark::DoNotOptimize(data.coder.code(document, {&fixture.owned.sentence, 1}, {&fixture.mentions, 1}));
    }
  }
  const auto sentences = static_cast<double>(state.iterations()) * static_cast<double>(data.fixtures.size());
  state.counters["sentence"] = benchmark::Counter(sentences, benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
  state.counters["words/s"] = benchmark::Counter(static_cast<double>(state.iterations()) * static_cast<double>(data.words), benchmark::Counter::kIsRate);
}
BENCHMARK(BM_code_sentences);

void BM_find_triggers(benchmark::State& state) {
  const Corpus& data = corpus();
  coding::SentenceView view;
  coding::Matches matches;
  for (auto _ : state) {
    for (const auto& fixture : data.fixtures) {
      view.rebuild(fixture.owned.sentence, fixture.mentions, data.coder.lexicon().vocabulary());
      coding::find_matches(view, data.coder.lexicon(), matches);
      benchmark::DoNotOptimize(matches.frames.data());
    }
  }
  state.counters["sentence"] = benchmark::Counter(static_cast<double>(state.iterations()) * static_cast<double>(data.fixtures.size()), benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}
BENCHMARK(BM_find_triggers);

}  // namespace
}  // namespace attache
