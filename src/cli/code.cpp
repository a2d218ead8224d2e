#include "cli/export_options.h"
#include "cli/profile.h"

#include <memory>
#include <mutex>

namespace attache::cli {
namespace {

struct CodeOptions {
  InputOptions input;
  Options engine;
  FormatOptions format;
  std::string profile = "balanced";
  bool asserted = false;
};

/// A document in another language is read, but its sentences are not understood.
bool in_english(const Document& document) { return document.language.empty() || document.language == "en"; }

Error not_english(const Document& document) {
  return {ErrorKind::unsupported, "the document's language is `" + document.language + "`, not English", document.source, "read but not coded"};
}

int code(const CodeOptions& options) {
  const auto attache = open_engine(options.engine);
  if (!attache) return nothing_done;
  const auto version = coder_version(*attache);
  auto output = OutputFile::open(options.format);
  if (!output) return nothing_done;
  const auto& format = format_of(options.format);
  const auto export_options = export_options_of(options.format, *attache);
  const double least = least_confidence(options.profile);
  outputs::LeftOut left_out;
  std::mutex counting;

  const auto work = [&](std::span<const Document> documents, std::string& lines, std::vector<Error>& trouble) {
    auto analyses = attache->analyse(documents, Depth::events);
    outputs::LeftOut not_in_these;
    for (std::size_t i = 0; i < documents.size(); ++i) {
      if (!in_english(documents[i])) {
        trouble.push_back(not_english(documents[i]));
        continue;
      }
      Report report{{}, citation_of(documents[i]), version, {}};
      for (auto& event : analyses[i].events) {
        if (event.confidence < least || (options.asserted && !event.modality.asserted())) continue;
        report.event = std::move(event);
        format.append(report, export_options, lines, not_in_these);
      }
    }
    const std::scoped_lock lock(counting);
    left_out += not_in_these;
  };
  std::string heading;
  format.heading(heading);
  const int status = run_over_files(options.input, "coded", work, heading);
  say_left_out(left_out, options.format.name);
  return output->close(status);
}

}  // namespace

void add_code(CLI::App& app, int& status) {
  auto* command = app.add_subcommand("code", "Codes events: who did what to whom, when, where, and according to whom");
  command->footer(
      "Gives one PLOVER event record a line, with the words each field came from:\n"
      "  attache code page.html\n"
      "  attache code --format csv --threads 4 'archive/*.jsonl' > events.csv");
  const auto options = std::make_shared<CodeOptions>();
  add_input_options(*command, options->input);
  add_engine_options(*command, options->engine);
  add_format_options(*command, options->format);
  add_profile_option(*command, options->profile);
  command->add_flag("--parse-every-sentence", options->engine.parse_every_sentence,
                    "Parse also the sentences in which the lexical scan sees no event: slower, and seldom finds more");
  command->add_flag("--asserted", options->asserted, "Only events reported as having happened: none denied, planned, supposed or long past");
  command->callback([options, &status] { status = code(*options); });
}

}  // namespace attache::cli
