#include "cli/command.h"
#include "coding/explanation.h"
#include "outputs/explanation_text.h"

#include <cstdio>
#include <filesystem>
#include <memory>

namespace attache::cli {
namespace {

struct ExplainOptions {
  std::string input;
  std::string date;
  Options engine;
};

/// Reads the named file, or takes the argument itself for the text.
std::vector<Document> documents_of(const ExplainOptions& options) {
  ReadOptions read;
  if (!options.date.empty()) read.default_date = day_from_iso(options.date);
  std::vector<Document> documents;
  const auto keep = [&](Document&& document) { documents.push_back(std::move(document)); };
  std::error_code ignored;
  if (options.input == "-" || std::filesystem::exists(options.input, ignored)) {
    read_file(options.input, read, keep, report);
  } else {
    Document document;
    document.id = "text";
    document.published = read.default_date;
    document.blocks.push_back({BlockKind::body, options.input});
    documents.push_back(std::move(document));
  }
  return documents;
}

int explain(const ExplainOptions& options) {
  const auto documents = documents_of(options);
  if (documents.empty()) return nothing_done;
  const auto attache = open_engine(options.engine);
  if (!attache) return nothing_done;
  for (const auto& document : documents) {
    coding::Explanation explanation;
    const auto analysis = attache->explain(document, explanation);
    const auto text = outputs::explanation_text(document, analysis, explanation);
    std::fwrite(text.data(), 1, text.size(), stdout);
  }
  return done;
}

}  // namespace

void add_explain(CLI::App& app, int& status) {
  auto* command = app.add_subcommand("explain", "Shows a text's trees, mentions and every frame tried, and why each event was or was not coded");
  command->footer("For example:\n  attache explain --date 2021-03-04 'France recalled its ambassador to Mali on Tuesday.'");
  const auto options = std::make_shared<ExplainOptions>();
  command->add_option("TEXT|FILE", options->input, "A sentence or more, or a file; - is standard input")->required();
  add_date_option(*command, options->date);
  add_engine_options(*command, options->engine);
  command->callback([options, &status] { status = explain(*options); });
}

}  // namespace attache::cli
