#include "api/example_check.h"

#include "coding/event_notation.h"
#include "coding/lint.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace attache {
namespace {

/// The day on which examples are taken to be written, so that offices and "last week" mean the same every time.
constexpr std::string_view example_day = "2015-06-15";

/// Enough for the parser to work on sentences of like length.
constexpr std::size_t together = 256;

Document page_of(const coding::FrameExample& example) {
  Document document;
  document.id = "example";
  document.published = day_from_iso(example_day);
  document.blocks.push_back({BlockKind::body, example.sentence});
  return document;
}

std::optional<std::vector<coding::ExpectedEvent>> expected_events(const coding::FrameExample& example) {
  std::vector<coding::ExpectedEvent> events;
  for (const auto& text : example.events) {
    auto event = coding::parse_expected_event(text);
    if (!event) return std::nullopt;
    events.push_back(std::move(*event));
  }
  return events;
}

std::string coded(const std::vector<Event>& events) {
  std::vector<std::string> lines;
  for (const auto& event : events) lines.push_back(coding::notation(event));
  return lines.empty() ? "nothing" : fmt::format("{}", fmt::join(lines, "; "));
}

}  // namespace

std::size_t check_examples(const Attache& attache, std::span<const coding::FrameExample> examples, std::vector<Error>& findings) {
  std::size_t failed = 0;
  for (std::size_t first = 0; first < examples.size(); first += together) {
    const auto some = examples.subspan(first, std::min(together, examples.size() - first));
    std::vector<Document> pages;
    for (const auto& example : some) pages.push_back(page_of(example));
    const auto analyses = attache.analyse(pages, Depth::events);
    for (std::size_t i = 0; i < some.size(); ++i) {
      const auto expected = expected_events(some[i]);
      if (!expected || coding::same_events(*expected, analyses[i].events)) continue;
      ++failed;
      const std::string wanted = some[i].events.empty() ? "nothing" : fmt::format("{}", fmt::join(some[i].events, "; "));
      findings.push_back(coding::finding(some[i].file, some[i].line,
                                         fmt::format("example of {}: {}\n    expected  {}\n    coded     {}", some[i].entry, some[i].sentence, wanted, coded(analyses[i].events))));
    }
  }
  return failed;
}

}  // namespace attache
