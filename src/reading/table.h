#pragma once
/// Tables of documents: CSV and TSV with named columns.

#include "reading/buffered_reader.h"
#include "reading/record.h"

#include <string>
#include <string_view>
#include <vector>

namespace attache::reading {

/// True when the first line names columns that documents have, parted by commas, semicolons or tabs: a title or text and one more.
bool is_table(std::string_view start);

/// Reads rows by RFC 4180: fields may be quoted, quotes within are doubled, and quoted fields may hold line breaks. Each row becomes a
/// record of kind `json`: an object with the columns' names, which is read as any other. A row longer than `kMaxLineBytes` or with more
/// fields than there are columns is reported with its line and skipped; memory is bounded by one row.
class TableReader {
 public:
  TableReader(ByteSource& source, const Place& place, const RecordSink& sink) : reader_(source), place_(place), sink_(sink) {}
  void read();

 private:
  enum class Row { read, end, too_long };
  Row read_row(std::vector<std::string>& fields);
  void report(ErrorKind kind, std::string message, std::uint64_t line) const;

  BufferedReader reader_;
  const Place& place_;
  const RecordSink& sink_;
  char separator_ = ',';
  std::string line_;
};

}  // namespace attache::reading
