#include "api/lexicon_check.h"
#include "cli/command.h"

#include <cstdio>
#include <memory>

namespace attache::cli {
namespace {

struct CheckOptions {
  std::vector<std::string> files;
  std::string lexicon = "lexicon";
  std::string model;
};

void print_counts(const LexiconReport& report) {
  TypeCount all;
  std::printf("%-10s %6s %8s %8s\n", "", "frames", "triggers", "examples");
  for (const auto& type : report.types) {
    std::printf("%-10s %6zu %8zu %8zu\n", type.type.c_str(), type.frames, type.triggers, type.examples);
    all.frames += type.frames;
    all.triggers += type.triggers;
    all.examples += type.examples;
  }
  std::printf("%-10s %6zu %8zu %8zu\n%zu operators\n", "all", all.frames, all.triggers, all.examples, report.operators);
}

int check(const CheckOptions& options) {
  const auto report_of = check_lexicon(options.lexicon, options.files, options.model);
  if (!report_of) {
    report(report_of.error());
    return nothing_done;
  }
  for (const auto& error : report_of->findings) {
    std::printf("%s:%llu: %s%s\n", error.place.file.c_str(), static_cast<unsigned long long>(error.place.line.value_or(0)), error.message.c_str(),
                error.action.empty() ? "" : (" (" + error.action + ")").c_str());
  }
  for (const auto& note : report_of->notes) {
    std::printf("%s:%llu: note: %s\n", note.place.file.c_str(), static_cast<unsigned long long>(note.place.line.value_or(0)), note.message.c_str());
  }
  if (options.files.empty()) print_counts(*report_of);
  std::printf("%zu examples run, %zu failed; %zu findings\n", report_of->examples_run, report_of->examples_failed, report_of->findings.size());
  return report_of->findings.empty() ? done : some_skipped;
}

}  // namespace

void add_lexicon(CLI::App& app, int& status) {
  auto* command = app.add_subcommand("lexicon", "Looks after the lexicon that people edit");
  command->require_subcommand(1);
  auto* checking = command->add_subcommand("check", "Runs the example sentences and finds entries that are wrong, doubled or of no use");
  checking->footer(
      "For example, while editing a file:\n"
      "  attache lexicon check --lexicon lexicon lexicon/frames/aid.yaml\n"
      "Exit status: 0 all is well, 1 the lexicon could not be read, 3 there are findings.");
  const auto options = std::make_shared<CheckOptions>();
  checking->add_option("FILE", options->files, "Only what is found in these files of the lexicon");
  checking->add_option("--lexicon", options->lexicon, "The lexicon folder")->capture_default_str()->check(CLI::ExistingDirectory);
  checking->add_option("--model", options->model, "A parser model instead of the built-in one")->check(CLI::ExistingFile);
  checking->callback([options, &status] { status = check(*options); });
  add_lexicon_show(*command, status);
  add_lexicon_diff(*command, status);
  add_lexicon_import(*command, status);
  add_lexicon_unknown(*command, status);
  add_lexicon_survey(*command, status);
  add_lexicon_codes(*command, status);
  add_lexicon_coverage(*command, status);
}

}  // namespace attache::cli
