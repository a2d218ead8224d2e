#pragma once
/// A panel as Arrow columns. It comes as JSON lines: first what the columns are, then a row a line, as `attache query --format parquet` sends it.
///
///     {"columns":[{"name":"actor","type":"text"},{"name":"count","type":"whole"},{"name":"goldstein_mean","type":"number"}]}
///     {"actor":"FRA","count":3,"goldstein_mean":-1.5}
///
/// A field that is absent is null.

#include <arrow/api.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace attache::columns {

/// Gathers a panel's rows column by column.
class PanelColumns {
 public:
  /// From the first line. Errors: a line that is no list of columns, a type that is none of `text`, `whole`, `number`.
  static arrow::Result<std::unique_ptr<PanelColumns>> make(std::string_view line);

  const std::shared_ptr<arrow::Schema>& schema() const { return schema_; }
  /// A further line. Errors: what is no JSON object, or a value of another type than its column's.
  arrow::Status add(std::string_view line);
  std::int64_t rows() const { return rows_; }
  /// What was gathered; afterwards it is empty again.
  arrow::Result<std::shared_ptr<arrow::RecordBatch>> take();

 private:
  std::shared_ptr<arrow::Schema> schema_;
  std::unique_ptr<arrow::RecordBatchBuilder> builder_;
  std::int64_t rows_ = 0;
};

}  // namespace attache::columns
