#include "api/embedded.h"
#include "base/image.h"
#include "base/mapped_file.h"
#include "cli/command.h"
#include "language/name_scores.h"
#include "language/parse_scores.h"
#include "language/parser.h"

#include <cstdio>
#include <memory>

namespace attache::cli {
namespace {

struct EvalOptions {
  std::vector<std::string> files;
  std::string model;
  std::string kernels;
  std::size_t worst = 0;
  bool without_memory = false;
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

/// Scores the names of one gold file from its own words.
bool evaluate_name_file(const std::string& path, const Parser& parser, bool memory) {
  const auto file = MappedFile::open(path);
  if (!file) {
    report(file.error());
    return false;
  }
  const auto gold = read_names(as_text(file->bytes()), path, report);
  if (gold.empty()) {
    report({ErrorKind::empty, "no sentence with name tags", {path, {}, {}, {}}, ""});
    return false;
  }
  Arena arena;
  const auto scores = evaluate_names(gold, [&](std::span<Sentence> sentences) {
    std::vector<Sentence*> work;
    for (Sentence& sentence : sentences) work.push_back(&sentence);
    parser.parse(work, arena);
    if (memory) agree_on_names(sentences);
  });
  std::printf("%s, from gold words, %zu documents\n%s\n", path.c_str(), gold.size(), to_table(scores).c_str());
  return true;
}

/// Opens the parser and scores each file; `evaluate` is false where it could not.
template <typename Evaluate>
int evaluate_files(const EvalOptions& options, const Evaluate& evaluate) {
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
  const auto parser = Parser::open(bytes, options.kernels);
  if (!parser) {
    report(parser.error());
    return nothing_done;
  }
  std::size_t scored = 0;
  for (const auto& path : options.files) scored += evaluate(path, *parser);
  return scored == options.files.size() ? done : scored > 0 ? some_skipped : nothing_done;
}

}  // namespace

void add_eval(CLI::App& app, int& status) {
  auto* command = app.add_subcommand("eval", "Scores a layer against gold data");
  command->require_subcommand(1);
  auto* parse = command->add_subcommand("parse", "Words, sentences, tags, lemmas and trees against CoNLL-U files, as the CoNLL 2018 shared task counted");
  const auto common = [](CLI::App& evaluation, const char* files) {
    auto options = std::make_shared<EvalOptions>();
    evaluation.add_option("GOLD", options->files, files)->required();
    evaluation.add_option("--model", options->model, "A parser model instead of the built-in one")->check(CLI::ExistingFile);
    evaluation.add_option("--kernels", options->kernels, "The parser's inner loops: portable, avx2 or avx512")->check(CLI::IsMember({"portable", "avx2", "avx512"}));
    return options;
  };
  const auto of_parses = common(*parse, "CoNLL-U files");
  parse->add_option("--worst", of_parses->worst, "Also list this many sentences with most words attached wrongly");
  parse->callback([of_parses, &status] {
    status = evaluate_files(*of_parses, [&](const std::string& path, const Parser& parser) { return evaluate_file(path, parser, of_parses->worst); });
  });

  auto* names = command->add_subcommand("names", "Names of persons, organisations and places, exact in words and kind");
  const auto of_names = common(*names, "Files of a word, a tab and its tag (B-PER, I-PER, B-ORG, I-ORG, B-LOC, I-LOC or O) a line, a blank line behind each sentence");
  names->add_flag("--without-memory", of_names->without_memory, "Each sentence by itself: no name learns from the document's other sentences");
  names->callback([of_names, &status] {
    status = evaluate_files(*of_names, [&](const std::string& path, const Parser& parser) {
      return evaluate_name_file(path, parser, !of_names->without_memory);
    });
  });
  add_eval_actors(*command, status);
  add_eval_mentions(*command, status);
  add_eval_events(*command, status);
  add_eval_relate(*command, status);
  add_eval_read(*command, status);
}

}  // namespace attache::cli
