#pragma once
/// What commands over coded events share: where the events come from.

#include "api/report_files.h"
#include "cli/export_options.h"

#include <functional>
#include <string>
#include <vector>

namespace attache::cli {

struct ReportInput {
  std::vector<std::string> files;
  std::string database;            ///< Instead of files.
  std::vector<std::string> where;  ///< Conditions on the database's reports.
  std::string merge = "events";    ///< What counts as one in a database.
};

/// Adds FILE…, --db, --where and --merge.
void add_report_input(CLI::App& command, ReportInput& input);

/// Hands on all reports of the files, or of the database, in order and says trouble on standard error. The exit status, and where something
/// was skipped a summary with `what` was done: "exported".
int for_each_report(const ReportInput& input, const Attache& attache, const char* what, const std::function<void(Report&&)>& take);

}  // namespace attache::cli
