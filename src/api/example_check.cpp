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

Document page_of(const std::string& sentence) {
  Document document;
  document.id = "example";
  document.published = day_from_iso(example_day);
  document.blocks.push_back({BlockKind::body, sentence});
  return document;
}

/// Codes each example's sentence as a page of its own, some at a time, and hands its events on.
template <typename Example, typename Judge>
void code_examples(const Attache& attache, std::span<const Example> examples, Judge judge) {
  for (std::size_t first = 0; first < examples.size(); first += together) {
    const auto some = examples.subspan(first, std::min(together, examples.size() - first));
    std::vector<Document> pages;
    for (const auto& example : some) pages.push_back(page_of(example.sentence));
    const auto analyses = attache.analyse(pages, Depth::events);
    for (std::size_t i = 0; i < some.size(); ++i) judge(some[i], analyses[i].events);
  }
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

void code_good_examples(const Attache& attache, std::span<const coding::FrameExample> examples,
                        const std::function<void(const coding::FrameExample&, const std::vector<Event>&)>& on_coded) {
  code_examples(attache, examples, [&](const coding::FrameExample& example, const std::vector<Event>& events) {
    const auto expected = expected_events(example);
    if (expected && coding::same_events(*expected, events)) on_coded(example, events);
  });
}

std::size_t check_examples(const Attache& attache, std::span<const coding::FrameExample> examples, std::vector<Error>& findings) {
  std::size_t failed = 0;
  code_examples(attache, examples, [&](const coding::FrameExample& example, const std::vector<Event>& events) {
    const auto expected = expected_events(example);
    if (!expected || coding::same_events(*expected, events)) return;
    ++failed;
    const std::string wanted = example.events.empty() ? "nothing" : fmt::format("{}", fmt::join(example.events, "; "));
    findings.push_back(coding::finding(example.file, example.line, fmt::format("example of {}: {}\n    expected  {}\n    coded     {}", example.entry, example.sentence, wanted, coded(events))));
  });
  return failed;
}

std::size_t check_context_examples(const Attache& attache, std::span<const coding::ContextExample> examples, std::vector<Error>& findings) {
  std::size_t failed = 0;
  code_examples(attache, examples, [&](const coding::ContextExample& example, const std::vector<Event>& events) {
    const auto as_it_should = [&](const Event& event) { return (std::find(event.contexts.begin(), event.contexts.end(), example.context) != event.contexts.end()) == example.has; };
    if (!events.empty() && std::all_of(events.begin(), events.end(), as_it_should)) return;
    ++failed;
    std::string found = events.empty() ? "nothing is coded" : "";
    for (const Event& event : events) found += fmt::format("{}{} with [{}]", found.empty() ? "" : "; ", coding::notation(event), fmt::join(event.contexts, ", "));
    findings.push_back(coding::finding(example.file, example.line, fmt::format("example of {}: {}\n    {} context {}: {}", example.context, example.sentence, example.has ? "wants" : "does not want", example.context, found)));
  });
  return failed;
}

}  // namespace attache
