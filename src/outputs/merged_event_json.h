#pragma once
/// Merged events as lines: the event put together, and each report of it with the rule that joined it.

#include "stories/story_book.h"

#include <attache/report.h>

#include <span>
#include <string>

namespace attache::outputs {

/// A report with what was decided on it.
struct ToldReport {
  Report report;
  stories::ReportDecision decision;
  std::string source;  ///< Whose text it is: its own document's id, or of the one that its document reprints.
};

/// Appends the event that the reports tell as one line of JSON. `reports` has at least one, in the order they came in. Layout:
/// docs/stories.md.
void append_merged_event_json(const std::string& story, std::span<const ToldReport> reports, std::string& out);

/// Appends what was decided on a document as one line of JSON.
void append_story_document_json(const stories::DocumentDecision& decision, const Citation& citation, std::string& out);

}  // namespace attache::outputs
