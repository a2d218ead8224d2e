#include "columns/panel_columns.h"

#include <simdjson.h>

#include <utility>

namespace attache::columns {
namespace {

using arrow::Status;

arrow::Result<std::shared_ptr<arrow::DataType>> type_named(std::string_view name) {
  if (name == "text") return arrow::utf8();
  if (name == "whole") return arrow::int64();
  if (name == "number") return arrow::float64();
  return Status::Invalid("no type of column is called ", name);
}

/// The value in the column's builder; null where the field is absent.
Status append(arrow::ArrayBuilder& builder, const arrow::DataType& type, simdjson::simdjson_result<simdjson::dom::element> value) {
  if (value.error() == simdjson::NO_SUCH_FIELD) return builder.AppendNull();
  simdjson::error_code trouble = simdjson::SUCCESS;
  if (type.id() == arrow::Type::STRING) {
    std::string_view text;
    trouble = value.get(text);
    if (trouble == simdjson::SUCCESS) return static_cast<arrow::StringBuilder&>(builder).Append(text);
  } else if (type.id() == arrow::Type::INT64) {
    std::int64_t number = 0;
    trouble = value.get(number);
    if (trouble == simdjson::SUCCESS) return static_cast<arrow::Int64Builder&>(builder).Append(number);
  } else {
    double number = 0;
    trouble = value.get(number);
    if (trouble == simdjson::SUCCESS) return static_cast<arrow::DoubleBuilder&>(builder).Append(number);
  }
  return Status::Invalid(simdjson::error_message(trouble));
}

}  // namespace

arrow::Result<std::unique_ptr<PanelColumns>> PanelColumns::make(std::string_view line) {
  simdjson::dom::parser parser;
  simdjson::dom::array columns;
  if (const auto trouble = parser.parse(line.data(), line.size())["columns"].get(columns))
    return Status::Invalid("the first line does not say what the columns are: ", simdjson::error_message(trouble));
  arrow::FieldVector fields;
  for (const auto column : columns) {
    std::string_view name, type_name;
    if (column["name"].get(name) || column["type"].get(type_name)) return Status::Invalid("a column without name or type");
    ARROW_ASSIGN_OR_RAISE(auto type, type_named(type_name));
    fields.push_back(arrow::field(std::string(name), std::move(type)));
  }
  auto panel = std::make_unique<PanelColumns>();
  panel->schema_ = arrow::schema(std::move(fields));
  ARROW_ASSIGN_OR_RAISE(panel->builder_, arrow::RecordBatchBuilder::Make(panel->schema_, arrow::default_memory_pool()));
  return panel;
}

Status PanelColumns::add(std::string_view line) {
  simdjson::dom::parser parser;
  simdjson::dom::object row;
  if (const auto trouble = parser.parse(line.data(), line.size()).get(row)) return Status::Invalid(simdjson::error_message(trouble));
  for (int i = 0; i < schema_->num_fields(); ++i) {
    const auto& field = *schema_->field(i);
    const auto status = append(*builder_->GetField(i), *field.type(), row[field.name()]);
    if (!status.ok()) return Status::Invalid("column ", field.name(), ": ", status.message());
  }
  ++rows_;
  return Status::OK();
}

arrow::Result<std::shared_ptr<arrow::RecordBatch>> PanelColumns::take() {
  rows_ = 0;
  return builder_->Flush();
}

}  // namespace attache::columns
