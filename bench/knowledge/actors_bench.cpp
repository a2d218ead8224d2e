/// What finding names costs with 150,000 of them loaded: time for each token of news text, and the dictionary's size.

#include "base/arena.h"
#include "knowledge/actors/atoms.h"
#include "knowledge/actors/lexicon_builder.h"
#include "knowledge/actors/lexicon_files.h"
#include "knowledge/actors/name_matcher.h"
#include "language/segmenter.h"

#include <attache/document.h>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

namespace {

using namespace attache;

constexpr std::size_t names_wanted = 150'000;

std::string lexicon_folder() { return std::string(ATTACHE_SOURCE_DIR) + "/lexicon"; }

/// The lexicon's own entries and, up to the number wanted, the gazetteer's names as an imported dictionary would bring them.
knowledge::LexiconSource large_source() {
  auto source = knowledge::read_lexicon_files(lexicon_folder());
  if (!source) std::abort();
  std::size_t names = source->agents.size() * 2;
  for (const auto& actor : source->actors) names += 1 + actor.names.size() + actor.demonyms.size() + actor.metonyms.size();
  std::ifstream places(lexicon_folder() + "/gazetteer/places.tsv");
  std::string line;
  while (names < names_wanted && std::getline(places, line)) {
    if (line.empty() || line.front() == '#') continue;
    std::vector<std::string> fields;
    for (std::size_t begin = 0; begin <= line.size();) {
      const std::size_t end = std::min(line.find('\t', begin), line.size());
      fields.push_back(line.substr(begin, end - begin));
      begin = end + 1;
    }
    if (fields.size() < 3) continue;
    knowledge::ActorSource actor;
    actor.name = fields[1];
    actor.kind = knowledge::ActorKind::region;
    actor.code = "XXX";
    for (std::size_t begin = 0; fields.size() > 7 && begin <= fields[7].size();) {
      const std::size_t end = std::min(fields[7].find('|', begin), fields[7].size());
      actor.names.push_back(fields[7].substr(begin, end - begin));
      begin = end + 1;
    }
    names += 1 + actor.names.size();
    source->actors.push_back(std::move(actor));
  }
  return std::move(*source);
}

/// The compiled dictionary, aligned for reading in place.
struct Dictionary {
  std::unique_ptr<std::byte, decltype(&std::free)> bytes{nullptr, &std::free};
  std::size_t size = 0;
  knowledge::ActorLexicon lexicon;
};

const Dictionary& dictionary() {
  static const Dictionary made = [] {
    ImageWriter writer;
    knowledge::build_actor_lexicon(large_source(), writer);
    const std::string image = writer.bytes();
    Dictionary result;
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
  Document document;
  document.blocks.push_back({BlockKind::body,
                             "French President Jacques Chirac met Chinese officials and the head of the World Bank in Addis Ababa on Tuesday, while police in Nairobi arrested a "
                             "dozen demonstrators near the parliament. The ministers said that rebels of the Lord's Resistance Army had freed two aid workers of the Red Cross."});
  Arena arena;
  std::vector<Sentence> sentences;
  segment(document, arena, sentences);
  knowledge::AtomContext context;
  context.lexicon = &dictionary().lexicon;
  std::vector<knowledge::NameWord> words;
  std::vector<knowledge::Atom> atoms;
  std::size_t tokens = 0;
  for (auto _ : state) {
    for (const Sentence& sentence : sentences) {
      atoms.clear();
      knowledge::name_words(sentence.tokens, words);
      knowledge::match_names(context, sentence.tokens, words, atoms);
      benchmark::DoNotOptimize(atoms.data());
      tokens += sentence.tokens.size();
    }
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(tokens));
  state.counters["time_per_token"] = benchmark::Counter(static_cast<double>(tokens), benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
  state.counters["megabytes"] = static_cast<double>(dictionary().size) / 1e6;
}
BENCHMARK(match_names);

}  // namespace
