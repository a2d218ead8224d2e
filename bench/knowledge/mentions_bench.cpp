/// What the whole layer costs a sentence of news, trees given, and its parts: who, where, when, how many.

#include "knowledge/knowledge.h"
#include "news_pages.h"

#include <benchmark/benchmark.h>

namespace attache::knowledge {
namespace {

const Knowledge& dictionaries() {
  static const Knowledge compiled = [] {
    auto made = Knowledge::compile(std::string(ATTACHE_SOURCE_DIR) + "/lexicon");
    if (!made) std::abort();
    return std::move(*made);
  }();
  return compiled;
}

void mentions(benchmark::State& state) {
  const auto& pages = parsed_news_pages();
  const Knowledge& knowledge = dictionaries();
  std::vector<SentenceMentions> found;
  std::size_t sentences = 0;
  for (auto _ : state) {
    for (const NewsPage& page : pages) {
      knowledge.annotate(page.document, page.sentences, found);
      benchmark::DoNotOptimize(found.data());
      sentences += page.sentences.size();
    }
  }
  state.counters["time/sentence"] = benchmark::Counter(static_cast<double>(sentences), benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}
BENCHMARK(mentions)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace attache::knowledge
