#pragma once
/// Reports as rows: how a record goes into the tables, and how it is taken back when a newer coder says otherwise.

#include "store/dictionaries.h"
#include "store/sqlite.h"

#include <attache/report.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace attache::store {

/// Where a report belongs: numbers of the tables' rows.
struct ReportPlacement {
  std::int64_t document = 0;
  std::int64_t original = 0;  ///< The document that this one reprints, else the same.
  std::int64_t event = 0;
  std::string merge_rule;     ///< By which rule it is a report of that event; empty for the first.
  std::optional<Day> published;  ///< The document's day.
  std::string merged_with;    ///< Id of the report that it leans on; empty for the first.
  std::string beside;         ///< Id of a report that contradicts it; empty for none.
  std::string contradiction;  ///< In which field.
  std::string facts;          ///< Where later reports are compared with it; else empty.
  std::int64_t run = 0;
  std::int64_t coder = 0;
  std::int64_t number = 0;    ///< The report's own.
  const EventMentions* told = nullptr;  ///< How often a data set that counts says that it was told.
};

class ReportRows {
 public:
  /// `keep_text`: the sentences' words and their full-text index, else offsets and hashes only.
  ReportRows(Connection& connection, Dictionaries& dictionaries, bool keep_text);
  ReportRows(const ReportRows&) = delete;
  ReportRows& operator=(const ReportRows&) = delete;
  ~ReportRows();

  /// Adds the report with all that belongs to it. Reports of one sentence that come one after another share it.
  void add(const Event& event, const ReportPlacement& placement);
  /// Writes what has been held back to be written in the order of its table, which is several times as fast. To be called before a commit.
  void flush();
  /// To be called between documents: sentences are shared within one.
  void begin_document() { last_sentence_ = 0; }

  /// From that run on the report holds no longer; what it said stays.
  void retire(std::int64_t report, std::int64_t run);
  /// Makes it a report of another event.
  void move(std::int64_t report, std::int64_t event);
  /// Only what panels count of it; `placement` needs event, original and the day of publication.
  void add_facts(std::int64_t report, const Event& event, const ReportPlacement& placement);

 private:
  std::int64_t sentence(const Event& event);
  void add_participants(std::int64_t report, const Event& event);
  struct Fact;
  static void bind_fact(Statement& row, int behind, const Fact& fact);
  void add_participant(std::int64_t report, int side, std::size_t position, const Entity& entity);

  Dictionaries& dictionaries_;
  Connection& connection_;
  bool keep_text_;
  Statement add_report_, add_participant_, add_magnitude_, add_alternative_, add_sentence_, add_evidence_, add_fact_, add_facts_;
  Statement retire_, pairs_of_, remove_fact_, move_, move_fact_;
  std::vector<Fact> facts_;  ///< Not written yet.
  std::int64_t last_sentence_ = 0;
  Event last_place_;  ///< Only where the last sentence stands.
};

/// The rows of a report's participants that `facts` were made from.
inline constexpr std::string_view kPairsSql =
    "SELECT coalesce(a.term, ''), coalesce(b.term, ''), r.date FROM reports r "
    "LEFT JOIN (SELECT p.report AS report, e.code AS term FROM participants p JOIN entities e ON e.number = p.entity WHERE p.report = ?1 AND p.side = 0) a ON a.report = r.number "
    "LEFT JOIN (SELECT p.report AS report, e.code AS term FROM participants p JOIN entities e ON e.number = p.entity WHERE p.report = ?1 AND p.side = 1) b ON b.report = r.number "
    "WHERE r.number = ?1";

/// Days since 1970-01-01.
inline std::optional<std::int64_t> days(const std::optional<Day>& day) {
  if (!day) return std::nullopt;
  return day->time_since_epoch().count();
}

/// The bits of a report's modality in the tables.
std::int64_t modality_bits(const Modality& modality);
Modality modality_from(std::int64_t bits, std::string_view cue);

}  // namespace attache::store
