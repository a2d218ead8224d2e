#pragma once
/// What commands that write records in other formats share.

#include "cli/command.h"
#include "outputs/export_formats.h"

#include <string>

namespace attache::cli {

struct FormatOptions {
  std::string name = "jsonl";
  bool every_modality = false;
  std::string goldstein = "icews";
};

/// Adds --format, --every-modality and --goldstein.
void add_format_options(CLI::App& command, FormatOptions& options);

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
