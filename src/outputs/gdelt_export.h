#pragma once
/// Events and mentions as GDELT has them: tabs, no heading, no quotation, codes as text. docs/formats.md says what is lost on the way.

#include "outputs/export_options.h"

#include <attache/report.h>

#include <string>
#include <string_view>
#include <vector>

namespace attache::outputs {

/// Events, version 2.0: 61 columns.
void append_gdelt(const Report& report, const ExportOptions& options, std::string& out, LeftOut& left_out);
/// Events, version 1.0: 58 columns.
void append_gdelt1(const Report& report, const ExportOptions& options, std::string& out, LeftOut& left_out);
/// Mentions, version 2.0: 16 columns; one row for each row of the event, with the same number.
void append_gdelt_mentions(const Report& report, const ExportOptions& options, std::string& out, LeftOut& left_out);

/// The columns in order.
const std::vector<std::string_view>& gdelt_columns();
const std::vector<std::string_view>& gdelt1_columns();
const std::vector<std::string_view>& gdelt_mention_columns();

}  // namespace attache::outputs
