/// Words a second through the parser, with each family of kernels, and from raw text to trees.

#include "base/mapped_file.h"
#include "language/network/kernels.h"
#include "language/parser.h"
#include "language/segmenter.h"

#include "news_paragraphs.h"

#include <benchmark/benchmark.h>

#include <string>

namespace attache {
namespace {

/// Raw text to trees, every sentence, on one thread.
void parse_news(benchmark::State& state, const char* kernels) {
  static const auto file = MappedFile::open(ATTACHE_SOURCE_DIR "/models/english.model");
  const auto parser = Parser::open(file.value().bytes(), kernels);
  if (!parser) {
    state.SkipWithError("this processor lacks these kernels");
    return;
  }
  const Document document = news_page(200);
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
