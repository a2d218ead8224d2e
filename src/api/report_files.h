#pragma once
/// Files of coded events as reports: records of ours, and rows of GDELT, ICEWS and POLECAT.

#include "coding/ontology.h"

#include <attache/error.h>
#include <attache/report.h>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace attache {

/// How the reading of report files went.
struct ReportFilesSummary {
  std::uint64_t reports = 0;
  std::uint64_t skipped = 0;  ///< Rows, lines and files that could not be used.
};

/// Hands on the reports of the files in order, one at a time. Files may be packed or in archives; their kind is found from content. What is
/// no coded event (a page, a text) is trouble: it has to be coded first.
ReportFilesSummary read_report_files(const std::vector<std::string>& files, const coding::Ontology& ontology,
                                     const std::function<void(Report&&)>& on_report, const std::function<void(const Error&)>& on_error);

}  // namespace attache
