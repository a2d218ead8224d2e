#pragma once
/// Opening a database: for reading, beside a writer and by any number of programs; for writing, by one.

#include "store/sqlite.h"

#include <string>

namespace attache::store {

/// Throws: `not_found`, `unreadable`, `empty`, `malformed`, `unsupported`.
Connection open_for_reading(const std::string& path);
/// Likewise of a damaged file: what can be read of it is read.
Connection open_for_salvage(const std::string& path);

/// Opens or makes the file and brings it up to date. Whoever calls holds the `WriterLock`. Throws likewise, and `unwritable`.
Connection open_for_writing(const std::string& path);

/// A setting of the database; `otherwise` where it has none.
std::int64_t setting(Connection& connection, const std::string& name, std::int64_t otherwise);
void set_setting(Connection& connection, const std::string& name, std::int64_t value);

/// Name of the setting that says whether sentences and pages are kept, 1, or offsets and hashes only, 0.
inline constexpr const char* kKeepsText = "keeps_text";

}  // namespace attache::store
