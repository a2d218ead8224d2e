#include "store/story_keeper.h"

#include "store/record_id.h"
#include "store/report_rows.h"

#include <algorithm>
#include <fmt/format.h>
#include <string_view>
#include <utility>

namespace attache::store {
namespace {

/// So many documents are remembered at once, which is a few days of a large collection; others are loaded when they are asked for.
constexpr std::size_t kMostInMemory = 150'000;

stories::StoryLimits limits() {
  stories::StoryLimits limits;
  limits.most_in_memory = kMostInMemory;
  return limits;
}

std::string_view text_of(std::span<const std::byte> bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

constexpr const char* kColumns = "SELECT d.number, d.id, t.id, t.day, d.fingerprint FROM documents d JOIN stories t ON t.number = d.story WHERE d.fingerprint IS NOT NULL AND d.published ";

}  // namespace

stories::NewDocument prepare(const CodedDocument& document) {
  stories::NewDocument prepared;
  prepared.id = document.citation.document;
  stories::ReportText text{document.citation.title, document.citation.url, document.citation.publication, document.citation.published, {}};
  for (const auto& event : document.events) {
    const bool told = std::ranges::find(text.paragraphs, event.text) != text.paragraphs.end();
    if (!event.text.empty() && !told) text.paragraphs.emplace_back(event.text);
    prepared.reports.push_back({event.id, event.same_as, stories::facts_of(event)});
  }
  prepared.print = stories::fingerprint(text);
  return prepared;
}

std::string other_fingerprint_sql() {
  const auto ours = stories::fingerprint_bytes();
  return fmt::format("d.fingerprint IS NOT NULL AND (length(d.fingerprint) <> {} OR substr(d.fingerprint, 1, 1) <> x'{:02x}')", ours.size, ours.first);
}

StoryKeeper::StoryKeeper(const Connection& connection, std::function<void()> before_loading)
    : before_loading_(std::move(before_loading)),
      documents_of_day_(connection, std::string(kColumns) + "= ?1 ORDER BY d.number DESC LIMIT ?2"),
      documents_without_day_(connection, std::string(kColumns) + "IS NULL ORDER BY d.number DESC LIMIT ?2"),
      reports_(connection, "SELECT r.id, e.id, r.facts FROM reports r JOIN events e ON e.number = r.event WHERE r.document = ?1 AND r.facts IS NOT NULL ORDER BY r.number"),
      book_([this](std::optional<Day> day, std::size_t most) { return load(day, most); }, limits()) {}

std::vector<stories::RememberedDocument> StoryKeeper::load(std::optional<Day> day, std::size_t most) {
  before_loading_();
  std::vector<stories::RememberedDocument> documents;
  auto& row = day ? documents_of_day_ : documents_without_day_;
  if (day) row.bind(1, days(day));
  for (row.bind(2, static_cast<std::int64_t>(most)); row.step();) {
    const auto print = stories::fingerprint_from_bytes(text_of(row.blob(4)));
    if (!print) {
      ++not_compared_;
      continue;
    }
    stories::RememberedDocument document;
    document.id = std::string(row.text(1));
    document.story = id_in(row, 2);
    if (!row.is_null(3)) document.story_day = static_cast<std::int32_t>(row.number(3));
    document.print = *print;
    for (reports_.bind(1, row.number(0)); reports_.step();) {
      auto facts = stories::facts_from_bytes(text_of(reports_.blob(2)));
      if (facts) document.reports.push_back({id_in(reports_, 0), id_in(reports_, 1), std::move(*facts)});
    }
    reports_.reset();
    documents.push_back(std::move(document));
  }
  row.reset();
  std::ranges::reverse(documents);
  return documents;
}

}  // namespace attache::store
