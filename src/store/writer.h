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
#include "store/write_behind.h"
#include "store/writer_lock.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace attache::store {

struct WriterOptions {
  std::optional<bool> keep_text;  ///< Sentences and pages, or offsets and hashes only: settled when the database is made. Nothing: as it is, or kept.
  bool recode = false;            ///< A document that another version coded is coded anew; else it is left as it is.
  std::string command;            ///< What was asked for, for the list of runs.
  std::string program;            ///< Version of the program.
  std::uint64_t commit_every = 20'000;  ///< Documents and new reports that are written in one transaction at most.
  bool own_thread = false;        ///< New documents are written by a thread of the writer's own, while stories of the next ones are looked for. The same is written.
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
/// After an error nothing more can be written: what was committed stays, the rest is as if it had never been handed over. With a thread of its own
/// the error of a document may come with one of the next, or with `commit` or `finish`.
class Writer {
 public:
  /// Errors: those of opening, `busy` when another writes, `unsupported` when `keep_text` is not how the database was made.
  static Result<std::unique_ptr<Writer>> open(const std::string& path, const WriterOptions& options);
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
  /// What has not been committed is undone.
  ~Writer();

  /// Takes the document, and commits when enough has come together. Errors: `unwritable`, `busy`, `malformed` for a damaged database.
  Result<Added> add(CodedDocument document);
  Result<void> commit();
  /// Commits, and notes that the run came to its end.
  Result<void> finish();

  bool keeps_text() const { return keep_text_; }
  /// Earlier documents that new ones were not compared with, because another version of the program took their fingerprints: `mend` takes them anew.
  std::uint64_t not_compared() const { return stories_.not_compared(); }
  /// Documents that are safe.
  std::uint64_t committed() const { return committed_; }

 private:
  /// A new document, with what was found of its story and events; nothing where another program coded it.
  struct NewEntry {
    CodedDocument document;
    std::optional<stories::DocumentDecision> decision;
    std::uint64_t turn = 0;
  };

  Writer(const std::string& path, const WriterOptions& options);
  bool may_be_there(const CodedDocument& document);
  NewEntry decide(CodedDocument&& document);
  void await_writing();
  void write(NewEntry& entry);
  void add_new(NewEntry& entry);
  Added add_known(const CodedDocument& document, const KnownDocument& known);
  Added complete(const CodedDocument& document, const KnownDocument& known);
  Added recode(const CodedDocument& document, const KnownDocument& known, std::int64_t coder);
  void place(const NewEntry& entry, DocumentPlacement& placement);
  void add_report(const CodedDocument& document, std::size_t at, const std::string& event_id, ReportPlacement& placement);
  std::int64_t number_of(const CoderVersion& coder);
  void begin();
  void commit_if_enough();
  void commit_now();
  void fail(const Error& error);
  tl::unexpected<Error> failure() const { return tl::make_unexpected(failure_); }

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
  Statement find_report_, note_recoding_, update_run_;
  std::optional<Transaction> transaction_;
  std::chrono::steady_clock::time_point begun_;
  std::int64_t run_ = 0, next_document_ = 0, next_report_ = 0;
  std::uint64_t pending_documents_ = 0, pending_reports_ = 0, run_documents_ = 0, run_reports_ = 0;
  std::uint64_t last_turn_ = 0;                ///< Of the new documents, the last that was written.
  std::atomic<std::uint64_t> committed_ = 0;
  std::atomic<std::uint64_t> safe_turn_ = 0;   ///< … the last that is committed.
  std::atomic<bool> broken_ = false;
  Error failure_;                              ///< Set before `broken_`.

  // What belongs to the thread that hands documents over. All above is the writing thread's while it has something to write.
  StoryKeeper stories_;
  Connection committed_view_;                  ///< Sees what is committed, whatever is being written.
  DocumentFinder committed_finder_;
  std::unordered_map<std::uint64_t, std::uint64_t> handed_over_;  ///< Keys of documents that may not be committed yet, with their turns.
  std::size_t most_handed_over_ = 0;           ///< So many make it worth looking which are committed.
  std::uint64_t turn_ = 0;
  std::unique_ptr<WriteBehind<NewEntry>> behind_;  ///< Last, so that it ends first.
};

}  // namespace attache::store
