#pragma once
/// Records of web archives: WARC 0.17 to 1.1, whole or with each record packed by itself, as crawls of news keep them.

#include "reading/buffered_reader.h"
#include "reading/record.h"

namespace attache::reading {

/// Reads an archive record by record; a record's body is held, never the archive.
///
/// Responses of status 200 and resources whose media type may be a page, a feed or text become records; so do conversions to text. Other
/// records (requests, metadata, revisits, which repeat a page that was kept before) and other responses (redirects, pictures) are passed
/// over and counted by what they are. A damaged record is reported with its number and offset, and reading goes on at the next that can
/// be found: behind the next packed piece, or at the next line that begins a record.
class WarcReader {
 public:
  WarcReader(ByteSource& source, const Place& place, const RecordSink& sink) : reader_(source), place_(place), sink_(sink) {}
  void read();

 private:
  bool find_record();
  bool read_header(std::string& header);
  bool read_block(std::uint64_t length, std::string& block, bool& cut);
  void take(std::string_view header, std::string&& block, bool cut);
  void take_response(Record&& record, std::string_view header, std::string&& block);
  void report(ErrorKind kind, std::string message);
  bool goes_on_after_trouble();

  BufferedReader reader_;
  Place place_;
  const RecordSink& sink_;
  std::string line_;
  std::uint64_t record_ = 0;
  std::uint64_t offset_ = 0;
  bool in_step_ = true;  ///< The last record ended where it said.
};

}  // namespace attache::reading
