#pragma once
/// Events as a table: one row an event, lists joined by `; `, quoted as RFC 4180 asks.

#include <attache/report.h>

#include <string>

namespace attache::outputs {

/// Appends the column names and a line end.
void append_event_csv_header(std::string& out);

/// Appends the event as one row. A cell that a spreadsheet would run as a formula is preceded by an apostrophe.
void append_event_csv(const Event& event, const Citation& citation, std::string& out);

}  // namespace attache::outputs
