#pragma once
/// Events as Phoenix has them, and bare dyads for analyses of CAMEO data. docs/formats.md says what is lost on the way.

#include "outputs/export_options.h"

#include <attache/report.h>

#include <string>
#include <string_view>
#include <vector>

namespace attache::outputs {

/// Phoenix: 26 columns parted by tabs, without a heading.
const std::vector<std::string_view>& phoenix_columns();
void append_phoenix(const Report& report, const ExportOptions& options, std::string& out, LeftOut& left_out);

/// Dyads: `Date`, `Source`, `Target`, `CAMEO`, `Goldstein`, parted by tabs below a heading, the least that old scripts read. Rows without
/// both sides are no dyads: they are left out, counted with those without a code.
const std::vector<std::string_view>& dyad_columns();
void append_dyads(const Report& report, const ExportOptions& options, std::string& out, LeftOut& left_out);

/// Phoenix' own quad class: 0 neutral for statements and appeals (01, 02), 1 verbal cooperation, 2 material cooperation, 3 verbal conflict
/// (09 to 13 and 16), 4 material conflict.
int phoenix_quad(std::string_view cameo);

}  // namespace attache::outputs
