#include "store/database.h"
#include "store/health.h"
#include "store/schema.h"
#include "store/story_keeper.h"

#include <fmt/format.h>
#include <functional>
#include <sqlite3.h>

namespace attache::store {
namespace {

using State = Finding::State;

constexpr const char* kMend = "attache doctor --mend --db makes it anew from the records";
constexpr const char* kSalvage = "attache doctor --salvage NEW --db copies what can be read; what is lost can be ingested again";

/// A count that should be nought.
struct Rule {
  const char* good;       ///< What is so when it is.
  const char* bad;        ///< What is wrong with so many; `{}` is the count.
  const char* sql;
};
constexpr Rule kRules[] = {
    {"every report that holds is among the facts that panels count", "{} reports are missing from the facts that panels count",
     "SELECT count(*) FROM reports r WHERE r.retired IS NULL AND NOT EXISTS (SELECT 1 FROM facts f WHERE f.day = coalesce(r.date, -1000000) AND f.report = r.number)"},
    {"no fact is of a report that does not hold", "{} facts are of reports that do not hold",
     "SELECT count(*) FROM facts f LEFT JOIN reports r ON r.number = f.report WHERE r.number IS NULL OR r.retired IS NOT NULL OR f.event <> r.event"},
    {"every sentence that is kept can be searched", "{} sentences cannot be searched",
     "SELECT abs((SELECT count(*) FROM sentences WHERE text IS NOT NULL) - (SELECT count(*) FROM evidence_docsize))"},
    {"events know how many reports they have", "{} events count their reports wrongly",
     "SELECT count(*) FROM events e LEFT JOIN (SELECT event, count(*) AS n FROM reports WHERE retired IS NULL GROUP BY event) r ON r.event = e.number WHERE e.reports <> coalesce(r.n, 0)"},
    {"no document is there twice", "{} documents are there twice",
     "SELECT count(*) FROM (SELECT 1 FROM documents d LEFT JOIN coders c ON c.number = d.coder GROUP BY d.key, d.id, d.content, coalesce(c.name, 'attache') HAVING count(*) > 1)"},
    {"no record is there twice", "{} records are there twice",
     "SELECT count(*) FROM (SELECT 1 FROM reports WHERE retired IS NULL GROUP BY document, id HAVING count(*) > 1)"},
};

class Examination {
 public:
  explicit Examination(std::vector<Finding>& findings) : findings_(findings) {}

  void run(const std::string& path) {
    // Each is tried whatever came of those before.
    if (!attempt([&] { connection_.emplace(open_for_reading(path)); })) return;
    attempt([&] { structure(); });
    attempt([&] { references(); });
    for (const auto& rule : kRules) attempt([&] { hold_to(rule); });
    attempt([&] { fingerprints(); });
    attempt([&] { runs(); });
    attempt([&] { contents(); });
  }

 private:
  void add(State state, std::string what, std::string cure = {}) { findings_.push_back({state, std::move(what), std::move(cure)}); }

  bool attempt(const std::function<void()>& look) {
    const auto looked = guarded(look);
    if (looked) return true;
    const auto& error = looked.error();
    const bool old = error.kind == ErrorKind::unsupported && error.action.find("--mend") != std::string::npos;
    const bool damaged = error.kind == ErrorKind::malformed && (connection_ || error.message.starts_with("the database is damaged"));
    add(old ? State::bad : State::broken, to_string(error), damaged ? kSalvage : error.action);
    return false;
  }

  void structure() {
    Statement check(*connection_, "PRAGMA integrity_check(20)");
    std::string complaint;
    int count = 0;
    while (check.step()) {
      if (check.text(0) == "ok") continue;
      ++count;
      if (complaint.empty()) complaint = check.text(0);
    }
    if (count == 0) return add(State::good, "the file's structure is whole");
    // An index can be made anew; a table cannot.
    const bool index_only = complaint.find("index") != std::string::npos && complaint.find("Tree") == std::string::npos;
    add(index_only ? State::bad : State::broken, fmt::format("the file's structure is damaged: {}{}", complaint, count > 1 ? fmt::format(" and {} more", count - 1) : ""),
        index_only ? kMend : kSalvage);
  }

  void references() {
    Statement check(*connection_, "PRAGMA foreign_key_check");
    int count = 0;
    std::string table;
    for (; count < 1000 && check.step(); ++count) table = check.text(0);
    count == 0 ? add(State::good, "what rows refer to is there") : add(State::broken, fmt::format("{} rows of {} refer to what is not there", count, table), kSalvage);
  }

  void hold_to(const Rule& rule) {
    const auto count = connection_->number(rule.sql).value_or(0);
    count == 0 ? add(State::good, rule.good) : add(State::bad, fmt::format(fmt::runtime(rule.bad), count), kMend);
  }

  void runs() {
    const auto open = connection_->number("SELECT count(*) FROM runs WHERE ended IS NULL").value_or(0);
    if (open > 0) add(State::note, fmt::format("{} of {} ingests did not come to their end, or one is at work now", open, connection_->number("SELECT count(*) FROM runs").value_or(0)), "the same command again takes what is missing");
    const auto versions = connection_->number("SELECT count(DISTINCT coder) FROM documents d JOIN coders c ON c.number = d.coder WHERE c.name = 'attache'").value_or(0);
    if (versions > 1) add(State::note, fmt::format("documents were coded by {} versions of lexicon and model", versions), "attache ingest --recode --db codes the older ones anew");
  }

  void fingerprints() {
    const auto other = connection_->number("SELECT count(*) FROM documents d WHERE " + other_fingerprint_sql()).value_or(0);
    if (other > 0) add(State::bad, fmt::format("{} documents have fingerprints of another version: new ones are not compared with them", other), kMend);
  }

  void contents() {
    const auto count = [&](const char* what) { return connection_->number(fmt::format("SELECT count(*) FROM {}", what)).value_or(0); };
    const auto bytes = connection_->number("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size").value_or(0);
    const auto reports = count("reports");
    add(State::good, fmt::format("{} documents, {} reports, {} events, {} stories, {} entities; {:.1f} MB, {} bytes a report, text {}", count("documents"), reports, count("events"), count("stories"),
                                 count("entities"), static_cast<double>(bytes) / 1e6, reports ? bytes / reports : 0, setting(*connection_, kKeepsText, 1) ? "kept" : "not kept"));
  }

  std::vector<Finding>& findings_;
  std::optional<Connection> connection_;
};

}  // namespace

std::vector<Finding> examine(const std::string& path) {
  std::vector<Finding> findings;
  const bool searches = sqlite3_compileoption_used("ENABLE_FTS5") != 0;
  findings.push_back({searches ? State::good : State::broken, fmt::format("SQLite {} {} full-text search", sqlite3_libversion(), searches ? "with" : "without"), searches ? "" : "install Debian's libsqlite3-0"});
  Examination(findings).run(path);
  return findings;
}

}  // namespace attache::store
