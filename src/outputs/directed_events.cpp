#include "outputs/directed_events.h"

#include "base/hash.h"

namespace attache::outputs {
namespace {

/// Done by all of the actors to each other, when there is no recipient.
bool done_together(const Event& event) {
  if (!event.recipients.empty() || event.actors.size() < 2) return false;
  const auto root = cameo_root(event.cameo);
  return event.type == "CONSULT" || event.type == "COOPERATE" || event.type == "AGREE" || event.cameo == "057" || root == "04" ||
         root == "06" || root == "19";
}

/// The code of the same event from its target's side; empty when it is no event of both.
std::string_view other_side(std::string_view cameo) {
  if (cameo == "042") return "043";
  if (cameo == "043") return "042";
  return cameo_root(cameo) == "04" && cameo != "045" ? cameo : std::string_view{};
}

}  // namespace

std::string_view cameo_root(std::string_view code) {
  const bool known = code.size() >= 2 && ((code[0] == '0' && code[1] >= '1' && code[1] <= '9') ||
                                          (code[0] == '1' && code[1] >= '0' && code[1] <= '9') || code.starts_with("20"));
  return known ? code.substr(0, 2) : std::string_view{};
}

int cameo_quad(std::string_view code) {
  const auto root = cameo_root(code);
  if (root.empty()) return 0;
  return root <= "05" ? 1 : root <= "08" ? 2 : root <= "13" ? 3 : 4;
}

std::uint64_t story_number(const Report& report) {
  const bool known = report.mentions && !report.mentions->story.empty();
  return stable_hash(known ? report.mentions->story : report.citation.document) >> 11;
}

std::vector<EntityPair> entity_pairs(const Event& event) {
  std::vector<EntityPair> pairs;
  if (done_together(event)) {
    for (const Entity& source : event.actors) {
      for (const Entity& target : event.actors) {
        if (&source != &target) pairs.push_back({&source, &target});
      }
    }
    return pairs;
  }
  const Entity* const nobody = nullptr;
  std::vector<const Entity*> sources, targets;
  for (const Entity& entity : event.actors) sources.push_back(&entity);
  for (const Entity& entity : event.recipients) targets.push_back(&entity);
  if (sources.empty()) sources.push_back(nobody);
  if (targets.empty()) targets.push_back(nobody);
  for (const Entity* source : sources) {
    for (const Entity* target : targets) pairs.push_back({source, target});
  }
  return pairs;
}

std::vector<DirectedEvent> directed_events(const Event& event, std::string_view id) {
  const auto back = event.recipients.empty() ? std::string_view{} : other_side(event.cameo);
  std::vector<DirectedEvent> rows;
  const auto add = [&](const Entity* source, const Entity* target, std::string_view cameo) {
    DirectedEvent& row = rows.emplace_back();
    row.source = source;
    row.target = target;
    if (source) row.source_code = cameo_actor(*source);
    if (target) row.target_code = cameo_actor(*target);
    row.cameo = cameo;
    // Small enough for programs that count in doubles.
    row.number = stable_hash(id, rows.size()) >> 11;
  };
  for (const EntityPair& pair : entity_pairs(event)) {
    add(pair.source, pair.target, event.cameo);
    if (!back.empty() && pair.source && pair.target) add(pair.target, pair.source, back);
  }
  return rows;
}

}  // namespace attache::outputs
