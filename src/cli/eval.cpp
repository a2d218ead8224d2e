#include "api/embedded.h"
#include "base/image.h"
#include "base/mapped_file.h"
#include "cli/command.h"
#include "language/parse_scores.h"
#include "language/parser.h"

#include <cstdio>
#include <memory>

namespace attache::cli {
namespace {

struct EvalParseOptions {
  std::vector<std::string> files;
  std::string model;
  std::size_t worst = 0;
};

/// Scores one gold file from its own words and from its raw text.
bool evaluate_file(const std::string& path, const Parser& parser, std::size_t worst) {
  const auto file = MappedFile::open(path);
  if (!file) {
    report(file.error());
    return false;
  }
  const auto gold = read_conllu(as_text(file->bytes()), path, report);
  const auto parse = [&](std::span<Sentence*> sentences, Arena& arena) { parser.parse(sentences, arena); };
  for (const auto& [input, title] : {std::pair(ParseInput::gold_tokens, "from gold words"), std::pair(ParseInput::raw_text, "from raw text")}) {
    const auto scores = evaluate_parse(gold, input, parse);
    if (!scores) {
      report(scores.error());
      return false;
    }
    std::printf("%s, %s, %zu sentences\n%s\n", path.c_str(), title, gold.size(), to_table(*scores).c_str());
    if (worst > 0) std::printf("%s\n", to_worst_list(*scores, gold, worst).c_str());
  }
  return true;
}

int evaluate_parses(const EvalParseOptions& options) {
  std::optional<MappedFile> file;
  auto bytes = embedded::model();
  if (!options.model.empty()) {
    auto opened = MappedFile::open(options.model);
    if (!opened) {
      report(opened.error());
      return nothing_done;
    }
    file = std::move(*opened);
    bytes = file->bytes();
  }
  const auto parser = Parser::open(bytes);
  if (!parser) {
    report(parser.error());
    return nothing_done;
  }
  std::size_t scored = 0;
  for (const auto& path : options.files) scored += evaluate_file(path, *parser, options.worst);
  return scored == options.files.size() ? done : scored > 0 ? some_skipped : nothing_done;
}

}  // namespace

void add_eval(CLI::App& app, int& status) {
  auto* command = app.add_subcommand("eval", "Scores a layer against gold data");
  command->require_subcommand(1);
  auto* parse = command->add_subcommand("parse", "Words, sentences, tags, lemmas and trees against CoNLL-U files, as the CoNLL 2018 shared task counted");
  const auto options = std::make_shared<EvalParseOptions>();
  parse->add_option("GOLD", options->files, "CoNLL-U files")->required();
  parse->add_option("--model", options->model, "A parser model instead of the built-in one")->check(CLI::ExistingFile);
  parse->add_option("--worst", options->worst, "Also list this many sentences with most words attached wrongly");
  parse->callback([options, &status] { status = evaluate_parses(*options); });
  add_eval_actors(*command, status);
  add_eval_mentions(*command, status);
}

}  // namespace attache::cli
