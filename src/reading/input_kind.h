#pragma once
/// What an input is, by its first bytes.

#include <string_view>

namespace attache::reading {

enum class InputKind {
  empty,       ///< Nothing, or nothing but white space.
  gzip,        ///< Something else packed by gzip.
  json_lines,  ///< One JSON object a line.
  json,        ///< One JSON object over many lines.
  html,        ///< A page.
  text,        ///< Plain or scraped text.
  feed,        ///< RSS or Atom.
  archive,     ///< WARC.
  binary,      ///< None of these.
};

/// `head`: the first bytes, up to `kHeadBytes`; `whole` when these are all there are.
InputKind find_kind(std::string_view head, bool whole);

/// The file format of binary data for messages, such as "a PDF file"; empty when it is not known.
std::string_view binary_format(std::string_view head);

}  // namespace attache::reading
