#include "knowledge/actors/lexicon_diff.h"

#include "knowledge/actors/survey.h"

#include <attache/date.h>

#include <fmt/format.h>

#include <iterator>
#include <map>
#include <utility>

namespace attache::knowledge {
namespace {

/// An entry's fields as text, in the order of the YAML.
using Fields = std::vector<std::pair<std::string, std::string>>;

std::string joined(const std::vector<std::string>& items) {
  std::string text;
  for (const auto& item : items) text += (text.empty() ? "" : ", ") + item;
  return text;
}

std::string day_text(std::int32_t day) {
  return day == since_always || day == until_now ? std::string() : to_iso(Day{std::chrono::days{day}});
}

std::string role_text(const RoleSource& role) {
  std::string text = role.office + " " + role.code + ":" + role.sector;
  for (const auto& other : role.other_sectors) text += "," + other;
  if (!role.organisation.empty()) text += " of " + role.organisation;
  return text + " " + day_text(role.from) + ".." + day_text(role.to);
}

Fields fields_of(const ActorSource& actor) {
  Fields fields{{"code", actor.code}, {"sector", actor.sector}, {"other_sectors", joined(actor.other_sectors)}, {"id", actor.id}, {"names", joined(actor.names)},
                {"short_names", joined(actor.short_names)}, {"demonyms", joined(actor.demonyms)}, {"people", joined(actor.people)}, {"capital", actor.capital}, {"led_by", actor.led_by}, {"called", joined(actor.called)},
                {"metonyms", joined(actor.metonyms)}, {"surname", actor.surname}, {"order", actor.order}, {"from", day_text(actor.from)}, {"to", day_text(actor.to)},
                {"gender", actor.gender == Gender::male ? "male" : actor.gender == Gender::female ? "female" : ""}};
  std::vector<std::string> roles;
  for (const auto& role : actor.roles) roles.push_back(role_text(role));
  fields.emplace_back("roles", joined(roles));
  return fields;
}

Fields fields_of(const AgentSource& agent) {
  const auto flag = [](bool set) { return std::string(set ? "true" : ""); };
  return {{"code", agent.code}, {"sector", agent.sector}, {"plural", agent.plural}, {"other_sectors", joined(agent.other_sectors)}, {"office", agent.office}, {"collective", flag(agent.collective)},
          {"general", flag(agent.general)}, {"relational", flag(agent.relational)}, {"needs_owner", flag(agent.needs_owner)}, {"in_names", flag(agent.in_names)},
          {"gender", agent.gender == Gender::male ? "male" : agent.gender == Gender::female ? "female" : ""}};
}

std::map<std::string, Fields> entries_of(const LexiconSource& source) {
  std::map<std::string, int> bearers;
  for (const auto& actor : source.actors) ++bearers[std::string(name_of(actor.kind)) + " " + actor.name];
  std::map<std::string, Fields> entries;
  for (const auto& actor : source.actors) {
    std::string key = std::string(name_of(actor.kind)) + " " + actor.name;
    if (bearers[key] > 1) key += " (" + actor.code + ")";
    entries.try_emplace(std::move(key), fields_of(actor));
  }
  for (const auto& agent : source.agents) entries.try_emplace("agent " + agent.agent, fields_of(agent));
  return entries;
}

}  // namespace

std::vector<std::string> diff_lexicons(const LexiconSource& before, const LexiconSource& after) {
  const auto old_entries = entries_of(before), new_entries = entries_of(after);
  std::map<std::string, std::vector<std::string>> lines;
  for (const auto& [key, fields] : old_entries) {
    const auto now = new_entries.find(key);
    if (now == new_entries.end()) {
      lines[key].push_back("- " + key);
      continue;
    }
    for (std::size_t i = 0; i < fields.size(); ++i) {
      const auto& [name, was] = fields[i];
      const auto& is = now->second[i].second;
      if (was != is) lines[key].push_back(fmt::format("~ {}: {}: {} -> {}", key, name, was.empty() ? "nothing" : was, is.empty() ? "nothing" : is));
    }
  }
  for (const auto& [key, fields] : new_entries) {
    if (!old_entries.contains(key)) lines[key].push_back("+ " + key + (fields[0].second.empty() ? "" : ", " + fields[0].second) + (fields[1].second.empty() ? "" : ", " + fields[1].second));
  }
  std::vector<std::string> all;
  for (auto& [key, own] : lines) std::move(own.begin(), own.end(), std::back_inserter(all));
  return all;
}

}  // namespace attache::knowledge
