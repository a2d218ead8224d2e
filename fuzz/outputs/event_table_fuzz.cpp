/// Any bytes as a file of GDELT, ICEWS or POLECAT: no crash, and every row is a report or a trouble that names its column. What is a report can be written in
/// every format, and as our record comes back to the same bytes.

#include "../text_of_words.h"
#include "outputs/export_formats.h"
#include "outputs/report_json.h"
#include "reading/input_records.h"

#include <cstdint>
#include <string>

namespace attache::outputs {
namespace {

using fuzz::check;

const coding::Ontology& ontology() {
  static const coding::Ontology kOntology = *coding::Ontology::read(ATTACHE_SOURCE_DIR "/lexicon/ontology");
  return kOntology;
}

void check_report(const Report& report) {
  std::string line;
  append_report_json(report, line);
  const auto again = report_from_json(line);
  check(again.has_value());
  std::string second;
  append_report_json(*again, second);
  check(second == line);
  ExportOptions options;
  options.ontology = &ontology();
  options.every_modality = true;
  for (const ExportFormat& format : export_formats()) {
    std::string rows;
    LeftOut left_out;
    format.append(report, options, rows, left_out);
    check(!rows.empty() || left_out.total() > 0);
    check(rows.empty() || rows.back() == '\n');
  }
}

}  // namespace
}  // namespace attache::outputs

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace attache;
  outputs::ReportReader reader(&outputs::ontology());
  const auto take = [&](Record&& record) {
    if (!outputs::looks_like_report(record.bytes)) return;
    const auto report = reader.read(record.bytes);
    report ? outputs::check_report(*report) : fuzz::check(!report.error().message.empty());
  };
  read_records({reinterpret_cast<const char*>(data), size}, Place{"events"}, false, {take, [](const Error&) {}, [](std::string_view) {}});
  return 0;
}
