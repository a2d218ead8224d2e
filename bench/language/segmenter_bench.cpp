/// Words a second through the segmenter, on prose as news agencies write it.

#include "language/segmenter.h"

#include "news_paragraphs.h"

#include <benchmark/benchmark.h>

namespace attache {
namespace {

void segment_news(benchmark::State& state) {
  const Document document = news_page(200);
  std::int64_t words = 0;
  for (auto _ : state) {
    Arena arena;
    std::vector<Sentence> sentences;
    segment(document, arena, sentences);
    for (const Sentence& sentence : sentences) words += static_cast<std::int64_t>(sentence.tokens.size());
    benchmark::DoNotOptimize(sentences);
  }
  state.counters["words/s"] = benchmark::Counter(static_cast<double>(words), benchmark::Counter::kIsRate);
}
BENCHMARK(segment_news);

/// Input that no one writes: the time per byte must not grow with the length.
void segment_one_character(benchmark::State& state) {
  Document document;
  document.blocks.push_back({BlockKind::body, std::string(static_cast<std::size_t>(state.range(0)), static_cast<char>(state.range(1)))});
  for (auto _ : state) {
    Arena arena;
    std::vector<Sentence> sentences;
    segment(document, arena, sentences);
    benchmark::DoNotOptimize(sentences);
  }
  state.SetBytesProcessed(state.iterations() * state.range(0));
}
BENCHMARK(segment_one_character)->ArgsProduct({{10'000, 1'000'000}, {'a', '.', '\'', '(', '1'}});

}  // namespace
}  // namespace attache
