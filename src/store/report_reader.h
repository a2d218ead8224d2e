#pragma once
/// Rows as reports again, each as it was given.

#include "store/sqlite.h"

#include <attache/report.h>

#include <cstdint>
#include <string>

namespace attache::store {

/// A report with what the database says of it.
struct StoredReport {
  std::int64_t number = 0;
  Report report;            ///< `mentions` has the event's and the story's ids, and what all its reports count.
  std::int64_t document = 0;
  std::int64_t event = 0;
  std::string merge_rule;   ///< Why it is a report of that event; empty for the event's first.
  std::string merged_with;  ///< Id of the report that it was joined to.
  std::string beside;       ///< Id of a report that tells the same but contradicts it in one field.
  std::string contradiction;  ///< That field.
  std::int64_t run = 0;     ///< Said it first.
  std::int64_t retired = 0; ///< The run that said otherwise; 0 while it holds.
};

class ReportReader {
 public:
  /// Without `mentions`, which are counted over all of an event's reports, a report depends on no index nor on what was found in it: for damaged files.
  explicit ReportReader(const Connection& connection, bool mentions = true);

  /// Fills `stored` with the report of that number; false when there is none.
  bool read(std::int64_t number, StoredReport& stored);

 private:
  void read_participants(std::int64_t number, Event& event);
  void read_mentions(StoredReport& stored);

  bool counts_mentions_;
  Statement report_, participants_, magnitudes_, alternatives_, mentions_;
};

}  // namespace attache::store
