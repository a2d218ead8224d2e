#pragma once
/// Reports out of a database, one at a time: what listings and exports run on.

#include "store/filter.h"
#include "store/report_reader.h"
#include "stories/policy.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace attache::store {

/// Which reports are wanted.
struct ReportQuery {
  std::vector<Condition> conditions;         ///< All must hold.
  stories::Policy merge = stories::Policy::none;  ///< Of reports that count as one the first that the conditions let through is given.
  std::uint64_t limit = 0;                   ///< At most so many; 0 for all.
  bool retired = false;                      ///< What earlier versions said and the last does not, instead of what holds.
};

/// A database opened for reading, while others read and one may write: every query sees one state of it. One thread at a time.
class Reader {
 public:
  /// Errors: those of opening.
  static Result<std::unique_ptr<Reader>> open(const std::string& path);

  /// Hands on the reports in the order they came in, until `take` says false. How many were handed on.
  /// Errors: `malformed` for a full-text query that is none, and for a damaged database.
  Result<std::uint64_t> for_each_report(const ReportQuery& query, const std::function<bool(const StoredReport&)>& take);

  Connection& connection() { return connection_; }

 private:
  explicit Reader(const std::string& path);
  Connection connection_;
  ReportReader reports_;
};

/// The SQL that lists the reports' numbers.
std::string listing_sql(const ReportQuery& query);

/// What counts as one with the report under the policy. An event counts once in every text: a reprint's reports are those of `original`.
std::uint64_t unit_of(const StoredReport& stored, std::int64_t original, stories::Policy policy);

}  // namespace attache::store
