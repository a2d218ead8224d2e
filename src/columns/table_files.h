#pragma once
/// Columns on disk: one Parquet or Arrow file, or one a month in folders that other programs take for partitions.

#include "columns/record_columns.h"

#include <list>
#include <map>
#include <memory>
#include <string>

namespace attache::columns {

enum class FileKind { parquet, arrow };

/// Writes one file. Rows are kept until there are enough for a group, then written; memory does not grow with the file.
class TableFile {
 public:
  static arrow::Result<std::unique_ptr<TableFile>> open(const std::string& path, FileKind kind);
  virtual ~TableFile() = default;

  arrow::Status add(const Report& report);
  arrow::Status close();

 protected:
  virtual arrow::Status write(const arrow::RecordBatch& batch) = 0;
  virtual arrow::Status finish() = 0;

 private:
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
    std::unique_ptr<TableFile> file;
  };
  static constexpr std::size_t kMostOpen = 24;

  std::string folder_;
  FileKind kind_;
  std::list<Open> open_;  ///< Used last first.
  std::map<std::string, int> parts_;
};

}  // namespace attache::columns
