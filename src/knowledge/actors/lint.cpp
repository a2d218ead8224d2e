#include "knowledge/actors/lint.h"

#include "knowledge/actors/name_variants.h"
#include "knowledge/actors/name_words.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

namespace attache::knowledge {
namespace {

/// Names longer than this are cut out of the word tree.
constexpr std::size_t most_words = 16;

/// Dates that are known by the year let successors overlap by so many days.
constexpr std::int32_t tolerated_overlap = 366;

void add(std::vector<Error>& findings, const SourcePlace& place, std::string message, std::uint64_t line = 0) {
  findings.push_back({ErrorKind::malformed, std::move(message), {place.file, {}, line ? line : place.line, {}}, ""});
}

/// A name as the dictionary compares it.
std::string compared(const std::string& name) {
  std::string text;
  for (const auto& word : lexicon_words(name)) text += (text.empty() ? "" : " ") + word.text;
  return text;
}

std::int64_t overlap(std::int32_t from, std::int32_t to, std::int32_t other_from, std::int32_t other_to) {
  return std::int64_t{std::min(to, other_to)} - std::max(from, other_from) + 1;
}

void lint_codes(const LexiconSource& source, std::vector<Error>& findings) {
  std::set<std::string> known{"UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC"};
  for (const auto& actor : source.actors) {
    if (actor.kind == ActorKind::country || actor.kind == ActorKind::special) known.insert(actor.code);
  }
  for (const auto& actor : source.actors) {
    if (actor.draft) add(findings, actor.place, "`" + actor.name + "` has no `code` yet: it is left out");
    if (!actor.code.empty() && !known.contains(actor.code)) add(findings, actor.place, "`" + actor.name + "` has the code `" + actor.code + "`, which is no state's");
    for (const auto& role : actor.roles) {
      if (!role.code.empty() && !known.contains(role.code)) add(findings, actor.place, "a role of `" + actor.name + "` has the code `" + role.code + "`, which is no state's", role.place.line);
    }
  }
  for (const auto& agent : source.agents) {
    if (!agent.code.empty() && !known.contains(agent.code)) add(findings, agent.place, "agent `" + agent.agent + "` has the code `" + agent.code + "`, which is no state's");
  }
}

void lint_offices(const LexiconSource& source, std::vector<Error>& notes) {
  std::set<std::string> sole;
  for (const auto& office : source.offices) {
    if (has(office.traits, OfficeTrait::one_holder)) sole.insert(office.office);
  }
  struct Holder {
    const ActorSource* actor;
    const RoleSource* role;
  };
  std::map<std::tuple<std::string, std::string, std::string>, std::vector<Holder>> offices;
  for (const auto& actor : source.actors) {
    if (actor.kind != ActorKind::person) continue;
    for (std::size_t i = 0; i < actor.roles.size(); ++i) {
      const auto& role = actor.roles[i];
      for (std::size_t j = 0; j < i; ++j) {
        const auto& other = actor.roles[j];
        const bool same = other.office == role.office && other.code == role.code && other.organisation == role.organisation;
        if (same && overlap(role.from, role.to, other.from, other.to) > tolerated_overlap) add(notes, actor.place, "`" + actor.name + "` is `" + role.office + "` twice at the same time", role.place.line);
      }
      if (sole.contains(role.office) && role.organisation.empty()) offices[{role.office, role.code.empty() ? actor.code : role.code, role.organisation}].push_back({&actor, &role});
    }
  }
  for (const auto& [office, holders] : offices) {
    for (std::size_t i = 0; i < holders.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (holders[i].actor == holders[j].actor) continue;
        const auto days = overlap(holders[i].role->from, holders[i].role->to, holders[j].role->from, holders[j].role->to);
        if (days <= tolerated_overlap) continue;
        add(notes, holders[i].actor->place,
            "`" + holders[i].actor->name + "` and `" + holders[j].actor->name + "` are both " + std::get<0>(office) + " of " + std::get<1>(office) + " for more than a year", holders[i].role->place.line);
      }
    }
  }
}

/// Every name of an entry by which it is found as itself.
std::vector<std::string> own_names(const ActorSource& actor) {
  std::vector<std::string> names{actor.name};
  names.insert(names.end(), actor.names.begin(), actor.names.end());
  return names;
}

void lint_names(const LexiconSource& source, std::vector<Error>& findings) {
  std::map<std::tuple<std::string, ActorKind, std::string>, std::vector<const ActorSource*>> bearers;
  std::set<std::string> agents;
  for (const auto& agent : source.agents) {
    if (!agent.in_names) agents.insert(agent.agent);
  }
  for (const auto& actor : source.actors) {
    std::set<std::string> written, mine;
    for (const auto& name : own_names(actor)) {
      const std::string words = compared(name);
      if (words.empty()) {
        add(findings, actor.place, "name `" + name + "` of `" + actor.name + "` has no letters: it is never found");
        continue;
      }
      if (lexicon_words(name).size() > most_words) add(findings, actor.place, "name `" + name + "` has more than 16 words: it is never found");
      mine.insert(words);
      if (!written.insert(name).second) add(findings, actor.place, "name `" + name + "` stands twice in `" + actor.name + "`");
      if (agents.contains(name)) add(findings, actor.place, "name `" + name + "` is an agent as well, which hides it or is hidden");
    }
    for (const auto& words : mine) bearers[{words, actor.kind, actor.code}].push_back(&actor);
  }
  for (const auto& [key, actors] : bearers) {
    for (std::size_t i = 1; i < actors.size(); ++i) {
      if (actors[i] == actors[i - 1]) continue;
      const bool together = overlap(actors[i]->from, actors[i]->to, actors[0]->from, actors[0]->to) > 0;
      if (!together) continue;
      const bool same_entry = compared(actors[i]->name) == compared(actors[0]->name);
      // Two people may share a name; their offices tell them apart.
      const bool same_roles = actors[i]->roles.size() == actors[0]->roles.size() && (actors[i]->roles.empty() || actors[i]->roles.front().from == actors[0]->roles.front().from);
      if (std::get<1>(key) == ActorKind::person && !(same_entry && same_roles)) continue;
      add(findings, actors[i]->place, same_entry ? "`" + actors[i]->name + "` stands twice, first in " + actors[0]->place.file + ":" + std::to_string(actors[0]->place.line)
                                                 : "name `" + std::get<0>(key) + "` of `" + actors[i]->name + "` is hidden behind `" + actors[0]->name + "` (" + actors[0]->place.file + ":" +
                                                       std::to_string(actors[0]->place.line) + ")");
    }
  }
}

std::string sound_of_name(const std::string& name) {
  std::vector<std::string> words;
  for (const auto& word : lexicon_words(name)) words.push_back(word.text);
  return sound_of(words);
}

/// Word by word, as two spellings of one name do.
bool begin_alike(std::string_view sound, std::string_view other) {
  while (!sound.empty() && !other.empty() && sound.front() == other.front()) {
    const std::size_t blank = sound.find(' '), theirs = other.find(' ');
    if (blank == std::string_view::npos || theirs == std::string_view::npos) return blank == theirs;
    sound.remove_prefix(blank + 1);
    other.remove_prefix(theirs + 1);
  }
  return false;
}

/// True where both may be one person's lives: an office at the same time, or none on either side.
bool may_be_one_life(const ActorSource& one, const ActorSource& other) {
  if (one.roles.empty() && other.roles.empty()) return one.sector == other.sector;
  return std::any_of(one.roles.begin(), one.roles.end(), [&](const RoleSource& role) {
    return std::any_of(other.roles.begin(), other.roles.end(), [&](const RoleSource& their) {
      return role.office == their.office && role.organisation == their.organisation && overlap(role.from, role.to, their.from, their.to) > 0;
    });
  });
}

/// One person who stands twice under names that sound alike: "Kasymaliev", "Kasymaliyev".
void lint_twins(const LexiconSource& source, std::vector<Error>& notes) {
  constexpr std::size_t letters_for_one_difference = 4;
  struct Person {
    const ActorSource* actor;
    std::string sound;
  };
  std::map<std::pair<std::string, std::string>, std::vector<Person>> alike;  // by code and consonants
  for (const auto& actor : source.actors) {
    if (actor.kind != ActorKind::person) continue;
    std::string sound = sound_of_name(actor.name);
    auto& others = alike[{actor.code, skeleton_of(sound)}];
    for (const auto& other : others) {
      const int most = static_cast<int>(std::min(sound.size(), other.sound.size()) / letters_for_one_difference);
      const bool nearly = compared(actor.name) != compared(other.actor->name) && begin_alike(sound, other.sound) && edit_distance(sound, other.sound, most) <= most;
      if (!nearly || !may_be_one_life(actor, *other.actor)) continue;
      add(notes, actor.place, "`" + actor.name + "` may be `" + other.actor->name + "` (" + other.actor->place.file + ":" + std::to_string(other.actor->place.line) + ") written otherwise");
    }
    others.push_back({&actor, std::move(sound)});
  }
}

void lint_agents(const LexiconSource& source, std::vector<Error>& findings) {
  std::map<std::string, const AgentSource*> first;
  std::set<std::string> nations;
  for (const auto& actor : source.actors) {
    if (actor.kind == ActorKind::media || actor.kind == ActorKind::company || actor.kind == ActorKind::person) continue;
    for (const auto& demonym : actor.demonyms) nations.insert(compared(demonym));
    for (const auto& name : own_names(actor)) nations.insert(compared(name));
  }
  std::set<std::string> agents;
  for (const auto& agent : source.agents) agents.insert(compared(agent.agent));
  for (const auto& agent : source.agents) {
    const auto words = lexicon_words(agent.agent);
    if (words.empty()) {
      add(findings, agent.place, "agent `" + agent.agent + "` has no letters: it is never found");
      continue;
    }
    if (!agent.sector.empty() || agent.needs_owner) {
      const auto [known, added] = first.try_emplace(agent.agent, &agent);
      if (!added) add(findings, agent.place, "agent `" + agent.agent + "` stands twice, first in " + known->second->place.file + ":" + std::to_string(known->second->place.line));
    }
    for (std::size_t cut = 1; cut < words.size() && words.front().capital; ++cut) {
      std::string head, tail;
      for (std::size_t i = 0; i < words.size(); ++i) {
        std::string& side = i < cut ? head : tail;
        side += (side.empty() ? "" : " ") + words[i].text;
      }
      if (nations.contains(head) && agents.contains(tail)) {
        add(findings, agent.place, "agent `" + agent.agent + "` is `" + tail + "` with a nation or body before it, which is understood without it: it is never found");
        break;
      }
    }
  }
}

}  // namespace

void lint_actors(const LexiconSource& source, std::vector<Error>& findings, std::vector<Error>& notes) {
  lint_codes(source, findings);
  lint_offices(source, notes);
  lint_names(source, findings);
  lint_twins(source, notes);
  lint_agents(source, findings);
}

}  // namespace attache::knowledge
