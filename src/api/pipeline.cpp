#include "api/pipeline.h"

#include "api/record_batch.h"
#include "base/ordered_stream.h"
#include "reading/record_reader.h"

#include <memory>

namespace attache {
namespace {

/// Enough text for sentences of like length to be parsed together, little enough to spread over threads.
constexpr std::size_t kBatchBytes = 64 * 1024;

/// Records, the documents in them, and what became of them.
struct Batch : RecordBatch {
  std::vector<Document> documents;
  std::vector<Error> notices;  ///< What was mended or cut in the documents.
  std::string lines;
};

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

  ordered_stream<Batch>(
      threads, [&](const std::function<void(std::shared_ptr<Batch>)>& hand_on) { take_batches<Batch>(files, options.text_as_it_is, kBatchBytes, hand_on); }, work_on, finish);
  return summary;
}

}  // namespace attache
