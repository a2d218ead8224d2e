#include "store/ingest_plan.h"

#include "base/hash.h"
#include "store/record_id.h"

#include <filesystem>

namespace attache::store {

IngestPlan::IngestPlan(const std::string& path, bool recode) : recode_(recode) {
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) return;
  connection_.emplace(open_for_reading(path));
  finder_.emplace(*connection_);
  find_report_.emplace(*connection_, "SELECT number FROM reports WHERE document = ?1 AND id = ?2 LIMIT 1");
  recodings_.emplace(*connection_, setting(*connection_, kKeepsText, 1) != 0);
}

Result<Added> IngestPlan::add(const CodedDocument& document) {
  return guarded([&] { return plan(document); });
}

Added IngestPlan::plan(const CodedDocument& document) {
  Added result;
  const auto& id = document.citation.document;
  std::optional<KnownDocument> known;
  if (finder_) known = finder_->find(id, document.content, document.coder.name);
  const auto document_key = stable_hash(id, static_cast<std::uint64_t>(document.content) ^ stable_hash(document.coder.name.empty() ? CoderVersion().name : document.coder.name));
  if (!known) {
    result.outcome = added_.add(document_key) ? Outcome::added : Outcome::there;
    for (const auto& event : document.events) result.added += added_.add(stable_hash(event.id, document_key));
    if (result.outcome == Outcome::there && result.added > 0) result.outcome = Outcome::completed;
    return result;
  }
  if (known->coder != number_of_coder(*connection_, document.coder) && known->coder != 0) {
    if (!recode_) return {Outcome::other_coder};
    auto recoding = recodings_->compare(known->number, document.events);
    result.outcome = Outcome::recoded;
    result.kept = recoding.kept;
    result.added = static_cast<std::uint32_t>(recoding.added.size());
    result.retired = static_cast<std::uint32_t>(recoding.retired.size());
    for (auto& report : recoding.retired) result.changes.push_back({false, std::move(report.report.event)});
    for (const auto at : recoding.added) result.changes.push_back({true, document.events[at]});
    return result;
  }
  for (const auto& event : document.events) {
    find_report_->bind(1, known->number);
    bind_id(*find_report_, 2, event.id);
    const bool there = find_report_->step();
    find_report_->reset();
    result.added += !there && added_.add(stable_hash(event.id, document_key));
    result.kept += there;
  }
  result.outcome = result.added > 0 ? Outcome::completed : Outcome::there;
  return result;
}

std::int64_t number_of_coder(Connection& connection, const CoderVersion& coder) {
  Statement find(connection, "SELECT number FROM coders WHERE name = ?1 AND version = ?2 AND lexicon = ?3 AND model = ?4");
  find.bind(1, std::string_view(coder.name)).bind(2, std::string_view(coder.version)).bind(3, std::string_view(coder.lexicon)).bind(4, std::string_view(coder.model));
  return find.step() ? find.number(0) : 0;
}

Result<void> for_each_stale_page(const std::string& path, const CoderVersion& coder, const std::function<void(std::uint64_t)>& measure,
                                 const std::function<bool(std::span<const std::byte>, std::string_view)>& take) {
  return guarded([&] {
    auto connection = open_for_reading(path);
    const auto now = number_of_coder(connection, coder);
    const std::string which = " FROM documents d JOIN pages p ON p.document = d.number JOIN coders c ON c.number = d.coder WHERE c.name = ?1 AND d.coder <> ?2";
    Statement size(connection, "SELECT total(length(p.page))" + which);
    size.bind(1, std::string_view(coder.name)).bind(2, now);
    if (size.step()) measure(static_cast<std::uint64_t>(size.number(0)));
    // Some at a time: a query that stays open would keep the writer's log from being taken into the file.
    Statement pages(connection, "SELECT p.page, d.id, d.number" + which + " AND d.number > ?3 ORDER BY d.number LIMIT 200");
    for (std::int64_t last = 0, before = -1; last != before;) {
      before = last;
      for (pages.bind(1, std::string_view(coder.name)).bind(2, now).bind(3, last); pages.step();) {
        last = pages.number(2);
        if (!take(pages.blob(0), pages.text(1))) return;
      }
      pages.reset();
    }
  });
}

}  // namespace attache::store
