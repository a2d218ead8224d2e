#include "outputs/export_formats.h"

#include "outputs/event_csv.h"
#include "outputs/gdelt_export.h"
#include "outputs/icews_export.h"
#include "outputs/phoenix_export.h"
#include "outputs/polecat_export.h"
#include "outputs/report_json.h"
#include "outputs/tab_row.h"

#include <algorithm>
#include <array>

namespace attache::outputs {
namespace {

void no_heading(std::string&) {}

constexpr std::array formats = {
    ExportFormat{"jsonl", "the full record", no_heading,
                 [](const Report& report, const ExportOptions&, std::string& out, LeftOut&) { append_report_json(report, out); }},
    ExportFormat{"csv", "a table with one row an event", append_event_csv_header,
                 [](const Report& report, const ExportOptions&, std::string& out, LeftOut&) {
                   append_event_csv(report.event, report.citation, out);
                 }},
    ExportFormat{"gdelt", "GDELT 2.0 events", no_heading, append_gdelt},
    ExportFormat{"gdelt1", "GDELT 1.0 events", no_heading, append_gdelt1},
    ExportFormat{"gdelt-mentions", "GDELT 2.0 mentions", no_heading, append_gdelt_mentions},
    ExportFormat{"icews", "ICEWS", [](std::string& out) { append_tab_heading(icews_columns(), out); }, append_icews},
    ExportFormat{"polecat", "POLECAT", [](std::string& out) { append_tab_heading(polecat_columns(), out); }, append_polecat},
    ExportFormat{"phoenix", "Phoenix", no_heading, append_phoenix},
    ExportFormat{"dyads", "CAMEO dyads: date, source, target, code, Goldstein value",
                 [](std::string& out) { append_tab_heading(dyad_columns(), out); }, append_dyads}};

}  // namespace

std::span<const ExportFormat> export_formats() { return formats; }

const ExportFormat* export_format(std::string_view name) {
  const auto found = std::find_if(formats.begin(), formats.end(), [&](const ExportFormat& format) { return format.name == name; });
  return found == formats.end() ? nullptr : found;
}

}  // namespace attache::outputs
