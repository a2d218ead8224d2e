#include "stories/policy.h"

#include "base/hash.h"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace attache::stories {
namespace {

constexpr std::array<std::pair<Policy, std::string_view>, 4> policies = {
    {{Policy::none, "none"}, {Policy::one_a_day, "one-a-day"}, {Policy::reports, "reports"}, {Policy::events, "events"}}};

/// The side's countries and sectors; who has neither goes by the words.
std::string side_of(const std::vector<Entity>& side) {
  std::vector<std::string> parties;
  for (const Entity& entity : side) {
    parties.push_back(entity.code.empty() && entity.sector.empty() ? "\"" + entity.text + "\"" : entity.code + " " + entity.sector);
  }
  std::sort(parties.begin(), parties.end());
  std::string text;
  for (const std::string& party : parties) text += party + ";";
  return text;
}

}  // namespace

std::string_view name_of(Policy policy) { return policies[static_cast<std::size_t>(policy)].second; }

std::optional<Policy> policy_named(std::string_view name) {
  for (const auto& [policy, its_name] : policies) {
    if (its_name == name) return policy;
  }
  return std::nullopt;
}

std::uint64_t one_a_day_key(const Event& event, std::optional<Day> published) {
  const std::optional<Day> day = event.date ? event.date : published;
  std::string text = day ? to_iso(*day) : "";
  text += "|" + side_of(event.actors) + "|" + side_of(event.recipients) + "|";
  text += event.cameo.empty() ? event.type + " " + (event.modes.empty() ? "" : event.modes.front()) : event.cameo;
  text += event.modality.negation ? "|not" : "|";
  text += event.modality.future ? "|will" : "|";
  text += event.modality.hypothetical ? "|may" : "|";
  text += event.modality.historical ? "|did" : "|";
  return stable_hash(text);
}

std::optional<std::string> policy_key(Policy policy, const CountedReport& report) {
  switch (policy) {
    case Policy::none:
      break;
    case Policy::one_a_day:
      return to_hex(report.day_key);
    case Policy::reports:
      if (report.told_again || report.likeness == Likeness::reprint) return std::nullopt;
      break;
    case Policy::events:
      return std::string(report.event);
  }
  return std::string(report.report);
}

std::vector<std::size_t> counted(Policy policy, std::span<const CountedReport> reports) {
  std::vector<std::size_t> kept;
  std::unordered_set<std::string> seen;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    const auto key = policy_key(policy, reports[i]);
    if (key && (policy == Policy::none || seen.insert(*key).second)) kept.push_back(i);
  }
  return kept;
}

}  // namespace attache::stories
