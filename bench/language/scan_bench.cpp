/// Words a second through the lexical scan, with a vocabulary as large as a full lexicon's.

#include "language/scan.h"
#include "language/segmenter.h"

#include <benchmark/benchmark.h>

namespace attache {
namespace {

void scan_news(benchmark::State& state) {
  ScanVocabulary vocabulary;
  for (int i = 0; i < 3'000; ++i) vocabulary.triggers.push_back("trigger" + std::to_string(i));
  for (int i = 0; i < 120'000; ++i) vocabulary.names.push_back("Actor" + std::to_string(i));
  vocabulary.triggers.push_back("sign");
  vocabulary.names.push_back("Ruritania");
  const LexicalScan scan = LexicalScan::compile(vocabulary);
  Document document;
  for (int i = 0; i < 200; ++i) {
    document.blocks.push_back({BlockKind::body, "The foreign minister of Ruritania signed a treaty in 1894, ending a dispute over the frontier. Officials "
                                                "would not say when parliament will vote on it, and \u201Cno date\u201D has been set."});
  }
  Arena arena;
  std::vector<Sentence> sentences;
  segment(document, arena, sentences);
  std::size_t words = 0;
  for (const Sentence& sentence : sentences) words += sentence.tokens.size();
  for (auto _ : state) benchmark::DoNotOptimize(scan.select(sentences));
  state.counters["words/s"] = benchmark::Counter(static_cast<double>(words * static_cast<std::size_t>(state.iterations())), benchmark::Counter::kIsRate);
}
BENCHMARK(scan_news);

}  // namespace
}  // namespace attache
