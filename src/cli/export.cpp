#include "cli/report_input.h"

#include <cstdio>
#include <memory>

namespace attache::cli {
namespace {

struct ExportCommand {
  ReportInput input;
  FormatOptions format;
};

int export_reports(const ExportCommand& command) {
  const auto attache = open_engine({});
  if (!attache) return nothing_done;
  auto output = OutputFile::open(command.format);
  if (!output) return nothing_done;
  const auto& format = format_of(command.format);
  auto options = export_options_of(command.format, *attache);
  ReportInput input = command.input;
  options.merged_events = !input.database.empty() && input.merge == "events";
  // Each report of an event is a mention of it.
  if (command.format.name == "gdelt-mentions" && options.merged_events) input.merge = "none";
  outputs::LeftOut left_out;
  std::string lines;
  format.heading(lines);
  const int status = for_each_report(input, *attache, "exported", [&](Report&& coded) {
    format.append(coded, options, lines, left_out);
    constexpr std::size_t kEnough = 1 << 16;
    if (lines.size() < kEnough) return;
    std::fwrite(lines.data(), 1, lines.size(), stdout);
    lines.clear();
  });
  std::fwrite(lines.data(), 1, lines.size(), stdout);
  say_left_out(left_out, command.format.name);
  return output->close(status);
}

}  // namespace

void add_export(CLI::App& app, int& status) {
  auto* command = app.add_subcommand("export", "Writes coded events in the formats that other scripts read");
  command->footer(
      "Takes a database, what `attache code` gave, and files of GDELT, ICEWS and POLECAT:\n"
      "  attache export --db news.db --where 'date>=2013' --format gdelt -o events.export.CSV\n"
      "  attache export --format gdelt events.jsonl > events.export.CSV\n"
      "  attache export --format jsonl 20150218230000.export.CSV.zip > gdelt.jsonl\n"
      "  attache export --format parquet --partition -o events events.jsonl");
  const auto options = std::make_shared<ExportCommand>();
  add_report_input(*command, options->input);
  add_format_options(*command, options->format);
  command->callback([options, &status] { status = export_reports(*options); });
}

}  // namespace attache::cli
