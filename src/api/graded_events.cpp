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

/// Whether those whose words the label speaks of have the code that it says; nothing where it does not say, or they have none.
std::optional<bool> has_code(const std::vector<Entity>& side, const TextSpan& span, const std::string& code) {
  std::optional<bool> same;
  for (const auto& entity : side) {
    if (!code.empty() && !entity.code.empty() && overlaps(entity, span)) same = same.value_or(false) || entity.code == code;
  }
  return same;
}

std::optional<bool> both(const std::optional<bool>& one, const std::optional<bool>& other) {
  if (!one || !other) return one ? one : other;
  return *one && *other;
}

struct Grade {
  bool told = false;
  std::optional<bool> resolved;
};

/// Nothing when no label speaks of the event's participants.
std::optional<Grade> grade(const Event& event, const std::vector<const RelatedPair*>& pairs) {
  const bool together = event.recipients.empty() && event.actors.size() > 1;
  const auto& others = together ? event.actors : event.recipients;
  std::optional<Grade> grade;
  for (const auto* pair : pairs) {
    const bool actor = any_overlaps(event.actors, pair->actor), other = any_overlaps(others, pair->recipient);
    const bool speaks = event.actors.empty() ? other : others.empty() ? actor : actor && other;
    if (!speaks) continue;
    if (!grade) grade.emplace();
    if (grade->told || !same_type(pair->event, event.type)) continue;
    grade->told = true;
    grade->resolved = both(has_code(event.actors, pair->actor, pair->actor_code), has_code(others, pair->recipient, pair->recipient_code));
  }
  return grade;
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
      if (const auto grade = attache::grade(event, by_text[text])) graded.push_back({frame.evidence, event.confidence, grade->told, grade->resolved});
    }
  }
  return graded;
}

}  // namespace attache
