#pragma once
/// Trouble as a value: every function that can meet bad input returns a `Result`, and no exception crosses a layer.

#include <cstdint>
#include <optional>
#include <string>
#include <tl/expected.hpp>

namespace attache {

/// What sort of trouble it was. Each has one line of meaning.
enum class ErrorKind : std::uint8_t {
  not_found,    ///< The file or folder does not exist.
  unreadable,   ///< It exists, but the system would not let us read it.
  empty,        ///< There was nothing in it.
  binary,       ///< The bytes are no text, page, feed or archive that we know.
  malformed,    ///< It is of a known kind but breaks that kind's rules.
  truncated,    ///< It ends in the middle.
  too_large,    ///< It passes a limit that keeps time and memory bounded.
  encoding,     ///< The bytes do not decode in the charset they claim.
  unsupported,  ///< Well-formed, but of a kind or version we do not handle.
  internal,     ///< A shipped model or lexicon image is damaged.
  unwritable,   ///< A file or folder may not be written to, or the disk has no room.
  busy,         ///< Another program has the file and does not let go of it.
};

/// The name of the kind as printed in messages, such as `malformed`.
const char* name_of(ErrorKind kind);

/// Where in the input the trouble is; every part that is known is given.
struct Place {
  std::string file;                      ///< As the user named it; `-` is standard input.
  std::optional<std::uint64_t> offset;   ///< Byte offset into the file, from 0.
  std::optional<std::uint64_t> line;     ///< Line number, from 1.
  std::optional<std::uint64_t> record;   ///< Record number within an archive or JSONL file, from 1.
};

/// Trouble with an input: what, where, and what was done about it.
struct Error {
  ErrorKind kind = ErrorKind::malformed;
  std::string message;  ///< One sentence, no final stop: "line is not a JSON object".
  Place place;
  std::string action;   ///< What was done: "skipped the line", "decoded as windows-1252". May be empty.
};

/// One line for people: `page.html:12: malformed: line is not a JSON object (skipped the line)`.
std::string to_string(const Error& error);

template <typename T>
using Result = tl::expected<T, Error>;

}  // namespace attache
