#include "base/mapped_file.h"
#include "base/utf8.h"
#include "cli/command.h"
#include "coding/judgement/pair_data.h"
#include "outputs/judgement_json.h"

#include <cstdio>
#include <istream>
#include <iterator>
#include <memory>

namespace attache::cli {
namespace {

struct RelateOptions {
  std::vector<std::string> files;
  Options engine;
};

/// Pairs judged together: sentences of like length are parsed in groups.
constexpr std::size_t kBatch = 256;

int relate(const RelateOptions& options) {
  const auto attache = open_engine(options.engine);
  if (!attache) return nothing_done;
  std::size_t judged = 0, skipped = 0;
  for (const auto& path : options.files) {
    const auto pairs = read_pair_file(path, [&](const Error& error) {
      ++skipped;
      report(error);
    });
    std::string lines;
    for (std::size_t first = 0; first < pairs.size(); first += kBatch) {
      const auto batch = std::span(pairs).subspan(first, std::min(kBatch, pairs.size() - first));
      const auto judgements = attache->relate(batch);
      lines.clear();
      for (std::size_t i = 0; i < batch.size(); ++i) outputs::append_judgement_json(batch[i].id, judgements[i], lines);
      std::fwrite(lines.data(), 1, lines.size(), stdout);
    }
    judged += pairs.size();
  }
  if (skipped == 0 && judged > 0) return done;
  std::fprintf(stderr, "attache: %zu pairs judged, %zu skipped\n", judged, skipped);
  return judged > 0 ? some_skipped : nothing_done;
}

}  // namespace

std::vector<RelatedPair> read_pair_file(const std::string& path, const std::function<void(const Error&)>& on_error) {
  std::string input;
  if (path == "-") {
    char buffer[1 << 16];
    for (std::size_t count; (count = std::fread(buffer, 1, sizeof buffer, stdin)) > 0;) input.append(buffer, count);
    return coding::read_pairs(input, path, on_error);
  }
  const auto file = MappedFile::open(path);
  if (!file) {
    on_error(file.error());
    return {};
  }
  const auto bytes = file->bytes();
  return coding::read_pairs({reinterpret_cast<const char*>(bytes.data()), bytes.size()}, path, on_error);
}

void add_relate(CLI::App& app, int& status) {
  auto* command = app.add_subcommand("relate", "Judges what happens between given pairs: the probability of each type of event, and of none");
  command->footer(
      "Reads JSON lines with text, actor and recipient (offsets in code points), or the corpus' form:\n"
      "  echo '{\"id\":\"1\",\"text\":\"Kenya arrested two Swedes.\",\"actor\":{\"start\":0,\"end\":5},\"recipient\":{\"start\":15,\"end\":25}}' | attache relate -\n"
      "Gives one JSON object a pair: id, event, mode, scores; and own_type, own_scores where the classifier knows types of your own.");
  const auto options = std::make_shared<RelateOptions>();
  command->add_option("FILE", options->files, "Pairs in question; - is standard input")->required();
  add_engine_options(*command, options->engine);
  command->callback([options, &status] { status = relate(*options); });
}

}  // namespace attache::cli
