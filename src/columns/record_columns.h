#pragma once
/// The event record as Arrow columns: one row a record, lists as lists, entities as structures.

#include <attache/report.h>

#include <arrow/api.h>

#include <memory>

namespace attache::columns {

/// The columns' names and types, in order (docs/formats.md).
std::shared_ptr<arrow::Schema> record_schema();

/// Gathers records column by column.
class RecordColumns {
 public:
  static arrow::Result<std::unique_ptr<RecordColumns>> make();

  arrow::Status add(const Report& report);
  std::int64_t rows() const { return rows_; }
  /// What was gathered; afterwards it is empty again.
  arrow::Result<std::shared_ptr<arrow::RecordBatch>> take();

 private:
  explicit RecordColumns(std::unique_ptr<arrow::RecordBatchBuilder> builder) : builder_(std::move(builder)) {}
  std::unique_ptr<arrow::RecordBatchBuilder> builder_;
  std::int64_t rows_ = 0;
};

}  // namespace attache::columns
