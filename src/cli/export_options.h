#pragma once
/// What commands that write records in other formats share.

#include "cli/command.h"
#include "outputs/export_formats.h"

#include <sys/types.h>
#include <optional>
#include <string>

namespace attache::cli {

struct FormatOptions {
  std::string name = "jsonl";
  bool every_modality = false;
  std::string goldstein = "icews";
  std::string output;      ///< A file instead of standard output; with `partition` a folder.
  bool partition = false;  ///< Of Parquet and Arrow: one file a month.
  bool panel = false;      ///< What is written is a panel, not records.

  bool in_columns() const { return name == "parquet" || name == "arrow"; }
};

/// Adds --format, --output, --partition, --every-modality and --goldstein.
void add_format_options(CLI::App& command, FormatOptions& options);

/// The format whose lines are written: for Parquet and Arrow those that the program for columns takes.
const outputs::ExportFormat& format_of(const FormatOptions& options);

/// Where the lines go: standard output is led into the file that was asked for, or into the program that makes columns of them.
class OutputFile {
 public:
  /// Says on standard error why not. Errors: no such folder, no program for columns.
  static std::optional<OutputFile> open(const FormatOptions& options);
  /// To be called when all is written: the exit status, or a worse one where the end could not be written.
  int close(int status);

 private:
  std::string path_;
  pid_t program_ = 0;  ///< 0: none.
};

/// What the user chose, with the engine's tables.
outputs::ExportOptions export_options_of(const FormatOptions& options, const Attache& attache);

/// Says on standard error what the format could not hold; nothing when it held all.
void say_left_out(const outputs::LeftOut& left_out, const std::string& format);

/// Says trouble on standard error, of much trouble the first part; the rest is counted when it is closed.
class TroubleTeller {
 public:
  void say(const Error& error) {
    if (++count_ <= kMost) report(error);
  }
  void close() const;

 private:
  static constexpr std::uint64_t kMost = 100;
  std::uint64_t count_ = 0;
};

}  // namespace attache::cli
