#pragma once
/// The formats that records are written in, by name.

#include "outputs/export_options.h"

#include <attache/report.h>

#include <span>
#include <string>
#include <string_view>

namespace attache::outputs {

/// A format of lines. Its functions keep nothing between calls: reports may be written by several threads and joined in order.
struct ExportFormat {
  std::string_view name;   ///< As on the command line.
  std::string_view about;  ///< In a few words.
  /// Appends what stands above the first row; nothing for formats without a heading.
  void (*heading)(std::string& out);
  /// Appends a report's rows, or counts why it has none.
  void (*append)(const Report& report, const ExportOptions& options, std::string& out, LeftOut& left_out);
};

/// All formats, ours first.
std::span<const ExportFormat> export_formats();

/// The format of that name; null when there is none.
const ExportFormat* export_format(std::string_view name);

}  // namespace attache::outputs
