#pragma once
/// What a container holds: the bytes of one document, or of a few that belong together, before they are read.

#include <attache/date.h>
#include <attache/error.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace attache {

/// How a record's bytes are to be read.
enum class RecordKind : std::uint8_t {
  page,      ///< HTML.
  text,      ///< Plain or scraped text.
  article,   ///< Text with a head of its own that an export wrote: one article.
  markdown,
  json,      ///< One object: a line of JSONL, a row of a table.
  xml,       ///< A feed, a sitemap, or an article in NewsML-G2 or NITF.
  mail,      ///< A page saved with its parts, as MHTML, or a message with one.
};

/// One record of an input. Whatever the input's size, a record is bounded (reading/limits.h).
struct Record {
  RecordKind kind = RecordKind::page;
  std::string bytes;
  Place place;                   ///< The file, and in it offset, line or number of the record.
  std::string url;               ///< Where it was fetched from, when the container says so.
  std::string charset;           ///< As the server declared it; empty when it did not.
  std::optional<Day> fetched;    ///< When it was fetched.
  std::uint64_t file_bytes = 0;  ///< Bytes of the file read so far when it was found, for those who show progress; 0 where that is not counted.
  std::vector<Error> notices;    ///< What happened to it before it got here: cut, damaged at its end.
};

/// Where the records of an input go.
struct RecordSink {
  std::function<void(Record&&)> on_record;
  std::function<void(const Error&)> on_error;            ///< What was skipped, and why.
  std::function<void(std::string_view)> on_passed_over;  ///< What is no page and was never meant to be one: "request records", "image/png".
};

}  // namespace attache
