#pragma once
/// What an input is, by its first bytes.

#include "reading/record.h"

#include <optional>
#include <string_view>

namespace attache::reading {

enum class InputKind {
  empty,       ///< Nothing, or nothing but white space.
  gzip,        ///< Something else packed by gzip.
  packed,      ///< Something else packed by xz, bzip2 or zstd.
  archive,     ///< Files in a zip or tar archive.
  web_archive, ///< WARC.
  json_lines,  ///< One JSON object a line.
  json,        ///< One JSON object over many lines.
  table,       ///< Rows with named columns (CSV, TSV).
  events,      ///< Rows of an event data set: GDELT, ICEWS, POLECAT.
  xml,         ///< A feed, a sitemap, or an article in NewsML-G2 or NITF.
  mail,        ///< A page saved with its parts, as MHTML.
  html,        ///< A page.
  markdown,
  export_text, ///< Many articles one behind the other, as news databases export them.
  text,        ///< Plain or scraped text.
  binary,      ///< None of these.
};

/// `head`: the first bytes, up to `kHeadBytes`; `whole` when these are all there are.
InputKind find_kind(std::string_view head, bool whole);

/// How the bytes of a whole document are to be read; nothing where they hold no document: nothing at all, another container, binary data.
std::optional<RecordKind> kind_of_document(std::string_view bytes);

/// The file format of binary data for messages, such as "a PDF file"; empty when it is not known.
std::string_view binary_format(std::string_view head);

}  // namespace attache::reading
