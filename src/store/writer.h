#pragma once
/// Documents into the database: each once, all of it or nothing, whatever moment the program is stopped at.

#include "store/coded_document.h"
#include "store/database.h"
#include "store/dictionaries.h"
#include "store/document_rows.h"
#include "store/event_rows.h"
#include "store/recoding.h"
#include "store/report_rows.h"
#include "store/story_keeper.h"
#include "store/writer_lock.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace attache::store {

struct WriterOptions {
  std::optional<bool> keep_text;  ///< Sentences and pages, or offsets and hashes only: settled when the database is made. Nothing: as it is, or kept.
  bool recode = false;            ///< A document that another version coded is coded anew; else it is left as it is.
  std::string command;            ///< What was asked for, for the list of runs.
  std::string program;            ///< Version of the program.
  std::uint64_t commit_every = 20'000;  ///< Documents and new reports that are written in one transaction at most.
};

/// A report that a newer coder added or no longer gives.
struct Change {
  bool added = false;
  Event event;
};

/// What became of a document.
struct Added {
  Outcome outcome = Outcome::there;
  std::uint32_t added = 0, kept = 0, retired = 0;  ///< Reports.
  std::vector<Change> changes;                     ///< For `recoded`.
};

/// The one writer of a database. Documents are written in large transactions: what has been handed over is safe after `commit`.
/// After an error nothing more can be written: what was committed stays, the rest is as if it had never been handed over.
class Writer {
 public:
  /// Errors: those of opening, `busy` when another writes, `unsupported` when `keep_text` is not how the database was made.
  static Result<std::unique_ptr<Writer>> open(const std::string& path, const WriterOptions& options);
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
  /// What has not been committed is undone.
  ~Writer();

  /// Takes the document, and commits when enough has come together. Errors: `unwritable`, `busy`, `malformed` for a damaged database.
  Result<Added> add(const CodedDocument& document);
  Result<void> commit();
  /// Commits, and notes that the run came to its end.
  Result<void> finish();

  bool keeps_text() const { return keep_text_; }
  /// Documents that are safe.
  std::uint64_t committed() const { return committed_; }

 private:
  Writer(const std::string& path, const WriterOptions& options);
  Added take(const CodedDocument& document);
  Added complete(const CodedDocument& document, const KnownDocument& known);
  Added recode(const CodedDocument& document, const KnownDocument& known, std::int64_t coder);
  Added add_new(const CodedDocument& document, std::int64_t coder);
  void decide(const CodedDocument& document, DocumentPlacement& placement, std::vector<stories::ReportDecision>& decisions);
  void add_report(const CodedDocument& document, std::size_t at, const std::string& event_id, ReportPlacement& placement);
  void begin();
  void commit_now();

  WriterLock lock_;
  Connection connection_;
  WriterOptions options_;
  bool keep_text_ = true;
  Dictionaries dictionaries_;
  DocumentFinder finder_;
  DocumentRows documents_;
  EventRows events_;
  ReportRows reports_;
  RecodingFinder recodings_;
  StoryKeeper stories_;
  Statement find_report_, note_recoding_, update_run_;
  std::optional<Transaction> transaction_;
  std::chrono::steady_clock::time_point begun_;
  std::int64_t run_ = 0, next_document_ = 0, next_report_ = 0;
  std::uint64_t pending_documents_ = 0, pending_reports_ = 0, committed_ = 0, run_documents_ = 0, run_reports_ = 0;
  bool broken_ = false;
};

}  // namespace attache::store
