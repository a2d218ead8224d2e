#pragma once
/// A database of reports, events and stories: one SQLite file that grows by itself, and what can be asked of it. docs/store.md is the guide.
///
///     auto counts = attache::ingest(attache, "news.db", {.files = {"archive/"}});      // each document once, however often it is called
///     auto store = attache::Store::open("news.db");
///     store->for_each_report({.where = {"actor=FRA/GOV", "date>=2013"}}, [](const attache::Report& report) { …; return true; });
///     auto panel = store->panel({.by = {"dyad", "month"}, .show = {"count", "goldstein_mean"}, .fill = true});
///     store->write(attache, {.format = "gdelt"}, [](std::string_view lines) { …; return true; });
///
/// examples/store_library.cpp is a whole program.

#include <attache/attache.h>
#include <attache/error.h>
#include <attache/report.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace attache {

/// What is put into a database, and how.
struct Ingestion {
  std::vector<std::string> files;   ///< Pages, archives, feeds, JSONL of documents or of event records. Files, folders and patterns.
  bool keep_text = true;            ///< Keep sentences and pages. Settled when the database is made: a later ingestion follows the database.
  bool recode = false;              ///< Code documents anew that another version coded: those of the files, or without files all whose pages are kept.
  bool dry_run = false;             ///< Change nothing, only count.
  double least_confidence = 0.05;   ///< Events below are left out; the programs `attache code` and `attache ingest` give those of 0.05 and more too.
  unsigned threads = 0;             ///< 0: one for each processor. The database does not depend on it.
  std::function<void(const Error&)> on_error;  ///< Told what was skipped or mended.
};

/// What became of the documents.
struct IngestCounts {
  std::uint64_t added = 0;           ///< Documents that were new.
  std::uint64_t there = 0;           ///< That were there already, or are now complete.
  std::uint64_t other_version = 0;   ///< That were there, coded by another version, and stay so.
  std::uint64_t recoded = 0;
  std::uint64_t skipped = 0;         ///< Files, records and documents that could not be used.
  std::uint64_t reports_added = 0;
  std::uint64_t reports_retired = 0; ///< That a newer coding no longer gives; kept, and told apart.
};

/// Takes files into a database, which is made where it is not there. May be stopped at any moment and called again. Errors: `busy` when another writes to it,
/// `unwritable`, `malformed` for a damaged file. What was committed before an error is safe.
Result<IngestCounts> ingest(const Attache& attache, const std::string& database, const Ingestion& ingestion);

/// Which reports are wanted. Conditions are written as for `attache query --where`, and all must hold.
struct StoreQuery {
  std::vector<std::string> where;
  std::string merge = "none";        ///< What counts as one: `none`, `reports`, `one-a-day`, `events`; of several the first is given.
  std::uint64_t limit = 0;           ///< At most so many; 0 for all.
  bool retired = false;              ///< What earlier versions said and the last does not, instead of what holds.
};

/// A panel that is wanted: events counted by fields and by a period.
struct PanelRequest {
  std::vector<std::string> where;
  std::string merge = "events";
  std::vector<std::string> by;       ///< `dyad`, `actor`, `type` … and at most one of `day`, `week`, `month`, `quarter`, `year`.
  std::vector<std::string> show = {"count"};  ///< `count`, `reports`, `quad1` … `quad4`, `scale_sum`, `goldstein_mean`, `share` …
  bool fill = false;                 ///< Every combination in every period, zeros included.
  std::uint32_t rolling = 1;         ///< Each period with those before it, so many together.
  std::uint32_t movers = 0;          ///< Instead of cells the so many combinations that changed most.
};

/// A cell: nothing where a value is not known, else text, a count or a number.
using PanelCell = std::variant<std::monostate, std::string, std::int64_t, double>;

struct Panel {
  std::vector<std::string> columns;
  std::vector<std::vector<PanelCell>> rows;  ///< By the columns that cut, in their order.
  std::uint64_t undated = 0;                 ///< Rows left out because their day is not known.
};

/// A file that is wanted for programs that read a data set's format. docs/formats.md has each column and what is lost.
struct ExportRequest {
  StoreQuery query = {.merge = "events"};  ///< Of merged events each row has the event's id and counts; of `gdelt-mentions` each report is then a mention of its event.
  std::string format = "jsonl";      ///< `jsonl`, `csv`, `gdelt`, `gdelt1`, `gdelt-mentions`, `icews`, `polecat`, `phoenix`, `dyads`.
  bool every_modality = false;       ///< Also events denied, planned or supposed, which formats of facts show as if they had happened.
  bool legacy_goldstein = false;     ///< Goldstein values of the table in wide circulation, not of the one that fits the codes.
};

/// What went into it.
struct ExportCounts {
  std::uint64_t reports = 0;         ///< That were asked for.
  std::uint64_t left_out = 0;        ///< Of these, what the format cannot hold: without a day, without its codes, or not said to have happened.
};

/// A database opened for reading, while others read and one may write. One thread at a time; open it once a thread.
class Store {
 public:
  /// Errors: `not_found`, `unreadable`, `empty`, `malformed`, `unsupported`.
  static Result<Store> open(const std::string& database);
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  /// Hands on the reports in the order they came in, until `take` says false; how many they were. `Report::mentions` says what is known of the event.
  /// Errors: `malformed` for a condition that is none, or a damaged database.
  Result<std::uint64_t> for_each_report(const StoreQuery& query, const std::function<bool(const Report&)>& take);

  /// Hands on the file's lines, heading first, some at a time, until `take` says false. Errors: likewise, and `unsupported` for a format that there is not.
  Result<ExportCounts> write(const Attache& attache, const ExportRequest& request, const std::function<bool(std::string_view lines)>& take);

  /// Errors: likewise; `too_large` for more than five million cells.
  Result<Panel> panel(const PanelRequest& request);

 private:
  struct Parts;
  explicit Store(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace attache
