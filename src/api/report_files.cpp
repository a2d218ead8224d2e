#include "api/report_files.h"

#include "outputs/report_json.h"
#include "reading/input_records.h"

namespace attache {

ReportFilesSummary read_report_files(const std::vector<std::string>& files, const coding::Ontology& ontology,
                                     const std::function<void(Report&&)>& on_report, const std::function<void(const Error&)>& on_error) {
  ReportFilesSummary summary;
  outputs::ReportReader reader(&ontology);
  const auto skip = [&](const Error& error) {
    ++summary.skipped;
    on_error(error);
  };
  const RecordSink sink{
      [&](Record&& record) {
        for (const Error& notice : record.notices) on_error(notice);
        if (record.kind != RecordKind::json)
          return skip({ErrorKind::unsupported, "a page or text, no coded event", record.place, "skipped it; `attache code` codes pages"});
        auto report = reader.read(record.bytes);
        if (!report) return skip({report.error().kind, report.error().message, record.place, "skipped the record"});
        ++summary.reports;
        on_report(std::move(*report));
      },
      skip,
      [](std::string_view) {},
  };
  for (const std::string& file : files) read_records(file, false, sink);
  return summary;
}

}  // namespace attache
