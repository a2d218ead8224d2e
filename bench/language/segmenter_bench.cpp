/// Words a second through the segmenter, on prose as news agencies write it.

#include "language/segmenter.h"

#include <benchmark/benchmark.h>

namespace attache {
namespace {

constexpr const char* kParagraphs[] = {
    "STRELSAU, May 22 (Reuters) - Ruritania's foreign minister said on Wednesday that his government would not recall its ambassador, despite a "
    "border clash in which at least 12 soldiers were killed.",
    "\u201CWe don't want a war, and we can't afford one,\u201D Mr. Sapt told reporters in the U.S. capital. \u201CBut we will answer any attack.\u201D",
    "The two countries signed a $1.5 billion agreement in 2014, ending a dispute over the 30-km frontier; it was never ratified.",
    "Gen. J. K. Bersonin, who leads the 5,000-strong force, arrived at 7:30 p.m. with Dr. Elsa Tarlenheim of the U.N. refugee agency.",
    "No one was hurt. Police arrested three men, including a former member of the workers' party, and seized weapons, documents and about "
    "\u20AC40,000 in cash, officials said.",
};

Document page(std::size_t paragraphs) {
  Document document;
  for (std::size_t i = 0; i < paragraphs; ++i) document.blocks.push_back({BlockKind::body, kParagraphs[i % std::size(kParagraphs)]});
  return document;
}

void segment_news(benchmark::State& state) {
  const Document document = page(200);
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
