#pragma once
/// Events as POLECAT has them: tabs, a heading of 40 names, `None` for nothing known. docs/formats.md says what is lost on the way.

#include "outputs/export_options.h"

#include <attache/report.h>

#include <string>
#include <string_view>
#include <vector>

namespace attache::outputs {

const std::vector<std::string_view>& polecat_columns();
void append_polecat(const Report& report, const ExportOptions& options, std::string& out, LeftOut& left_out);

/// `VERBAL COOPERATION` and so on for 1 to 4; empty for any other number.
std::string_view quad_words(int quad);
/// 1 to 4 by those words; 0 for others.
int quad_of_words(std::string_view words);

}  // namespace attache::outputs
