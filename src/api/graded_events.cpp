#include "api/graded_events.h"

#include "coding/explanation.h"

#include <algorithm>
#include <map>
#include <optional>

namespace attache {
namespace {

bool overlaps(const Entity& entity, const TextSpan& span) { return entity.start < span.end && span.start < entity.end; }

bool any_overlaps(const std::vector<Entity>& side, const TextSpan& span) {
  return std::any_of(side.begin(), side.end(), [&](const Entity& entity) { return overlaps(entity, span); });
}

bool same_type(const std::string& label, const std::string& type) { return label == type || (label == "YIELD" && (type == "CONCEDE" || type == "RETREAT")); }

/// Whether the event is right; nothing when no label speaks of its participants.
std::optional<bool> grade(const Event& event, const std::vector<const RelatedPair*>& pairs) {
  const bool together = event.recipients.empty() && event.actors.size() > 1;
  const auto& others = together ? event.actors : event.recipients;
  std::optional<bool> right;
  for (const auto* pair : pairs) {
    const bool actor = any_overlaps(event.actors, pair->actor), other = any_overlaps(others, pair->recipient);
    const bool speaks = event.actors.empty() ? other : others.empty() ? actor : actor && other;
    if (speaks) right = right.value_or(false) || same_type(pair->event, event.type);
  }
  return right;
}

}  // namespace

std::vector<coding::GradedEvent> grade_events(const Attache& attache, std::span<const RelatedPair> pairs) {
  std::vector<std::string> texts;
  std::map<std::string, std::vector<const RelatedPair*>> by_text;
  for (const auto& pair : pairs) {
    auto& of_text = by_text[pair.text];
    if (of_text.empty()) texts.push_back(pair.text);
    of_text.push_back(&pair);
  }
  std::vector<coding::GradedEvent> graded;
  for (const auto& text : texts) {
    Document document;
    document.id = "labelled";
    document.blocks.push_back({BlockKind::body, text});
    coding::Explanation explanation;
    const auto analysis = attache.explain(document, explanation);
    std::size_t next = 0;
    for (const auto& frame : explanation.frames) {
      if (!frame.coded || next >= analysis.events.size()) continue;
      const Event& event = analysis.events[next++];
      const auto right = event.start == 0 ? grade(event, by_text[text]) : std::nullopt;  // offsets are those of the text's first sentence
      if (right) graded.push_back({frame.evidence, event.confidence, *right});
    }
  }
  return graded;
}

}  // namespace attache
