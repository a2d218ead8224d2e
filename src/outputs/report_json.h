#pragma once
/// Records of the event record, version 1 (docs/event_record.md), as JSONL: written, and read back to the same bytes.

#include "coding/ontology.h"

#include <attache/error.h>
#include <attache/report.h>

#include <memory>
#include <string>
#include <string_view>

namespace attache::outputs {

/// Appends the event as one line of JSON with its line end.
void append_report_json(const Event& event, const Citation& citation, const CoderVersion& coder, std::string& out);

/// Appends the report as one line of JSON with its line end.
void append_report_json(const Report& report, std::string& out);

/// Reads records. Keeps its parser's memory between lines: one reader a thread.
class ReportReader {
 public:
  /// `ontology`, which must outlive the reader, is needed for rows of other data sets (data_set_import.h).
  explicit ReportReader(const coding::Ontology* ontology = nullptr);
  ~ReportReader();
  ReportReader(ReportReader&&) noexcept;
  ReportReader& operator=(ReportReader&&) noexcept;

  /// The record in one line, with or without its line end. Fields that are absent or null stay unknown, fields of other
  /// names are passed over. Errors: `malformed` for what is no JSON object, for a field of the wrong kind or beyond its
  /// range, and for an object that is no event record at all; the message names the field: "`actor[1].start` is no whole number".
  Result<Report> read(std::string_view line);

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
  const coding::Ontology* ontology_;
};

/// The record in one line, by a reader of its own.
Result<Report> report_from_json(std::string_view line);

/// True when the line looks like an event record rather than like a document: it is a row of an event data set (reading/event_table.h), or
/// has a field `cite_info`, or `event` and `actor`.
bool looks_like_report(std::string_view line);

}  // namespace attache::outputs
