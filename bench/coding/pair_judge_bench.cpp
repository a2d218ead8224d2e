/// What it costs to judge one candidate pair: its features from tree, words and lexicon, and the classifier's probabilities. The sentences are those of
/// tests/coding/constructions with their trees; a pair is any two mentions of a sentence, in both directions. What is known of a sentence before any pair is looked at
/// (its triggers, the composer's drafts) is made before the clock starts.

#include "../../tests/coding/fixture.h"
#include "base/mapped_file.h"
#include "coding/coder.h"
#include "coding/composer.h"
#include "coding/judgement/pair_features.h"
#include "coding/judgement/pair_model.h"

#include <benchmark/benchmark.h>

#include <filesystem>

namespace attache::coding {
namespace {

/// A sentence whose pairs are judged.
struct Told {
  SentenceView view;
  Matches matches;
  std::vector<Draft> drafts;
  std::vector<Pair> pairs;
};

struct Material {
  std::vector<testing::Fixture> fixtures;
  std::optional<EventCoder> coder;
  std::optional<PairModel> model;
  EntityStore store;
  EventMemory memory;
  std::vector<Told> told;
  std::size_t pairs = 0;
};

void add_pairs(Told& told) {
  const auto& actors = told.view.mentions().actors;
  const auto span_of = [](const ActorMention& mention) { return Tree::Span{static_cast<Index>(mention.first), static_cast<Index>(mention.last)}; };
  for (std::size_t i = 0; i < actors.size(); ++i) {
    for (std::size_t k = 0; k < actors.size(); ++k) {
      if (i != k) told.pairs.push_back({span_of(actors[i]), span_of(actors[k])});
    }
  }
}

Material& material() {
  static Material made = [] {
    const std::string root = ATTACHE_SOURCE_DIR;
    Material material;
    auto coder = EventCoder::compile(root + "/lexicon");
    const auto file = MappedFile::open(root + "/models/classifier.model");
    if (!coder || !file) std::abort();
    material.coder = std::move(*coder);
    auto model = PairModel::open(file->bytes());
    if (!model) std::abort();
    material.model = std::move(*model);
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(root + "/tests/coding/constructions")) files.push_back(entry.path().string());
    std::sort(files.begin(), files.end());
    for (const auto& file_name : files) {
      for (auto& fixture : testing::read_fixtures(file_name, [](const Error&) { std::abort(); })) material.fixtures.push_back(std::move(fixture));
    }
    return material;
  }();
  if (!made.told.empty()) return made;
  const FrameLexicon& lexicon = made.coder->lexicon();
  made.told.resize(made.fixtures.size());
  for (std::size_t i = 0; i < made.fixtures.size(); ++i) {
    Told& told = made.told[i];
    told.view.rebuild(made.fixtures[i].owned.sentence, made.fixtures[i].mentions, lexicon.vocabulary());
    find_matches(told.view, lexicon, told.matches);
    Composer composer(told.view, lexicon, made.store, made.memory);
    told.drafts = composer.compose(told.matches);
    add_pairs(told);
    made.pairs += told.pairs.size();
  }
  return made;
}

/// Describes every pair, and gives its features to `use`.
template <typename Use>
void over_pairs(benchmark::State& state, Use use) {
  const Material& data = material();
  PairFeatures describer(data.coder->lexicon());
  std::vector<Feature> features;
  for (auto _ : state) {
    for (const Told& told : data.told) {
      for (const Pair& pair : told.pairs) {
        features.clear();
        describer.describe(told.view, told.matches, told.drafts, pair, features);
        use(features);
      }
    }
  }
  const auto all = static_cast<double>(state.iterations()) * static_cast<double>(data.pairs);
  state.counters["pair"] = benchmark::Counter(all, benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

void BM_describe_pairs(benchmark::State& state) {
  over_pairs(state, [](const std::vector<Feature>& features) { benchmark::DoNotOptimize(features.data()); });
}
BENCHMARK(BM_describe_pairs);

void BM_judge_pairs(benchmark::State& state) {
  over_pairs(state, [](const std::vector<Feature>& features) { benchmark::DoNotOptimize(material().model->types(features)); });
}
BENCHMARK(BM_judge_pairs);

}  // namespace
}  // namespace attache::coding
