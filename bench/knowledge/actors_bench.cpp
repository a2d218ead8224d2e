/// What finding names costs with 150,000 of them loaded: time for each token of news text, and the dictionary's size. `ATTACHE_BENCH_OVERLAY`
/// names the folder of an imported dictionary that is loaded besides.

#include "knowledge/actors/atoms.h"
#include "knowledge/actors/lexicon_builder.h"
#include "knowledge/actors/lexicon_files.h"
#include "knowledge/actors/name_matcher.h"
#include "news_pages.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

namespace {

using namespace attache;

constexpr std::size_t names_wanted = 150'000;

std::string lexicon_folder() { return std::string(ATTACHE_SOURCE_DIR) + "/lexicon"; }

std::size_t names_in(const knowledge::LexiconSource& source) {
  std::size_t names = source.agents.size() * 2;
  for (const auto& actor : source.actors) names += 1 + actor.names.size() + actor.demonyms.size() + actor.metonyms.size() + actor.short_names.size() + !actor.capital.empty();
  return names;
}

std::vector<std::string> split(const std::string& line, char separator) {
  std::vector<std::string> fields;
  for (std::size_t begin = 0; begin <= line.size();) {
    const std::size_t end = std::min(line.find(separator, begin), line.size());
    fields.push_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  return fields;
}

/// The lexicon's own entries, those of an imported dictionary, and up to the number wanted the gazetteer's places with their names.
knowledge::LexiconSource large_source() {
  auto source = knowledge::read_lexicon_files(lexicon_folder());
  if (!source) std::abort();
  if (const char* folder = std::getenv("ATTACHE_BENCH_OVERLAY")) {
    auto imported = knowledge::read_lexicon_files(folder);
    if (!imported) std::abort();
    std::move(imported->actors.begin(), imported->actors.end(), std::back_inserter(source->actors));
    std::move(imported->agents.begin(), imported->agents.end(), std::back_inserter(source->agents));
  }
  std::size_t names = names_in(*source);
  std::ifstream places(lexicon_folder() + "/gazetteer/places.tsv");
  std::string line;
  while (names < names_wanted && std::getline(places, line)) {
    if (line.empty() || line.front() == '#') continue;
    const auto fields = split(line, '\t');
    if (fields.size() < 3) continue;
    knowledge::ActorSource actor;
    actor.name = fields[1];
    actor.kind = knowledge::ActorKind::region;
    actor.code = "XXX";
    if (fields.size() > 7 && !fields[7].empty()) actor.names = split(fields[7], '|');
    names += 1 + actor.names.size();
    source->actors.push_back(std::move(actor));
  }
  return std::move(*source);
}

/// The compiled dictionary, aligned for reading in place.
struct Dictionary {
  std::unique_ptr<std::byte, decltype(&std::free)> bytes{nullptr, &std::free};
  std::size_t size = 0;
  std::size_t names = 0;
  knowledge::ActorLexicon lexicon;
};

const Dictionary& dictionary() {
  static const Dictionary made = [] {
    ImageWriter writer;
    const knowledge::LexiconSource source = large_source();
    knowledge::build_actor_lexicon(source, writer);
    const std::string image = writer.bytes();
    Dictionary result;
    result.names = names_in(source);
    result.size = image.size();
    result.bytes.reset(static_cast<std::byte*>(std::aligned_alloc(64, (image.size() + 63) / 64 * 64)));
    std::memcpy(result.bytes.get(), image.data(), image.size());
    auto lexicon = knowledge::ActorLexicon::open(*ImageReader::open({result.bytes.get(), image.size()}));
    if (!lexicon) std::abort();
    result.lexicon = std::move(*lexicon);
    return result;
  }();
  return made;
}

void match_names(benchmark::State& state) {
  const auto& pages = knowledge::news_pages();
  knowledge::AtomContext context;
  context.lexicon = &dictionary().lexicon;
  std::size_t tokens = 0;
  for (auto _ : state) {
    for (const knowledge::NewsPage& page : pages) {
      for (const Sentence& sentence : page.sentences) {
        const knowledge::SentenceNames names = knowledge::match_names(context, sentence.tokens);
        benchmark::DoNotOptimize(names.atoms.data());
        tokens += sentence.tokens.size();
      }
    }
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(tokens));
  state.counters["time/token"] = benchmark::Counter(static_cast<double>(tokens), benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
  state.counters["names"] = static_cast<double>(dictionary().names);
  state.counters["megabytes"] = static_cast<double>(dictionary().size) / 1e6;
}
BENCHMARK(match_names);

}  // namespace
