#pragma once
/// The YAML of lexicon/actors and lexicon/agents as read, every mistake with file and line.

#include "knowledge/actors/actor_records.h"

#include <attache/error.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attache::knowledge {

/// Where an entry stands.
struct SourcePlace {
  std::string file;
  std::uint64_t line = 0;
};

struct RoleSource {
  SourcePlace place;
  std::string office, organisation, code, sector;
  std::vector<std::string> other_sectors;
  std::int32_t from = since_always;
  std::int32_t to = until_now;
};

/// Days, first and last.
struct Stretch {
  std::int32_t from = since_always;
  std::int32_t to = until_now;
};

struct ActorSource {
  SourcePlace place;
  std::string name, id, code, iso, sector, capital, surname, order, led_by;
  std::vector<std::string> other_sectors, names, demonyms, people, metonyms, short_names, called;
  std::int32_t from = since_always;
  std::int32_t to = until_now;
  ActorKind kind = ActorKind::country;
  Gender gender = Gender::unknown;
  std::int32_t sovereign_since = since_always;  ///< Of a country: the day from which it had a head of its own to be known.
  std::vector<Stretch> vacant;                  ///< Of a country: when nobody was its head of state, or several together were.
  bool draft = false;  ///< Its `code` is still to be filled in: read, but nobody yet.
  std::vector<RoleSource> roles;
};

struct AgentSource {
  SourcePlace place;
  std::string agent, plural, sector, office, code;
  std::vector<std::string> other_sectors;
  bool collective = false;
  bool general = false;
  bool relational = false;
  bool in_names = false;
  bool needs_owner = false;
  bool of_body = false;
  bool head = false;
  Gender gender = Gender::unknown;
};

/// What is known of an office, whoever holds it.
struct OfficeSource {
  SourcePlace place;
  std::string office;
  std::uint16_t traits = 0;  ///< Bits of `OfficeTrait`.
};

struct LexiconSource {
  std::vector<ActorSource> actors;
  std::vector<AgentSource> agents;
  std::vector<OfficeSource> offices;  ///< Which weigh most first.
};

/// A YAML file of actors or agents.
struct LexiconFile {
  std::string path;      ///< For messages, as the user named the folder.
  std::string name;      ///< Below the lexicon's folder: `actors/people/asia.yaml`.
  std::string text;

  bool has_offices() const { return name == "agents/offices.yaml"; }
  bool has_agents() const { return name.starts_with("agents/") && !has_offices(); }
};

/// The files below `folder`/actors and /agents, in the order of their paths. Error `not_found` when there is neither folder.
Result<std::vector<LexiconFile>> collect_lexicon_files(const std::string& folder);

/// Their entries, in order. The first mistake ends it: error `malformed` for what is no YAML, an unknown key, kind or sector, a missing name
/// or code, a date that is none.
Result<LexiconSource> parse_lexicon_files(std::span<const LexiconFile> files);

/// Files as one text, and back, so that a compiled lexicon can carry its source along.
std::string pack_lexicon_files(std::span<const LexiconFile> files);
std::vector<LexiconFile> unpack_lexicon_files(std::string_view packed);

/// Reads every YAML file below `lexicon_dir`/actors and /agents. Errors as above.
Result<LexiconSource> read_lexicon_files(const std::string& lexicon_dir);

}  // namespace attache::knowledge
