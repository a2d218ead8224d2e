/// Words a second through the parser, with each family of kernels, and from raw text to trees.

#include "base/mapped_file.h"
#include "language/network/kernels.h"
#include "language/parser.h"
#include "language/segmenter.h"

#include <benchmark/benchmark.h>

#include <string>

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

Document page() {
  Document document;
  for (std::size_t i = 0; i < 200; ++i) document.blocks.push_back({BlockKind::body, kParagraphs[i % std::size(kParagraphs)]});
  return document;
}

/// Raw text to trees, every sentence, on one thread.
void parse_news(benchmark::State& state, const char* kernels) {
  static const auto file = MappedFile::open(ATTACHE_SOURCE_DIR "/models/english.model");
  const auto parser = Parser::open(file.value().bytes(), kernels);
  if (!parser) {
    state.SkipWithError("this processor lacks these kernels");
    return;
  }
  const Document document = page();
  std::int64_t words = 0;
  for (auto _ : state) {
    Arena arena;
    std::vector<Sentence> sentences;
    segment(document, arena, sentences);
    std::vector<Sentence*> work;
    for (Sentence& sentence : sentences) {
      work.push_back(&sentence);
      words += static_cast<std::int64_t>(sentence.tokens.size());
    }
    parser->parse(work, arena);
    benchmark::DoNotOptimize(sentences);
  }
  state.counters["words/s"] = benchmark::Counter(static_cast<double>(words), benchmark::Counter::kIsRate);
}
BENCHMARK_CAPTURE(parse_news, fastest, "");
BENCHMARK_CAPTURE(parse_news, portable, "portable");
BENCHMARK_CAPTURE(parse_news, avx2, "avx2");
BENCHMARK_CAPTURE(parse_news, avx512, "avx512");

/// Opening the model: what a start of the program pays for it.
void open_model(benchmark::State& state) {
  static const auto file = MappedFile::open(ATTACHE_SOURCE_DIR "/models/english.model");
  for (auto _ : state) benchmark::DoNotOptimize(Parser::open(file.value().bytes()).has_value());
}
BENCHMARK(open_model);

}  // namespace
}  // namespace attache
