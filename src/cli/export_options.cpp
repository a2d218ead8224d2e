#include "cli/export_options.h"

#include <fmt/format.h>

#include <cstdio>
#include <vector>

namespace attache::cli {

void add_format_options(CLI::App& command, FormatOptions& options) {
  std::vector<std::string> names;
  std::string about;
  for (const auto& format : outputs::export_formats()) {
    names.emplace_back(format.name);
    about += fmt::format("{}{}: {}", about.empty() ? "" : "; ", format.name, format.about);
  }
  for (const char* name : {"parquet", "arrow"}) names.emplace_back(name);
  about += "; parquet, arrow: the record in columns, where the program attache-arrow is there";
  command.add_option("-o,--output", options.output, "The file to write instead of standard output; with --partition the folder");
  command.add_flag("--partition", options.partition,
                   "Of parquet and arrow: one file a month in folders year=…/month=…, by the event's day");
  command.add_option("--format", options.name, about + ". docs/formats.md has each column and what is lost.")
      ->capture_default_str()
      ->check(CLI::IsMember(names));
  command.add_flag(
      "--every-modality", options.every_modality,
      "In formats that know only facts, write events that were denied, planned or supposed too: they then look as if they had happened");
  command
      .add_option("--goldstein", options.goldstein,
                  "Goldstein values of other data sets' formats: icews, which fits the codes; legacy, the older table in wide circulation")
      ->capture_default_str()
      ->check(CLI::IsMember({"icews", "legacy"}));
}

const outputs::ExportFormat& format_of(const FormatOptions& options) {
  return *outputs::export_format(options.in_columns() ? "jsonl" : options.name);
}

outputs::ExportOptions export_options_of(const FormatOptions& options, const Attache& attache) {
  outputs::ExportOptions chosen;
  chosen.every_modality = options.every_modality;
  chosen.ontology = &attache.ontology();
  if (options.goldstein == "legacy") chosen.goldstein = coding::GoldsteinTable::legacy;
  return chosen;
}

void TroubleTeller::close() const {
  if (count_ > kMost) std::fprintf(stderr, "attache: %llu more messages like these\n", static_cast<unsigned long long>(count_ - kMost));
}

void say_left_out(const outputs::LeftOut& left_out, const std::string& format) {
  if (left_out.total() == 0) return;
  std::fprintf(stderr, "attache: not in the format %s:", format.c_str());
  const char* separator = "";
  const auto say = [&](std::uint64_t count, const char* what) {
    if (count == 0) return;
    std::fprintf(stderr, "%s %llu %s", separator, static_cast<unsigned long long>(count), what);
    separator = ",";
  };
  say(left_out.undated, "without a day");
  say(left_out.not_asserted, "denied, planned or supposed");
  say(left_out.uncoded, "without its codes");
  std::fputs("\n", stderr);
}

}  // namespace attache::cli
