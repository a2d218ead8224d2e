#pragma once
/// Files into a database: pages are read and coded with many threads, records that were coded before are taken as they are, and one writer takes all in order.

#include "reading/reader.h"
#include "store/writer.h"

#include <attache/attache.h>
#include <attache/report.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace attache {

struct IngestOptions {
  std::string database;
  std::vector<std::string> files;   ///< Pages, and JSONL of event records; each is told by its content. Empty with `recode`: the pages that the database keeps.
  ReadOptions read;
  unsigned threads = 1;             ///< At least 1.
  double least_confidence = 0;      ///< Events below are left out.
  bool recode = false;              ///< Code documents anew that another version coded.
  std::vector<std::string> touching;  ///< With `recode` of what the database keeps: only pages that have one of these words or names. Empty: all.
  bool dry_run = false;             ///< Change nothing, say what would be done.
  std::optional<bool> keep_text;    ///< As in `store::WriterOptions`.
  std::uint64_t commit_every = 20'000;  ///< As in `store::WriterOptions`.
  std::string command;              ///< For the list of runs.
};

/// How an ingest went, or goes.
struct IngestSummary {
  std::uint64_t added = 0, completed = 0, there = 0, other_coder = 0, recoded = 0;  ///< Documents, by what became of them.
  std::uint64_t untouched = 0;       ///< Pages that have none of the words that were to be recoded.
  std::uint64_t unchanged = 0;       ///< Of those recoded, the ones that stayed to the letter.
  std::uint64_t reports_added = 0, reports_retired = 0;
  std::uint64_t skipped = 0;         ///< Files, records and documents that could not be used.
  std::uint64_t cut = 0;             ///< Documents of which only a part could be used.
  std::uint64_t not_compared = 0;    ///< Earlier documents that new ones were not compared with: another version of the program took their fingerprints.
  std::uint64_t safe = 0;            ///< Documents that are in the database whatever happens now.
  std::uint64_t bytes = 0, all_bytes = 0;  ///< Of the input, read and altogether, where the input is files or the database.

  std::uint64_t documents() const { return added + completed + there + other_coder + recoded; }
};

/// Who is told; what is not set is not told.
struct IngestListener {
  std::function<void(const Error&)> report;                                   ///< What was skipped or mended.
  std::function<void(const IngestSummary&)> progress;                         ///< Called often.
  std::function<void(const Citation&, const store::Change&)> change;          ///< What a newer version says otherwise.
};

/// Runs it. Stopped at any moment and started again it loses nothing and doubles nothing. Errors: those of the database; what was committed is safe.
Result<IngestSummary> ingest(const Attache& attache, const CoderVersion& coder, const IngestOptions& options, const IngestListener& listener);

}  // namespace attache
