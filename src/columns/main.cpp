/// attache-arrow: records as Parquet and Arrow files. A program of its own, because Arrow C++ is not everywhere that the engine is.

#include "columns/panel_columns.h"
#include "columns/table_files.h"
#include "outputs/report_json.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <iostream>
#include <string>

namespace {

struct Options {
  std::string output;
  std::string format = "parquet";
  bool partition = false;
  bool panel = false;
};

int fail(const std::string& output, const arrow::Status& status) {
  std::fprintf(stderr, "attache-arrow: %s: %s\n", output.c_str(), status.ToStringWithoutContextLines().c_str());
  return 1;
}

/// Lines of standard input to rows; what is no record is named and skipped.
template <typename Files>
int write_rows(Files& files, const Options& options) {
  attache::outputs::ReportReader reader;
  std::string line;
  std::uint64_t number = 0, skipped = 0;
  while (std::getline(std::cin, line)) {
    ++number;
    if (line.empty()) continue;
    const auto report = reader.read(line);
    if (!report) {
      ++skipped;
      std::fprintf(stderr, "attache-arrow: line %llu: %s\n", static_cast<unsigned long long>(number), report.error().message.c_str());
      continue;
    }
    if (const auto status = files.add(*report); !status.ok()) return fail(options.output, status);
  }
  if (const auto status = files.close(); !status.ok()) return fail(options.output, status);
  return skipped > 0 ? 3 : 0;
}

/// A panel's lines to rows. A line that is amiss ends it: part of a panel is none.
arrow::Status write_panel(const Options& options, attache::columns::FileKind kind) {
  std::string line;
  std::getline(std::cin, line);
  ARROW_ASSIGN_OR_RAISE(const auto columns, attache::columns::PanelColumns::make(line));
  ARROW_ASSIGN_OR_RAISE(const auto file, attache::columns::TableFile::open(options.output, kind, columns->schema()));
  const auto write_group = [&]() -> arrow::Status {
    ARROW_ASSIGN_OR_RAISE(const auto batch, columns->take());
    return file->write(*batch);
  };
  while (std::getline(std::cin, line)) {
    ARROW_RETURN_NOT_OK(columns->add(line));
    if (columns->rows() >= attache::columns::group_rows) ARROW_RETURN_NOT_OK(write_group());
  }
  if (columns->rows() > 0) ARROW_RETURN_NOT_OK(write_group());
  return file->close();
}

int run(const Options& options) {
  const auto kind = options.format == "arrow" ? attache::columns::FileKind::arrow : attache::columns::FileKind::parquet;
  if (options.panel) {
    const auto status = write_panel(options, kind);
    return status.ok() ? 0 : fail(options.output, status);
  }
  if (options.partition) {
    attache::columns::PartitionedFiles files(options.output, kind);
    return write_rows(files, options);
  }
  auto file = attache::columns::RecordFile::open(options.output, kind);
  return file.ok() ? write_rows(**file, options) : fail(options.output, file.status());
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Writes event records, one JSON object a line on standard input, as Parquet or Arrow files");
  Options options;
  app.add_option("-o,--output", options.output, "The file; with --partition the folder")->required();
  app.add_option("--format", options.format, "parquet or arrow (the IPC file format, also known as Feather 2)")
      ->capture_default_str()
      ->check(CLI::IsMember({"parquet", "arrow"}));
  app.add_flag("--partition", options.partition, "One file a month in folders year=…/month=…, by the event's day");
  app.add_flag("--panel", options.panel, "The lines are those of a panel, the first says what its columns are")->excludes("--partition");
  CLI11_PARSE(app, argc, argv);
  std::ios::sync_with_stdio(false);
  return run(options);
}
