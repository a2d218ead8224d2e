#include "store/recoding.h"

#include "outputs/report_json.h"

#include <map>
#include <string>
#include <utility>

namespace attache::store {

RecodingFinder::RecodingFinder(const Connection& connection, bool keep_text)
    : keep_text_(keep_text), reports_of_(connection, "SELECT number FROM reports WHERE document = ?1 AND retired IS NULL ORDER BY number"), reader_(connection) {}

/// The record without document and coder, which are no part of what is said.
std::string RecodingFinder::content_of(const Event& event) const {
  std::string line;
  if (keep_text_ || event.text.empty()) {
    outputs::append_report_json(event, Citation{}, CoderVersion{}, line);
    return line;
  }
  Event without_text = event;
  without_text.text.clear();
  outputs::append_report_json(without_text, Citation{}, CoderVersion{}, line);
  return line;
}

Recoding RecodingFinder::compare(std::int64_t document, const std::vector<Event>& events) {
  Recoding recoding;
  std::vector<std::int64_t> numbers;
  for (reports_of_.bind(1, document); reports_of_.step();) numbers.push_back(reports_of_.number(0));
  reports_of_.reset();
  std::vector<std::pair<StoredReport, bool>> stored;  // … and whether the new coding has it
  std::multimap<std::string, std::size_t> unmatched;
  for (const auto number : numbers) {
    StoredReport report;
    if (!reader_.read(number, report)) continue;
    unmatched.emplace(content_of(report.report.event), stored.size());
    stored.emplace_back(std::move(report), false);
  }
  for (std::size_t i = 0; i < events.size(); ++i) {
    const auto same = unmatched.find(content_of(events[i]));
    if (same == unmatched.end()) {
      recoding.added.push_back(i);
      continue;
    }
    stored[same->second].second = true;
    unmatched.erase(same);
    ++recoding.kept;
  }
  for (auto& [report, matched] : stored) {
    if (!matched) recoding.retired.push_back(std::move(report));
  }
  return recoding;
}

}  // namespace attache::store
