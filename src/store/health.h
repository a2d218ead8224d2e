#pragma once
/// What is wrong with a database, and mending it.

#include <attache/error.h>

#include <cstdint>
#include <string>
#include <vector>

namespace attache::store {

/// One thing that was looked at.
struct Finding {
  enum class State : std::uint8_t {
    good,
    note,    ///< No harm; something to know.
    bad,     ///< Answers may be wrong: `mend` helps.
    broken,  ///< Part of the file cannot be read: `salvage` saves the rest.
  };
  State state = State::good;
  std::string what;  ///< One sentence, no final stop.
  std::string cure;  ///< What to do; empty for what is good.
};

/// Looks the database over: the file's own structure, references, and whether what is derived fits what was said. Changes nothing. Never fails: what keeps it
/// from looking is a finding.
std::vector<Finding> examine(const std::string& path);

/// Brings the layout up to date and makes indices, facts, full text and counts anew from what was said. Errors: `busy`, `unwritable`, `malformed` for a broken file.
Result<void> mend(const std::string& path);

struct Salvaged {
  std::uint64_t documents = 0;
  std::uint64_t lost = 0;      ///< Documents of which a part could not be read.
  bool end_is_lost = false;    ///< How many documents there were behind the last that could be read is not known either.
};

/// Copies every document that can be read, with the reports that hold, into a new database. Stories and events are found anew.
/// Errors: those of opening either, and when the new one is there already.
Result<Salvaged> salvage(const std::string& from, const std::string& to);

/// Takes a merge back: the report of that id, and those that were joined to it, become an event of their own; or the document and those like it a story of their own,
/// while its reports stay with their events. How many reports or documents moved.
/// Errors: `not_found` for an id that is none, `malformed` for what was joined to nothing; `busy`, `unwritable`.
Result<std::uint64_t> split(const std::string& path, const std::string& id);

}  // namespace attache::store
