#include "columns/table_files.h"

#include <arrow/io/api.h>
#include <arrow/ipc/api.h>
#include <parquet/arrow/writer.h>

#include <algorithm>
#include <filesystem>

namespace attache::columns {
namespace {

using arrow::Status;

class ParquetFile final : public TableFile {
 public:
  explicit ParquetFile(std::unique_ptr<parquet::arrow::FileWriter> writer) : writer_(std::move(writer)) {}

  Status write(const arrow::RecordBatch& batch) override {
    ARROW_ASSIGN_OR_RAISE(const auto table, arrow::Table::FromRecordBatches({batch.Slice(0)}));
    return writer_->WriteTable(*table, group_rows);
  }
  Status close() override { return writer_->Close(); }

 private:
  std::unique_ptr<parquet::arrow::FileWriter> writer_;
};

class ArrowFile final : public TableFile {
 public:
  ArrowFile(std::shared_ptr<arrow::io::OutputStream> stream, std::shared_ptr<arrow::ipc::RecordBatchWriter> writer)
      : stream_(std::move(stream)), writer_(std::move(writer)) {}

  Status write(const arrow::RecordBatch& batch) override { return writer_->WriteRecordBatch(batch); }
  Status close() override {
    ARROW_RETURN_NOT_OK(writer_->Close());
    return stream_->Close();
  }

 private:
  std::shared_ptr<arrow::io::OutputStream> stream_;
  std::shared_ptr<arrow::ipc::RecordBatchWriter> writer_;
};

std::string partition_of(const Report& report) {
  if (!report.event.date) return "year=unknown";
  const std::string iso = to_iso(*report.event.date);
  return "year=" + iso.substr(0, 4) + "/month=" + iso.substr(5, 2);
}

}  // namespace

arrow::Result<std::unique_ptr<TableFile>> TableFile::open(const std::string& path, FileKind kind, const std::shared_ptr<arrow::Schema>& schema) {
  ARROW_ASSIGN_OR_RAISE(const std::shared_ptr<arrow::io::OutputStream> stream, arrow::io::FileOutputStream::Open(path));
  if (kind == FileKind::parquet) {
    const auto properties = parquet::WriterProperties::Builder().compression(parquet::Compression::SNAPPY)->build();
    ARROW_ASSIGN_OR_RAISE(auto writer, parquet::arrow::FileWriter::Open(*schema, arrow::default_memory_pool(), stream, properties));
    return std::make_unique<ParquetFile>(std::move(writer));
  }
  ARROW_ASSIGN_OR_RAISE(auto writer, arrow::ipc::MakeFileWriter(stream, schema));
  return std::make_unique<ArrowFile>(stream, std::move(writer));
}

arrow::Result<std::unique_ptr<RecordFile>> RecordFile::open(const std::string& path, FileKind kind) {
  auto file = std::make_unique<RecordFile>();
  ARROW_ASSIGN_OR_RAISE(file->file_, TableFile::open(path, kind, record_schema()));
  ARROW_ASSIGN_OR_RAISE(file->columns_, RecordColumns::make());
  return file;
}

Status RecordFile::add(const Report& report) {
  ARROW_RETURN_NOT_OK(columns_->add(report));
  return columns_->rows() < group_rows ? Status::OK() : write_group();
}

Status RecordFile::write_group() {
  ARROW_ASSIGN_OR_RAISE(const auto batch, columns_->take());
  return file_->write(*batch);
}

Status RecordFile::close() {
  if (columns_->rows() > 0) ARROW_RETURN_NOT_OK(write_group());
  return file_->close();
}

Status PartitionedFiles::add(const Report& report) {
  const std::string partition = partition_of(report);
  auto found = std::find_if(open_.begin(), open_.end(), [&](const Open& open) { return open.partition == partition; });
  if (found == open_.end()) {
    if (open_.size() == kMostOpen) {
      ARROW_RETURN_NOT_OK(open_.back().file->close());
      open_.pop_back();
    }
    const std::filesystem::path folder = std::filesystem::path(folder_) / partition;
    std::error_code trouble;
    std::filesystem::create_directories(folder, trouble);
    if (trouble) return Status::IOError("cannot make the folder ", folder.string(), ": ", trouble.message());
    const auto name = "part-" + std::to_string(parts_[partition]++) + (kind_ == FileKind::parquet ? ".parquet" : ".arrow");
    ARROW_ASSIGN_OR_RAISE(auto file, RecordFile::open((folder / name).string(), kind_));
    open_.push_front({partition, std::move(file)});
  } else {
    open_.splice(open_.begin(), open_, found);
  }
  return open_.front().file->add(report);
}

Status PartitionedFiles::close() {
  for (Open& open : open_) ARROW_RETURN_NOT_OK(open.file->close());
  open_.clear();
  return Status::OK();
}

}  // namespace attache::columns
