#include "coding/scores/event_scores.h"

#include <attache/date.h>

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <random>

namespace attache::coding {
namespace {

constexpr int kSamples = 1000;  ///< Of the bootstrap.

/// What one text adds to a tally.
EventTally tally_of(const GoldText& gold, std::span<const Event> given, const std::vector<int>& matches, const std::string& type = {}) {
  EventTally tally;
  for (const GoldEvent& event : gold.events) tally.wanted += event.needed && (type.empty() || event.types.front() == type);
  for (std::size_t i = 0; i < given.size(); ++i) {
    const GoldEvent* match = matches[i] < 0 ? nullptr : &gold.events[static_cast<std::size_t>(matches[i])];
    if (match && !match->needed) continue;
    const std::string& counted_as = match ? match->types.front() : given[i].type;
    if (!type.empty() && counted_as != type) continue;
    ++tally.given;
    tally.right += match != nullptr;
  }
  return tally;
}

EventTally sum(std::span<const EventTally> tallies) {
  EventTally all;
  for (const EventTally& one : tallies) {
    all.right += one.right;
    all.wanted += one.wanted;
    all.given += one.given;
  }
  return all;
}

/// The middle 95 % of F1 over texts drawn again and again; the same for the same texts.
std::pair<double, double> interval(std::span<const EventTally> tallies) {
  if (tallies.empty()) return {0, 0};
  std::mt19937 random(1);
  std::uniform_int_distribution<std::size_t> pick(0, tallies.size() - 1);
  std::vector<double> values;
  std::vector<EventTally> drawn(tallies.size());
  for (int sample = 0; sample < kSamples; ++sample) {
    for (EventTally& one : drawn) one = tallies[pick(random)];
    values.push_back(sum(drawn).f1());
  }
  std::sort(values.begin(), values.end());
  return {values[kSamples / 40], values[kSamples - 1 - kSamples / 40]};
}

std::string line_of(const std::string& name, const EventTally& tally) {
  return fmt::format("{:<22}{:>7}{:>7}{:>7}{:>11.3f}{:>8.3f}{:>8.3f}", name, tally.right, tally.wanted, tally.given, tally.precision(),
                     tally.recall(), tally.f1());
}

std::string modality_of(const Modality& modality) {
  std::string text;
  for (const auto& [holds, name] : {std::pair(modality.future, "future"), std::pair(modality.historical, "historical"),
                                    std::pair(modality.hypothetical, "hypothetical"), std::pair(modality.negation, "negation")}) {
    if (holds) text += (text.empty() ? "" : "+") + std::string(name);
  }
  return text.empty() ? "asserted" : text;
}

bool has_sector(const std::vector<Entity>& side, const std::string& sector) {
  return std::any_of(side.begin(), side.end(), [&](const Entity& entity) {
    return entity.sector == sector ||
           std::find(entity.other_sectors.begin(), entity.other_sectors.end(), sector) != entity.other_sectors.end();
  });
}

bool gives_sector(const std::vector<Entity>& side) {
  return std::any_of(side.begin(), side.end(), [](const Entity& entity) { return !entity.sector.empty(); });
}

/// Fields that are compared on their own, in the order of the table.
void add_fields(const GoldEvent& wanted, const Event& event, std::map<std::string, EventTally>& fields) {
  const auto add = [&](const char* name, bool asked, bool answered, bool right) {
    if (!asked) return;
    EventTally& tally = fields[name];
    ++tally.wanted;
    tally.given += answered;
    tally.right += right;
  };
  add("mode", !wanted.mode.empty(), !event.modes.empty(),
      std::find(event.modes.begin(), event.modes.end(), wanted.mode) != event.modes.end());
  add("actor's sector", !wanted.actor_sector.empty(), gives_sector(event.actors), has_sector(event.actors, wanted.actor_sector));
  add("recipient's sector", !wanted.recipient_sector.empty(), gives_sector(event.recipients),
      has_sector(event.recipients, wanted.recipient_sector));
  add("modality", true, true, modality_of(event.modality) == wanted.modality);
  add("attribution", !wanted.by.empty(), event.attribution.has_value(), event.attribution && event.attribution->code == wanted.by);
  add("date", !wanted.date.empty(), event.date.has_value(), event.date && to_iso(*event.date).starts_with(wanted.date));
}

std::string side_text(const std::vector<Entity>& side) {
  std::string text;
  for (const Entity& entity : side)
    text += (text.empty() ? "" : "+") + (entity.code.empty() ? "-" : entity.code) + (entity.sector.empty() ? "" : ":" + entity.sector);
  return text.empty() ? "-" : text;
}

std::string alternatives_text(const std::vector<std::set<std::string>>& alternatives) {
  std::string text;
  for (const auto& codes : alternatives) {
    if (!text.empty()) text += " or ";
    text += codes.empty() ? "none" : fmt::format("{}", fmt::join(codes, " and "));
  }
  return text.empty() ? "?" : text;
}

/// Surplus events, most confident first, then missed ones in the order of the texts.
std::string worst_cases(std::span<const GoldText> gold, std::span<const std::vector<Event>> given,
                        std::span<const std::vector<int>> matches, std::size_t worst) {
  struct Surplus {
    const GoldText* text;
    const Event* event;
  };
  std::vector<Surplus> surplus;
  std::string missed;
  std::size_t missed_count = 0;
  for (std::size_t t = 0; t < gold.size(); ++t) {
    std::vector<bool> found(gold[t].events.size());
    for (std::size_t i = 0; i < given[t].size(); ++i) {
      if (matches[t][i] < 0) surplus.push_back({&gold[t], &given[t][i]});
      if (matches[t][i] >= 0) found[static_cast<std::size_t>(matches[t][i])] = true;
    }
    for (std::size_t k = 0; k < found.size(); ++k) {
      const GoldEvent& event = gold[t].events[k];
      if (found[k] || !event.needed || missed_count++ >= worst) continue;
      missed += fmt::format("missed   {}: {} {} > {} in \"{}\"\n", gold[t].document.id, fmt::join(event.types, " or "),
                            alternatives_text(event.actors), alternatives_text(event.recipients), event.in);
    }
  }
  std::stable_sort(surplus.begin(), surplus.end(),
                   [](const Surplus& one, const Surplus& other) { return one.event->confidence > other.event->confidence; });
  std::string list;
  for (const Surplus& one : std::span(surplus).first(std::min(worst, surplus.size()))) {
    list += fmt::format("surplus  {}: {} {} > {}, {:.2f} [{}] {}\n", one.text->document.id, one.event->type, side_text(one.event->actors),
                        side_text(one.event->recipients), one.event->confidence, one.event->trigger, one.event->text);
  }
  return list + missed;
}

}  // namespace

std::string event_score_table(std::span<const GoldText> gold, std::span<const std::vector<Event>> given, std::size_t worst) {
  std::vector<EventTally> by_type, by_pair;
  std::vector<std::vector<int>> pairs;
  std::map<std::string, EventTally> fields, types;
  for (std::size_t t = 0; t < gold.size(); ++t) {
    const auto typed = match_events(gold[t], given[t], false);
    by_type.push_back(tally_of(gold[t], given[t], typed));
    pairs.push_back(match_events(gold[t], given[t], true));
    by_pair.push_back(tally_of(gold[t], given[t], pairs.back()));
    for (std::size_t i = 0; i < given[t].size(); ++i) {
      if (typed[i] >= 0) add_fields(gold[t].events[static_cast<std::size_t>(typed[i])], given[t][i], fields);
    }
    for (const GoldEvent& event : gold[t].events) types.try_emplace(event.types.front());
    for (const Event& event : given[t]) types.try_emplace(event.type);
  }
  std::string table = fmt::format("{} texts\n{:<22}{:>7}{:>7}{:>7}{:>11}{:>8}{:>8}\n", gold.size(), "", "right", "gold", "given",
                                  "precision", "recall", "F1");
  for (const auto& [name, tallies] : {std::pair("type", &by_type), std::pair("type and both sides", &by_pair)}) {
    const auto [low, high] = interval(*tallies);
    table += line_of(name, sum(*tallies)) + fmt::format("  [{:.3f}, {:.3f}]\n", low, high);
  }
  table += "\nfields of the events whose type is right\n";
  for (const auto& [name, tally] : fields) table += line_of(name, tally) + '\n';
  table += "\ntype and both sides, by type\n";
  for (const auto& [type, unused] : types) {
    EventTally tally;
    for (std::size_t t = 0; t < gold.size(); ++t) {
      const EventTally one = tally_of(gold[t], given[t], pairs[t], type);
      tally = sum(std::vector{tally, one});
    }
    if (tally.wanted + tally.given > 0) table += line_of(type, tally) + '\n';
  }
  if (worst > 0) table += '\n' + worst_cases(gold, given, pairs, worst);
  return table;
}

}  // namespace attache::coding
