#include "api/pipeline.h"

#include "base/hand_over.h"
#include "reading/input_records.h"
#include "reading/record_reader.h"

#include <tbb/concurrent_queue.h>
#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <memory>
#include <thread>

namespace attache {
namespace {

/// Enough text for sentences of like length to be parsed together, little enough to spread over threads.
constexpr std::size_t kBatchBytes = 64 * 1024;
/// Of a page's bytes about so many are markup for one of text.
constexpr std::size_t kMarkupShare = 16;

/// Records that are read and worked on together, and what became of them.
struct Batch {
  std::vector<Record> records;
  std::vector<Document> documents;
  std::vector<Error> trouble;  ///< What was skipped.
  std::vector<Error> notices;  ///< What was mended or cut in the documents.
  std::map<std::string, std::uint64_t, std::less<>> passed_over;
  std::string lines;
  std::size_t bytes = 0;

  bool full() const { return bytes >= kBatchBytes; }
  bool empty() const { return records.empty() && trouble.empty() && passed_over.empty(); }

  void pass_over(std::string_view what) {
    const auto found = passed_over.find(what);
    found == passed_over.end() ? void(passed_over.emplace(what, 1)) : void(++found->second);
  }
};

using BatchPointer = std::shared_ptr<Batch>;

/// About the bytes of text in the record.
std::size_t text_size(const Record& record) {
  const bool markup = record.kind == RecordKind::page || record.kind == RecordKind::mail || record.kind == RecordKind::xml;
  return record.bytes.size() / (markup ? kMarkupShare : 1) + 1;
}

/// Takes records from all files and hands on one batch after another. How records are batched depends on the files alone.
void take_batches(const std::vector<std::string>& files, const ReadOptions& options, const std::function<void(BatchPointer)>& hand_on) {
  auto batch = std::make_shared<Batch>();
  const auto hand_on_batch = [&] {
    if (batch->empty()) return;
    hand_on(std::move(batch));
    batch = std::make_shared<Batch>();
  };
  const RecordSink sink{
      [&](Record&& record) {
        batch->bytes += text_size(record);
        batch->records.push_back(std::move(record));
        if (batch->full()) hand_on_batch();
      },
      [&](const Error& error) {
        batch->trouble.push_back(error);
        batch->bytes += error.message.size();
        if (batch->full()) hand_on_batch();
      },
      [&](std::string_view what) { batch->pass_over(what); },
  };
  for (const auto& file : files) read_records(file, options.text_as_it_is, sink);
  hand_on_batch();
}

/// From records to documents.
void read_batch(Batch& batch, const ReadOptions& options) {
  RecordReader reader(options);
  for (auto& record : batch.records) {
    reader.read(
        std::move(record), [&](Document&& document) { batch.documents.push_back(std::move(document)); }, [&](const Error& error) { batch.trouble.push_back(error); },
        [&](std::string_view what) { batch.pass_over(what); });
  }
  batch.records.clear();
  for (const auto& document : batch.documents) batch.notices.insert(batch.notices.end(), document.notices.begin(), document.notices.end());
}

}  // namespace

RunSummary run_documents(const std::vector<std::string>& files, const ReadOptions& options, unsigned threads, const DocumentWork& work,
                         const std::function<void(std::string_view, const RunSummary&)>& write,
                         const std::function<void(const Error&)>& report) {
  RunSummary summary;
  const auto work_on = [&](Batch& batch) {
    read_batch(batch, options);
    if (!batch.documents.empty()) work(batch.documents, batch.lines, batch.trouble);
  };
  const auto finish = [&](const Batch& batch) {
    summary.documents += batch.documents.size();
    summary.skipped += batch.trouble.size();
    for (const auto& [what, count] : batch.passed_over) summary.passed_over[what] += count;
    for (const auto& notice : batch.notices) {
      summary.cut += notice.kind == ErrorKind::too_large || notice.kind == ErrorKind::truncated;
      report(notice);
    }
    for (const auto& error : batch.trouble) report(error);
    write(batch.lines, summary);
  };

  if (threads <= 1) {
    take_batches(files, options, [&](const BatchPointer& batch) {
      work_on(*batch);
      finish(*batch);
    });
    return summary;
  }

  const std::size_t under_way = std::size_t{threads} * 3;
  tbb::concurrent_bounded_queue<BatchPointer> queue;
  queue.set_capacity(static_cast<std::ptrdiff_t>(under_way));
  std::thread reader([&] {
    take_batches(files, options, [&](BatchPointer batch) {
      hand_over(batch.get());
      queue.push(std::move(batch));
    });
    queue.push(nullptr);
  });
  // The user's number counts, even where it is more than there are processors.
  const tbb::global_control parallelism(tbb::global_control::max_allowed_parallelism, threads);
  tbb::task_arena arena(static_cast<int>(threads));
  arena.execute([&] {
    tbb::parallel_pipeline(under_way, tbb::make_filter<void, BatchPointer>(tbb::filter_mode::serial_in_order,
                                                                            [&](tbb::flow_control& control) {
                                                                              BatchPointer batch;
                                                                              queue.pop(batch);
                                                                              if (!batch) control.stop();
                                                                              return batch;
                                                                            }) &
                                          tbb::make_filter<BatchPointer, BatchPointer>(tbb::filter_mode::parallel,
                                                                                       [&](BatchPointer batch) {
                                                                                         take_over(batch.get());
                                                                                         work_on(*batch);
                                                                                         hand_over(batch.get());
                                                                                         return batch;
                                                                                       }) &
                                          tbb::make_filter<BatchPointer, void>(tbb::filter_mode::serial_in_order,
                                                                               [&](const BatchPointer& batch) {
                                                                                 take_over(batch.get());
                                                                                 take_over(&summary);
                                                                                 finish(*batch);
                                                                                 hand_over(&summary);
                                                                               }));
  });
  reader.join();
  take_over(&summary);
  return summary;
}

}  // namespace attache
