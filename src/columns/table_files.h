#pragma once
/// Columns on disk: one Parquet or Arrow file, or one a month in folders that other programs take for partitions.

#include "columns/record_columns.h"

#include <list>
#include <map>
#include <memory>
#include <string>

namespace attache::columns {

enum class FileKind { parquet, arrow };

/// So many rows are one group: some 30 MiB of records while they are gathered, and a good size for those who read.
inline constexpr std::int64_t group_rows = 1 << 14;

/// Writes one file, a batch of rows after the other; memory does not grow with the file.
class TableFile {
 public:
  static arrow::Result<std::unique_ptr<TableFile>> open(const std::string& path, FileKind kind, const std::shared_ptr<arrow::Schema>& schema);
  virtual ~TableFile() = default;

  virtual arrow::Status write(const arrow::RecordBatch& batch) = 0;
  virtual arrow::Status close() = 0;
};

/// Writes one file of records, which are kept until there are enough for a group.
class RecordFile {
 public:
  static arrow::Result<std::unique_ptr<RecordFile>> open(const std::string& path, FileKind kind);

  arrow::Status add(const Report& report);
  arrow::Status close();

 private:
  arrow::Status write_group();

  std::unique_ptr<TableFile> file_;
  std::unique_ptr<RecordColumns> columns_;
};

/// Writes a folder: `year=2013/month=05/part-0.parquet`, by the event's day; events without one are under `year=unknown`. A few files are
/// open at a time; a month that comes again after its file was closed goes on in a next part.
class PartitionedFiles {
 public:
  PartitionedFiles(std::string folder, FileKind kind) : folder_(std::move(folder)), kind_(kind) {}

  arrow::Status add(const Report& report);
  arrow::Status close();

 private:
  struct Open {
    std::string partition;
    std::unique_ptr<RecordFile> file;
  };
  static constexpr std::size_t kMostOpen = 24;

  std::string folder_;
  FileKind kind_;
  std::list<Open> open_;  ///< Used last first.
  std::map<std::string, int> parts_;
};

}  // namespace attache::columns
