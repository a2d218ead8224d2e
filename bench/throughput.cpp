/// Sentences and words a second of every layer and of the whole, and the memory they take, on the files named. One thread.
///
///     attache_throughput [--passes N] FILE…
///
/// Each depth of work is timed over the same batches of documents as the program makes; a layer's cost is its depth's time less
/// that of the depth before. Of N passes, which take turns so that a noisy moment strikes all alike, the median counts.
/// Prints one JSON object.

#include "reading/files.h"
#include "reading/reader.h"

#include <attache/attache.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <sys/resource.h>
#include <vector>

namespace attache {
namespace {

/// As much text as the program works on together (src/api/pipeline.cpp).
constexpr std::size_t kBatchBytes = 64 * 1024;

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

/// Largest resident set so far, in MB.
double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

std::vector<Document> read_all(const std::vector<std::string>& files) {
  std::vector<Document> documents;
  const auto report = [](const Error& error) { std::fprintf(stderr, "%s\n", to_string(error).c_str()); };
  for (const auto& file : files) read_file(file, {}, [&](Document&& document) { documents.push_back(std::move(document)); }, report);
  return documents;
}

std::vector<std::span<const Document>> batches_of(const std::vector<Document>& documents) {
  std::vector<std::span<const Document>> batches;
  std::size_t first = 0;
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    for (const auto& block : documents[i].blocks) bytes += block.text.size();
    if (bytes < kBatchBytes && i + 1 < documents.size()) continue;
    batches.emplace_back(documents.data() + first, i + 1 - first);
    first = i + 1;
    bytes = 0;
  }
  return batches;
}

struct Counts {
  std::size_t sentences = 0;
  std::size_t words = 0;
  std::size_t parsed = 0;  ///< Sentences that have trees.
  std::size_t events = 0;
};

struct Stage {
  const char* name;
  const Attache* attache;
  Depth depth;
  std::vector<double> seconds;
  Counts counts;
};

void run(Stage& stage, const std::vector<std::span<const Document>>& batches) {
  stage.counts = {};
  double taken = 0;
  for (const auto& batch : batches) {
    const auto start = Clock::now();
    const auto analyses = stage.attache->analyse(batch, stage.depth);
    taken += seconds_since(start);
    for (const auto& analysis : analyses) {
      stage.counts.events += analysis.events.size();
      for (const auto& sentence : analysis.sentences) {
        ++stage.counts.sentences;
        stage.counts.words += sentence.tokens.size();
        stage.counts.parsed += sentence.parsed;
      }
    }
  }
  stage.seconds.push_back(taken);
}

int measure(const std::vector<std::string>& names, int passes) {
  auto start = Clock::now();
  auto scanned = Attache::open();
  const double start_up = seconds_since(start);
  Options options;
  options.parse_every_sentence = true;
  auto thorough = Attache::open(options);
  if (!scanned || !thorough) return 1;

  const auto files = expand_files(names, [](const Error& error) { std::fprintf(stderr, "%s\n", to_string(error).c_str()); });
  std::vector<double> reading;
  std::vector<Document> documents;
  for (int pass = 0; pass < passes; ++pass) {
    start = Clock::now();
    documents = read_all(files);
    reading.push_back(seconds_since(start));
  }
  if (documents.empty()) {
    std::fputs("attache_throughput: no documents in these files\n", stderr);
    return 1;
  }
  const auto batches = batches_of(documents);
  std::vector<Stage> stages = {{"words", &*thorough, Depth::words, {}, {}},
                               {"trees", &*thorough, Depth::trees, {}, {}},
                               {"mentions", &*thorough, Depth::mentions, {}, {}},
                               {"events", &*thorough, Depth::events, {}, {}},
                               {"events_scanned", &*scanned, Depth::events, {}, {}}};
  for (int pass = 0; pass < passes; ++pass) {
    for (auto& stage : stages) run(stage, batches);
  }
  std::printf("{\"documents\": %zu, \"sentences\": %zu, \"words\": %zu, \"passes\": %d, \"start_up_seconds\": %.4f, \"reading_seconds\": %.4f, \"peak_megabytes\": %.1f, \"stages\": {",
              documents.size(), stages[0].counts.sentences, stages[0].counts.words, passes, start_up, median(reading), peak_megabytes());
  for (const auto& stage : stages) {
    std::printf("%s\"%s\": {\"seconds\": %.4f, \"parsed\": %zu, \"events\": %zu}", &stage == &stages[0] ? "" : ", ", stage.name, median(stage.seconds), stage.counts.parsed,
                stage.counts.events);
  }
  std::puts("}}");
  return 0;
}

}  // namespace
}  // namespace attache

int main(int argc, char** argv) {
  int passes = 5;
  std::vector<std::string> names;
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], "--passes") == 0 && i + 1 < argc) {
      passes = std::max(1, std::atoi(argv[++i]));
    } else {
      names.emplace_back(argv[i]);
    }
  }
  if (names.empty()) {
    std::fputs("usage: attache_throughput [--passes N] FILE...\n", stderr);
    return 2;
  }
  return attache::measure(names, passes);
}
