#include "cli/command.h"
#include "outputs/document_json.h"

#include <memory>

namespace attache::cli {

void add_read(CLI::App& app, int& status) {
  auto* command = app.add_subcommand("read", "Shows the documents found in files: title, date, byline, agencies and the article's blocks");
  command->footer("Gives one JSON object a document:\n  attache read page.html | jq .title\nThe lines can be given to `attache code` again.");
  const auto input = std::make_shared<InputOptions>();
  add_input_options(*command, *input);
  command->callback([input, &status] {
    status = run_over_files(*input, "read", [](std::span<const Document> documents, std::string& lines, std::vector<Error>&) {
      for (const auto& document : documents) outputs::append_document_json(document, lines);
    });
  });
}

}  // namespace attache::cli
