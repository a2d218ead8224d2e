#pragma once
/// What a newer coder says of a document, held against what the database has.

#include "store/report_reader.h"
#include "store/sqlite.h"

#include <attache/event.h>

#include <cstdint>
#include <vector>

namespace attache::store {

struct Recoding {
  std::uint32_t kept = 0;              ///< Reports that stay to the letter.
  std::vector<std::size_t> added;      ///< Which of the new events are not there yet.
  std::vector<StoredReport> retired;   ///< Reports that the new coding does not have, or has otherwise.
};

class RecodingFinder {
 public:
  /// `keep_text`: whether the database has the sentences' words; if not they are not compared.
  RecodingFinder(const Connection& connection, bool keep_text);
  Recoding compare(std::int64_t document, const std::vector<Event>& events);

 private:
  std::string content_of(const Event& event) const;

  bool keep_text_;
  Statement reports_of_;
  ReportReader reader_;
};

}  // namespace attache::store
