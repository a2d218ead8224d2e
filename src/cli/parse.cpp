#include "cli/command.h"
#include "language/conllu.h"
#include "outputs/sentence_json.h"

#include <memory>

namespace attache::cli {
namespace {

struct ParseOptions {
  InputOptions input;
  Options engine;
  std::string format = "conllu";
};

int parse(const ParseOptions& options) {
  const auto attache = open_engine(options.engine);
  if (!attache) return nothing_done;
  const auto append = [&](const Sentence& sentence, const Document& document, std::string& lines) {
    if (options.format == "conllu") {
      lines += to_conllu(sentence);
    } else if (options.format == "tree") {
      lines += to_tree_text(sentence);
      lines += '\n';
    } else {
      outputs::append_sentence_json(sentence, document, lines);
    }
  };
  return run_over_files(options.input, "parsed", [&](std::span<const Document> documents, std::string& lines, std::vector<Error>&) {
    const auto analyses = attache->analyse(documents, Depth::trees);
    for (std::size_t i = 0; i < documents.size(); ++i) {
      if (options.format == "conllu") lines += "# newdoc id = " + documents[i].id + "\n";
      for (const auto& sentence : analyses[i].sentences) append(sentence, documents[i], lines);
    }
  });
}

}  // namespace

void add_parse(CLI::App& app, int& status) {
  auto* command = app.add_subcommand("parse", "Shows sentences, words, lemmas, tags, names and dependency trees");
  command->footer("For example:\n  echo 'France recalled its ambassador.' | attache parse --format tree -");
  const auto options = std::make_shared<ParseOptions>();
  options->input.text_as_it_is = true;
  add_input_options(*command, options->input);
  add_engine_options(*command, options->engine);
  command->add_option("--format", options->format, "conllu: CoNLL-U; jsonl: one sentence a line, with code point offsets; tree: drawn for people")
      ->capture_default_str()
      ->check(CLI::IsMember({"conllu", "jsonl", "tree"}));
  command->callback([options, &status] { status = parse(*options); });
}

}  // namespace attache::cli
