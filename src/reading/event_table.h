#pragma once
/// Files of event data sets: GDELT, ICEWS and POLECAT. Their rows are events already coded, not pages.

#include "reading/buffered_reader.h"
#include "reading/record.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace attache::reading {

enum class DataSet : std::uint8_t {
  gdelt,           ///< Events, versions 1.0 and 2.0, which have no heading; also with one.
  gdelt_mentions,  ///< The table of mentions, which says nothing of what happened.
  icews,
  polecat,
};

/// `gdelt`, `gdelt-mentions`, `icews`, `polecat`.
std::string_view name_of(DataSet set);

/// Whose file it is by its first line; nothing for others.
std::optional<DataSet> find_data_set(std::string_view start);

/// Reads rows parted by tabs, without regard to quotation marks. Each row becomes a record of kind `json`: an object with `data_set` and
/// what the row's cells hold, by the names of the columns; empty cells are left out. A row with too few or too many cells is reported with
/// its line and skipped. Known dirt is no trouble: empty cells at the end, headings that name more columns than the rows have, bytes that
/// are not UTF-8.
class EventTableReader {
 public:
  EventTableReader(DataSet set, ByteSource& source, const Place& place, const RecordSink& sink)
      : set_(set), reader_(source), place_(place), sink_(sink) {}
  void read();

 private:
  void read_row(std::uint64_t line);
  const std::vector<std::string>* columns_for(std::size_t cells) const;
  void report(ErrorKind kind, std::string message, std::uint64_t line, std::string action) const;

  DataSet set_;
  BufferedReader reader_;
  const Place& place_;
  const RecordSink& sink_;
  std::string line_;
  std::vector<std::string> heading_;  ///< As the file has it; empty without one.
  std::vector<std::string_view> cells_;
};

}  // namespace attache::reading
