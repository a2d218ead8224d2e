#pragma once
/// Records of files, some at a time: what the streams over many documents hand from thread to thread.

#include "reading/input_records.h"
#include "reading/record.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace attache {

/// Records that are read and worked on together, and what was met between them.
struct RecordBatch {
  std::vector<Record> records;
  std::vector<Error> trouble;  ///< What was skipped.
  std::map<std::string, std::uint64_t, std::less<>> passed_over;
  std::size_t bytes = 0;
  std::size_t file = 0;           ///< Index of the file that the last record is from.
  std::uint64_t file_bytes = 0;   ///< How far that file has been read, where that is known.

  bool empty() const { return records.empty() && trouble.empty() && passed_over.empty(); }

  void pass_over(std::string_view what) {
    const auto found = passed_over.find(what);
    found == passed_over.end() ? void(passed_over.emplace(what, 1)) : void(++found->second);
  }
};

/// About the bytes of text in the record.
inline std::size_t text_size(const Record& record) {
  /// Of a page's bytes about so many are markup for one of text.
  constexpr std::size_t kMarkupShare = 16;
  const bool markup = record.kind == RecordKind::page || record.kind == RecordKind::mail || record.kind == RecordKind::xml;
  return record.bytes.size() / (markup ? kMarkupShare : 1) + 1;
}

/// Takes records from all files and hands on one batch after another. How records are batched depends on the files alone.
/// `Batch` is a `RecordBatch` with what the work adds to it. A batch has about `batch_bytes` of text.
template <typename Batch>
void take_batches(const std::vector<std::string>& files, bool text_as_it_is, std::size_t batch_bytes, const std::function<void(std::shared_ptr<Batch>)>& hand_on) {
  auto batch = std::make_shared<Batch>();
  std::size_t file = 0;
  const auto hand_on_batch = [&] {
    if (batch->empty()) return;
    hand_on(std::move(batch));
    batch = std::make_shared<Batch>();
  };
  const RecordSink sink{
      [&](Record&& record) {
        batch->bytes += text_size(record);
        batch->file = file;
        batch->file_bytes = record.file_bytes;
        batch->records.push_back(std::move(record));
        if (batch->bytes >= batch_bytes) hand_on_batch();
      },
      [&](const Error& error) {
        batch->trouble.push_back(error);
        batch->bytes += error.message.size();
        if (batch->bytes >= batch_bytes) hand_on_batch();
      },
      [&](std::string_view what) { batch->pass_over(what); },
  };
  for (; file < files.size(); ++file) read_records(files[file], text_as_it_is, sink);
  hand_on_batch();
}

}  // namespace attache
