#pragma once
/// The tables of a database, and the way from each earlier layout to the next.
///
/// Two kinds of table. What was said: documents, reports with their participants, places, sizes and sentences; events and stories; runs and coders. Nothing is
/// ever deleted from these. And what is derived from them to answer quickly: `facts`, one row for each pair of actor and recipient of a report that holds, and
/// `evidence`, the full-text index; `attache doctor --mend` makes these anew.
///
/// Days are counted from 1970-01-01. Record ids of sixteen hexadecimal digits are kept as the integer they write, others as text. Lists are kept as lines.

#include "store/sqlite.h"

#include <span>
#include <string_view>

namespace attache::store {

/// `ATCH`, SQLite's application id of our files.
inline constexpr std::int64_t kApplicationId = 0x41544348;
/// `facts.day` of a report whose day is not known.
inline constexpr std::int64_t kNoDay = -1'000'000;

/// The SQL that leads from one version of the layout to the next: the first entry makes version 1 from an empty file.
std::span<const std::string_view> migrations();

/// The version that this program writes.
inline std::int64_t schema_version() { return static_cast<std::int64_t>(migrations().size()); }

/// Brings the file to the newest of `steps`, in one transaction. Throws: `unsupported` for a file of a newer program, `malformed` for another program's file.
void migrate(Connection& connection, std::span<const std::string_view> steps);

/// Throws likewise, and `unsupported` for a file that must be brought up to date first. Changes nothing.
void expect_current(Connection& connection);

/// What makes the derived tables, empty; and what removes them.
std::string_view derived_tables_sql();
std::string_view drop_derived_tables_sql();

/// A query in place of `facts` for reports that hold no longer, which that table does not have.
std::string_view retired_facts_sql();

}  // namespace attache::store
