#include <attache/error.h>

namespace attache {

const char* name_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::not_found: return "not found";
    case ErrorKind::unreadable: return "unreadable";
    case ErrorKind::empty: return "empty";
    case ErrorKind::binary: return "binary";
    case ErrorKind::malformed: return "malformed";
    case ErrorKind::truncated: return "truncated";
    case ErrorKind::too_large: return "too large";
    case ErrorKind::encoding: return "encoding";
    case ErrorKind::unsupported: return "unsupported";
    case ErrorKind::internal: return "internal";
    case ErrorKind::unwritable: return "unwritable";
    case ErrorKind::busy: return "busy";
  }
  return "unknown";
}

std::string to_string(const Error& error) {
  std::string line = error.place.file.empty() ? std::string() : error.place.file + ":";
  if (error.place.line) {
    line += std::to_string(*error.place.line) + ":";
  } else if (error.place.record) {
    line += "record " + std::to_string(*error.place.record) + ":";
  }
  if (error.place.offset) line += "byte " + std::to_string(*error.place.offset) + ":";
  if (!line.empty()) line += " ";
  line += std::string(name_of(error.kind)) + ": " + error.message;
  if (!error.action.empty()) line += " (" + error.action + ")";
  return line;
}

}  // namespace attache
