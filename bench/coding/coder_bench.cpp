/// Coding alone: trees and mentions are made before the clock starts. The sentences are those of tests/coding/constructions, which carry their
/// trees, so that no model is needed. `invented` triggers are added to the lexicon's own, to see what its size costs: half of them have heads that occur in
/// no sentence, half a common head and a second word that occurs in none.

#include "coding/coder.h"
#include "coding/composer.h"
#include "../../tests/coding/fixture.h"

#include <benchmark/benchmark.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <unistd.h>

namespace attache {
namespace {

namespace files = std::filesystem;

/// A folder of its own, gone with the object.
class ScratchFolder {
 public:
  ScratchFolder() : path_(files::temp_directory_path() / ("attache_coder_bench_" + std::to_string(::getpid()))) { files::create_directories(path_); }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ~ScratchFolder() { files::remove_all(path_); }
  const files::path& path() const { return path_; }

 private:
  files::path path_;
};

/// The project's lexicon with so many more triggers.
EventCoder coder_with(int invented) {
  const files::path own = files::path(ATTACHE_SOURCE_DIR) / "lexicon";
  const ScratchFolder scratch;
  for (const char* part : {"ontology", "frames", "composition", "contexts"}) files::copy(own / part, scratch.path() / part, files::copy_options::recursive);
  if (invented > 0) {
    static constexpr const char* common_heads[] = {"hold", "make", "launch", "give", "take", "say", "call", "send", "attack", "meet"};
    std::ofstream file(scratch.path() / "frames" / "invented.yaml");
    file << "type: ASSAULT\ncameo: \"190\"\nframes:\n";
    for (int i = 0; i < invented;) {
      file << "  - frame: invented_" << i << "\n    verbs: [";
      for (const int last = i + 50; i < last; ++i) {
        if (i % 2 == 0) file << "frobnic" << i << ", ";
        else file << common_heads[i / 2 % 10] << " frobnic" << i << (i + 1 < last ? ", " : "");
      }
      file << "]\n";
    }
  }
  auto coder = EventCoder::compile(scratch.path().string());
  if (!coder) std::abort();
  return std::move(*coder);
}

struct Corpus {
  std::vector<coding::testing::Fixture> fixtures;
  std::size_t words = 0;
};

const Corpus& corpus() {
  static const Corpus shared = [] {
    const std::string root = ATTACHE_SOURCE_DIR;
    Corpus made;
    std::vector<std::string> paths;
    for (const auto& entry : files::directory_iterator(root + "/tests/coding/constructions")) paths.push_back(entry.path().string());
    std::sort(paths.begin(), paths.end());
    for (const auto& file : paths) {
      for (auto& fixture : coding::testing::read_fixtures(file, [](const Error&) { std::abort(); })) {
        made.words += fixture.owned.sentence.tokens.size();
        made.fixtures.push_back(std::move(fixture));
      }
    }
    return made;
  }();
  return shared;
}

const EventCoder& coder(std::int64_t invented) {
  static std::map<std::int64_t, EventCoder> coders;
  const auto known = coders.find(invented);
  return known != coders.end() ? known->second : coders.emplace(invented, coder_with(static_cast<int>(invented))).first->second;
}

void BM_code_sentences(benchmark::State& state) {
  const Corpus& data = corpus();
  const EventCoder& own = coder(state.range(0));
  Document document;
  document.id = "bench";
  document.published = day_from_iso("2013-05-22");
  for (auto _ : state) {
    for (const auto& fixture : data.fixtures) {
      benchmark::DoNotOptimize(own.code(document, {&fixture.owned.sentence, 1}, {&fixture.mentions, 1}));
    }
  }
  const auto sentences = static_cast<double>(state.iterations()) * static_cast<double>(data.fixtures.size());
  state.counters["sentence"] = benchmark::Counter(sentences, benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
  state.counters["words/s"] = benchmark::Counter(static_cast<double>(state.iterations()) * static_cast<double>(data.words), benchmark::Counter::kIsRate);
}
BENCHMARK(BM_code_sentences)->ArgName("invented")->Arg(0)->Arg(10000)->Arg(50000);

void BM_find_triggers(benchmark::State& state) {
  const Corpus& data = corpus();
  const EventCoder& own = coder(state.range(0));
  coding::SentenceView view;
  coding::Matches matches;
  for (auto _ : state) {
    for (const auto& fixture : data.fixtures) {
      view.rebuild(fixture.owned.sentence, fixture.mentions, own.lexicon().vocabulary());
      coding::find_matches(view, own.lexicon(), matches);
      benchmark::DoNotOptimize(matches.frames.data());
    }
  }
  state.counters["sentence"] = benchmark::Counter(static_cast<double>(state.iterations()) * static_cast<double>(data.fixtures.size()), benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}
BENCHMARK(BM_find_triggers)->ArgName("invented")->Arg(0)->Arg(10000)->Arg(50000);

}  // namespace
}  // namespace attache
