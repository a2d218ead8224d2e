#pragma once
/// The YAML of lexicon/actors and lexicon/agents as read, every mistake with file and line.

#include "knowledge/actors/actor_records.h"

#include <attache/error.h>

#include <string>
#include <vector>

namespace attache::knowledge {

struct RoleSource {
  std::string office, organisation, code, sector;
  std::vector<std::string> other_sectors;
  std::int32_t from = since_always;
  std::int32_t to = until_now;
};

struct ActorSource {
  std::string name, id, code, sector, capital, surname, order;
  std::vector<std::string> other_sectors, names, demonyms, people, metonyms, short_names;
  std::int32_t from = since_always;
  std::int32_t to = until_now;
  ActorKind kind = ActorKind::country;
  Gender gender = Gender::unknown;
  std::vector<RoleSource> roles;
};

struct AgentSource {
  std::string agent, plural, sector, office, code;
  std::vector<std::string> other_sectors;
  bool collective = false;
  bool general = false;
  bool relational = false;
  bool in_names = false;
  bool needs_owner = false;
  Gender gender = Gender::unknown;
};

struct LexiconSource {
  std::vector<ActorSource> actors;
  std::vector<AgentSource> agents;
};

/// Reads every YAML file below `lexicon_dir`/actors and /agents, in the order of their paths. The first mistake ends it: error
/// `malformed` for what is no YAML, an unknown key, kind or sector, a missing name or code, a date that is none; `not_found` without the folders.
Result<LexiconSource> read_lexicon_files(const std::string& lexicon_dir);

}  // namespace attache::knowledge
