#include "cli/report_input.h"

#include <cstdio>

namespace attache::cli {

void add_report_input(CLI::App& command, ReportInput& input) {
  command
      .add_option(
          "FILE", input.files,
          "Records as JSONL; files of GDELT, ICEWS and POLECAT; packed or not; - is standard input. The kind is found from content.")
      ->required();
}

int for_each_report(const ReportInput& input, const Attache& attache, const char* what, const std::function<void(Report&&)>& take) {
  TroubleTeller trouble;
  const auto say = [&](const Error& error) { trouble.say(error); };
  std::uint64_t missing = 0;
  const auto files = expand_files(input.files, [&](const Error& error) {
    ++missing;
    say(error);
  });
  const auto summary = read_report_files(files, attache.ontology(), take, say);
  trouble.close();
  const auto skipped = summary.skipped + missing;
  if (skipped == 0 && summary.reports > 0) return done;
  std::fprintf(stderr, "attache: %llu records %s, %llu skipped\n", static_cast<unsigned long long>(summary.reports), what,
               static_cast<unsigned long long>(skipped));
  return summary.reports > 0 ? some_skipped : nothing_done;
}

}  // namespace attache::cli
