#include "api/ingest.h"

#include "api/arrivals.h"
#include "api/touching.h"
#include "base/ordered_stream.h"
#include "store/ingest_plan.h"
#include "store/page_archive.h"

#include <atomic>
#include <filesystem>
#include <memory>
#include <utility>

namespace attache {
namespace {

using store::Added;
using store::Outcome;

/// As in the stream of `attache code`: enough text for sentences of like length to be parsed together.
constexpr std::size_t kBatchBytes = 64 * 1024;
/// Records of one document that come one behind the other are taken as one; of more than so many the rest completes it.
constexpr std::size_t kMostTogether = 10'000;

using BatchSink = std::function<void(std::shared_ptr<ArrivalBatch>)>;

/// One ingest, from beginning to end.
class Ingest {
 public:
  Ingest(const Attache& attache, const CoderVersion& coder, const IngestOptions& options, const IngestListener& listener)
      : coder_(coder), options_(options), listener_(listener), maker_(attache, coder, options, target_) {}

  Result<IngestSummary> run();

 private:
  void open();
  void measure();
  void take_files(const BatchSink& hand_on) const;
  void take_kept_pages(const BatchSink& hand_on);
  void finish(ArrivalBatch& batch);
  void arrive(Arrival&& arrival);
  void settle(Arrival&& arrival);
  void count(const Citation& citation, const Added& added);
  void tell(const Error& error) const {
    if (listener_.report) listener_.report(error);
  }

  const CoderVersion& coder_;
  const IngestOptions& options_;
  const IngestListener& listener_;
  IngestTarget target_;
  ArrivalMaker maker_;
  std::unique_ptr<store::Writer> writer_;
  std::unique_ptr<store::IngestPlan> plan_;   ///< Of a dry run, in the writer's place.
  std::optional<Arrival> pending_;            ///< Records whose document may go on in the next batch.
  std::vector<std::uint64_t> bytes_before_;   ///< Of the files before each.
  IngestSummary summary_;
  std::optional<Error> failure_;
  std::atomic<bool> failed_ = false;
};

void Ingest::open() {
  std::error_code ignored;
  if (options_.dry_run) {
    plan_ = std::make_unique<store::IngestPlan>(options_.database, options_.recode);
    target_.there = std::filesystem::exists(options_.database, ignored);
  } else {
    auto writer = store::Writer::open(options_.database, {options_.keep_text, options_.recode, options_.command, coder_.version, options_.commit_every, options_.threads > 1});
    if (!writer) throw store::Failure{writer.error()};
    writer_ = std::move(*writer);
    target_.there = true;
  }
  target_.keeps_text = options_.keep_text.value_or(true);
  if (!target_.there) return;
  auto connection = store::open_for_reading(options_.database);
  target_.keeps_text = store::setting(connection, store::kKeepsText, target_.keeps_text ? 1 : 0) != 0;
  target_.this_coder = store::number_of_coder(connection, coder_);
}

/// How much there is to read, so that the time left can be told.
void Ingest::measure() {
  for (const auto& file : options_.files) {
    bytes_before_.push_back(summary_.all_bytes);
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    if (!error) summary_.all_bytes += size;
  }
}

Result<IngestSummary> Ingest::run() {
  if (auto opened = store::guarded([&] { open(); }); !opened) return tl::make_unexpected(opened.error());
  measure();
  const bool kept_pages = options_.files.empty() && options_.recode;
  ordered_stream<ArrivalBatch>(
      options_.threads, [&](const BatchSink& hand_on) { kept_pages ? take_kept_pages(hand_on) : take_files(hand_on); },
      [&](ArrivalBatch& batch) {
        auto worked = store::guarded([&] {
          if (!failed_) maker_.work_on(batch);
        });
        if (!worked) batch.trouble.push_back(worked.error());
      },
      [&](ArrivalBatch& batch) { finish(batch); });
  if (pending_) settle(*std::exchange(pending_, {}));
  if (failure_) return tl::make_unexpected(*failure_);
  if (writer_) {
    if (auto finished = writer_->finish(); !finished) return tl::make_unexpected(finished.error());
    summary_.safe = writer_->committed();
    summary_.not_compared = writer_->not_compared();
  }
  return summary_;
}

void Ingest::take_files(const BatchSink& hand_on) const {
  // After a full disk the rest of the input is passed over.
  take_batches<ArrivalBatch>(options_.files, options_.read.text_as_it_is, kBatchBytes, [&](std::shared_ptr<ArrivalBatch> batch) {
    if (!failed_) hand_on(std::move(batch));
  });
}

void Ingest::take_kept_pages(const BatchSink& hand_on) {
  auto batch = std::make_shared<ArrivalBatch>();
  std::uint64_t bytes = 0;
  const TouchedPages touched(options_.touching);
  const auto taken = store::for_each_stale_page(
      options_.database, coder_, [&](std::uint64_t all_bytes) { summary_.all_bytes = all_bytes; },
      [&](std::span<const std::byte> packed, std::string_view id) {
        bytes += packed.size();
        batch->file_bytes = bytes;
        batch->bytes += packed.size();
        auto page = store::unpack_page(packed);
        if (page && touched.has(*page)) {
          batch->pages.push_back(std::move(*page));
        } else if (page) {
          ++batch->untouched;
        } else {
          batch->trouble.push_back({page.error().kind, page.error().message, Place{options_.database}, "skipped document " + std::string(id)});
        }
        // Packed text is about a third of what it was.
        if (batch->bytes >= kBatchBytes / 3) hand_on(std::exchange(batch, std::make_shared<ArrivalBatch>()));
        return !failed_;
      });
  if (!taken) batch->trouble.push_back(taken.error());
  hand_on(std::move(batch));
}

void Ingest::finish(ArrivalBatch& batch) {
  summary_.skipped += batch.trouble.size();
  summary_.untouched += batch.untouched;
  for (const auto& notice : batch.notices) {
    summary_.cut += notice.kind == ErrorKind::too_large || notice.kind == ErrorKind::truncated;
    tell(notice);
  }
  for (const auto& error : batch.trouble) tell(error);
  for (auto& arrival : batch.arrivals) arrive(std::move(arrival));
  const auto before = batch.file < bytes_before_.size() ? bytes_before_[batch.file] : 0;
  summary_.bytes = std::max(summary_.bytes, before + batch.file_bytes);
  if (writer_) summary_.safe = writer_->committed();
  if (!failed_ && listener_.progress) listener_.progress(summary_);
}

/// A document's records may be spread over two batches.
void Ingest::arrive(Arrival&& arrival) {
  if (pending_ && arrival.from_records && store::same_coding(pending_->coded, arrival.coded) && pending_->coded.events.size() < kMostTogether) {
    store::append(pending_->coded, std::move(arrival.coded));
    return;
  }
  if (pending_) settle(*std::exchange(pending_, {}));
  if (arrival.from_records) {
    pending_ = std::move(arrival);
  } else {
    settle(std::move(arrival));
  }
}

void Ingest::settle(Arrival&& arrival) {
  if (failed_) return;
  if (arrival.known) {
    ++(arrival.other_version ? summary_.other_coder : summary_.there);
    return;
  }
  const auto citation = listener_.change ? arrival.coded.citation : Citation{};
  const auto added = plan_ ? plan_->add(arrival.coded) : writer_->add(std::move(arrival.coded));
  if (added) return count(citation, *added);
  failure_ = added.error();
  failed_ = true;
}

void Ingest::count(const Citation& citation, const Added& added) {
  switch (added.outcome) {
    case Outcome::added: ++summary_.added; break;
    case Outcome::completed: ++summary_.completed; break;
    case Outcome::there: ++summary_.there; break;
    case Outcome::other_coder: ++summary_.other_coder; break;
    case Outcome::recoded: ++summary_.recoded; break;
  }
  summary_.unchanged += added.outcome == Outcome::recoded && added.added == 0 && added.retired == 0;
  summary_.reports_added += added.added;
  summary_.reports_retired += added.retired;
  if (!listener_.change) return;
  for (const auto& change : added.changes) listener_.change(citation, change);
}

}  // namespace

Result<IngestSummary> ingest(const Attache& attache, const CoderVersion& coder, const IngestOptions& options, const IngestListener& listener) {
  return Ingest(attache, coder, options, listener).run();
}

}  // namespace attache
