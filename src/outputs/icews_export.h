#pragma once
/// Events as ICEWS has them: tabs, a heading of 20 names, `NA` for nothing known. docs/formats.md says what is lost on the way.

#include "outputs/export_options.h"

#include <attache/report.h>

#include <string>
#include <string_view>
#include <vector>

namespace attache::outputs {

const std::vector<std::string_view>& icews_columns();
void append_icews(const Report& report, const ExportOptions& options, std::string& out, LeftOut& left_out);

/// A PLOVER sector in ICEWS' words, several parted by commas: `MIL` is "Government,Military". Empty for what ICEWS has none for.
std::string_view icews_sectors(std::string_view sector);

/// The PLOVER sector that one of ICEWS' words stands for; empty when it has none.
std::string_view sector_of_icews(std::string_view word);

}  // namespace attache::outputs
