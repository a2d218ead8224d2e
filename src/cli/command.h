#pragma once
/// What every subcommand shares: options, messages and exit status.

#include "api/pipeline.h"

#include <attache/attache.h>
#include <attache/report.h>

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace attache::cli {

/// Exit status, as docs/event_record.md and every `--help` say.
enum Status : int { done = 0, nothing_done = 1, usage = 2, some_skipped = 3 };

/// The files a command reads.
struct InputOptions {
  std::vector<std::string> files;
  std::string date;      ///< Published date for documents that give none, `YYYY-MM-DD`.
  bool text_as_it_is = false;  ///< Plain text is taken whole, not for a page with its furniture.
  unsigned threads = 0;  ///< 0: one for each processor.
};

/// Adds --date.
void add_date_option(CLI::App& command, std::string& date);
/// Adds FILE…, --date and --threads.
void add_input_options(CLI::App& command, InputOptions& input);
/// Adds --lexicon, --model and --classifier.
void add_engine_options(CLI::App& command, Options& engine);

/// Opens models and lexicon, or says on standard error why not.
Result<Attache> open_engine(const Options& engine);

/// Runs the work over the files' documents: lines to standard output, messages and a summary to standard error.
/// `what` names the work in the summary: "coded". `summarize`, where given, is told how the run went. `turn_in`, where given, is handed the lines in the order of the
/// input, one thread at a time, and appends what is to be written instead.
int run_over_files(const InputOptions& input, const char* what, const DocumentWork& work, std::string_view heading = {},
                   const std::function<void(const RunSummary&)>& summarize = {},
                   const std::function<void(std::string_view lines, std::string& out)>& turn_in = {});

/// Reads the pairs of a file, or of standard input for `-`; what is wrong goes to `on_error`.
std::vector<RelatedPair> read_pair_file(const std::string& path, const std::function<void(const Error&)>& on_error);

/// Says the trouble on standard error.
void report(const Error& error);

/// What made the records, for their `coder` field.
CoderVersion coder_version(const Attache& attache);

// One for each subcommand; `status` receives its exit status when it runs.
void add_read(CLI::App& app, int& status);
void add_parse(CLI::App& app, int& status);
void add_code(CLI::App& app, int& status);
void add_compare(CLI::App& app, int& status);
void add_export(CLI::App& app, int& status);
void add_doctor(CLI::App& app, int& status);
void add_explain(CLI::App& app, int& status);
void add_ingest(CLI::App& app, int& status);
void add_eval(CLI::App& app, int& status);
void add_lexicon(CLI::App& app, int& status);
void add_query(CLI::App& app, int& status);
void add_relate(CLI::App& app, int& status);
void add_stories(CLI::App& app, int& status);
void add_train(CLI::App& app, int& status);

// Parts of `lexicon` that have a file of their own.
void add_lexicon_show(CLI::App& lexicon, int& status);
void add_lexicon_diff(CLI::App& lexicon, int& status);
void add_lexicon_import(CLI::App& lexicon, int& status);
void add_lexicon_unknown(CLI::App& lexicon, int& status);
void add_lexicon_survey(CLI::App& lexicon, int& status);
void add_lexicon_codes(CLI::App& lexicon, int& status);
void add_lexicon_coverage(CLI::App& lexicon, int& status);

// Parts of `eval` that have a file of their own.
void add_eval_actors(CLI::App& eval, int& status);
void add_eval_mentions(CLI::App& eval, int& status);  // dates and places
void add_eval_events(CLI::App& eval, int& status);
void add_eval_relate(CLI::App& eval, int& status);
void add_eval_read(CLI::App& eval, int& status);

}  // namespace attache::cli
