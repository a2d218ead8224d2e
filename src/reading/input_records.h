#pragma once
/// Inputs of any kind as a stream of records: what is packed is unpacked, archives are opened, lines and rows are cut.

#include "reading/byte_source.h"
#include "reading/record.h"

#include <string>
#include <string_view>

namespace attache {

/// Reads a file; `-` is standard input. The kind is found from content, at every level: HTML, plain and scraped text, Markdown, JSONL,
/// tables with named columns, RSS, Atom, sitemaps, NewsML-G2, NITF, MHTML, exports of news databases, WARC; any of these packed by gzip,
/// xz, bzip2 or zstd or in zip and tar archives. Records come one at a time in the order of the input, and memory does not grow with it.
/// `text_as_it_is`: plain text is one record, whatever its lines look like.
void read_records(const std::string& path, bool text_as_it_is, const RecordSink& sink);

/// Reads bytes in memory likewise; `place` says where they come from.
void read_records(std::string_view bytes, const Place& place, bool text_as_it_is, const RecordSink& sink);

}  // namespace attache
