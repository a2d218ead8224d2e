#include "api/report_files.h"
#include "cli/export_options.h"

#include <cstdio>
#include <memory>

namespace attache::cli {
namespace {

struct ExportCommand {
  std::vector<std::string> files;
  FormatOptions format;
};

int export_files(const ExportCommand& command) {
  const auto attache = open_engine({});
  if (!attache) return nothing_done;
  std::uint64_t skipped = 0;
  TroubleTeller trouble;
  const auto say = [&](const Error& error) { trouble.say(error); };
  const auto files = expand_files(command.files, [&](const Error& error) {
    ++skipped;
    say(error);
  });
  const auto* format = outputs::export_format(command.format.name);
  const auto options = export_options_of(command.format, *attache);
  outputs::LeftOut left_out;
  std::string lines;
  format->heading(lines);
  const auto summary = read_report_files(
      files, attache->ontology(),
      [&](Report&& coded) {
        format->append(coded, options, lines, left_out);
        constexpr std::size_t kEnough = 1 << 16;
        if (lines.size() < kEnough) return;
        std::fwrite(lines.data(), 1, lines.size(), stdout);
        lines.clear();
      },
      say);
  std::fwrite(lines.data(), 1, lines.size(), stdout);
  trouble.close();
  skipped += summary.skipped;
  say_left_out(left_out, command.format.name);
  if (skipped == 0 && summary.reports > 0) return done;
  std::fprintf(stderr, "attache: %llu records exported, %llu skipped\n", static_cast<unsigned long long>(summary.reports), static_cast<unsigned long long>(skipped));
  return summary.reports > 0 ? some_skipped : nothing_done;
}

}  // namespace

void add_export(CLI::App& app, int& status) {
  auto* command = app.add_subcommand("export", "Writes coded events in the formats that other scripts read");
  command->footer(
      "Takes what `attache code` gave, and files of GDELT, ICEWS and POLECAT:\n"
      "  attache export --format gdelt events.jsonl > events.export.CSV\n"
      "  attache export --format jsonl 20150218230000.export.CSV.zip > gdelt.jsonl");
  const auto options = std::make_shared<ExportCommand>();
  command->add_option("FILE", options->files, "Records as JSONL; files of GDELT, ICEWS and POLECAT; packed or not; - is standard input. The kind is found from content.")->required();
  add_format_options(*command, options->format);
  command->callback([options, &status] { status = export_files(*options); });
}

}  // namespace attache::cli
