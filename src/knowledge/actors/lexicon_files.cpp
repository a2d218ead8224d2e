#include "knowledge/actors/lexicon_files.h"

#include <attache/date.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <map>
#include <optional>
#include <sstream>
#include <yaml-cpp/yaml.h>

namespace attache::knowledge {
namespace {

constexpr std::array<std::string_view, 25> sectors{"COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS",
                                                   "CRM", "CVL", "EDU", "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC"};

/// What only some states are called by; the rest are countries, nations and republics.
constexpr std::array<std::string_view, 4> nouns_of_states{"emirate", "island", "kingdom", "sultanate"};

/// A mistake in a file, thrown to the one place that turns it into an `Error`.
struct Mistake {
  YAML::Mark mark;
  std::string message;
};

[[noreturn]] void fail(const YAML::Node& node, std::string message) { throw Mistake{node.Mark(), std::move(message)}; }

std::string scalar(const YAML::Node& node, const char* key) {
  const YAML::Node value = node[key];
  if (!value || value.IsNull()) return {};
  if (!value.IsScalar()) fail(value, std::string("`") + key + "` must be one value");
  return value.Scalar();
}

std::vector<std::string> list(const YAML::Node& node, const char* key) {
  const YAML::Node value = node[key];
  std::vector<std::string> items;
  if (!value) return items;
  if (!value.IsSequence()) fail(value, std::string("`") + key + "` must be a list");
  for (const auto& item : value) {
    if (!item.IsScalar()) fail(item, std::string("`") + key + "` must be a list of words");
    items.push_back(item.Scalar());
  }
  return items;
}

bool flag(const YAML::Node& node, const char* key) {
  const std::string text = scalar(node, key);
  if (text.empty() || text == "false") return false;
  if (text != "true") fail(node[key], std::string("`") + key + "` must be true or false");
  return true;
}

void allow_keys(const YAML::Node& node, std::initializer_list<std::string_view> keys) {
  for (const auto& pair : node) {
    const std::string& key = pair.first.Scalar();
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) fail(pair.first, "unknown key `" + key + "`");
  }
}

/// `1990`, `1990-12` or `1990-12-03` as a day; the last day of a year or month when `end`.
std::int32_t date(const YAML::Node& node, const char* key, std::int32_t otherwise, bool end) {
  using namespace std::chrono;
  const std::string text = scalar(node, key);
  if (text.empty()) return otherwise;
  std::optional<Day> day;
  if (text.size() == 10) day = day_from_iso(text);
  if (text.size() == 7) {
    day = day_from_iso(text + "-01");
    if (day && end) {
      const year_month_day parts{*day};
      day = sys_days{parts.year() / parts.month() / last};
    }
  }
  if (text.size() == 4) day = day_from_iso(text + (end ? "-12-31" : "-01-01"));
  if (!day) fail(node[key], "`" + text + "` is no date; write 1990, 1990-12 or 1990-12-03");
  return static_cast<std::int32_t>(day->time_since_epoch().count());
}

std::string sector(const YAML::Node& node) {
  std::string text = scalar(node, "sector");
  if (!text.empty() && std::find(sectors.begin(), sectors.end(), text) == sectors.end()) fail(node["sector"], "unknown sector `" + text + "`");
  return text;
}

std::vector<std::string> other_sectors(const YAML::Node& node) {
  auto others = list(node, "other_sectors");
  for (const auto& text : others) {
    if (std::find(sectors.begin(), sectors.end(), text) == sectors.end()) fail(node["other_sectors"], "unknown sector `" + text + "`");
  }
  return others;
}

std::string country_code(const YAML::Node& node, const char* key = "code") {
  std::string text = scalar(node, key);
  const bool fits = text.empty() || (text.size() == 3 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; }));
  if (!fits) fail(node[key], "`" + text + "` is no code of three capitals");
  return text;
}

Gender gender(const YAML::Node& node) {
  const std::string text = scalar(node, "gender");
  if (text.empty()) return Gender::unknown;
  if (text == "male") return Gender::male;
  if (text == "female") return Gender::female;
  fail(node["gender"], "`gender` must be male or female");
}

ActorKind kind(const YAML::Node& node) {
  static const std::map<std::string, ActorKind, std::less<>> kinds{
      {"country", ActorKind::country}, {"region", ActorKind::region}, {"special", ActorKind::special}, {"organisation", ActorKind::organisation},
      {"group", ActorKind::group},     {"party", ActorKind::party},   {"company", ActorKind::company}, {"media", ActorKind::media},
      {"person", ActorKind::person}};
  const std::string text = scalar(node, "kind");
  const auto found = kinds.find(text);
  if (found == kinds.end()) fail(node["kind"] ? node["kind"] : node, text.empty() ? "no `kind`" : "unknown kind `" + text + "`");
  return found->second;
}

RoleSource read_role(const YAML::Node& node) {
  if (!node.IsMap()) fail(node, "a role must be a map");
  allow_keys(node, {"office", "code", "sector", "other_sectors", "from", "to", "acting", "organisation"});
  RoleSource role;
  role.office = scalar(node, "office");
  role.organisation = scalar(node, "organisation");
  role.code = country_code(node);
  role.sector = sector(node);
  role.other_sectors = other_sectors(node);
  role.from = date(node, "from", since_always, false);
  role.to = date(node, "to", until_now, true);
  if (role.from > role.to) fail(node, "the role ends before it begins");
  return role;
}

ActorSource read_actor(const YAML::Node& node) {
  if (!node.IsMap()) fail(node, "an actor must be a map");
  allow_keys(node, {"name", "kind", "code", "sector", "other_sectors", "id", "names", "demonyms", "people", "capital", "metonyms", "short_names", "from", "to", "order",
                    "surname", "gender", "born", "died", "led_by", "called", "iso", "sovereign_since", "vacant", "roles"});
  ActorSource actor;
  actor.name = scalar(node, "name");
  if (actor.name.empty()) fail(node, "no `name`");
  actor.kind = kind(node);
  actor.code = country_code(node);
  actor.sector = sector(node);
  actor.other_sectors = other_sectors(node);
  actor.id = scalar(node, "id");
  actor.iso = country_code(node, "iso");
  if (!actor.iso.empty() && actor.kind != ActorKind::region && actor.kind != ActorKind::special) fail(node["iso"], "only a region or special entity has an ISO code beside its `code`");
  actor.names = list(node, "names");
  actor.demonyms = list(node, "demonyms");
  actor.people = list(node, "people");
  actor.capital = scalar(node, "capital");
  actor.metonyms = list(node, "metonyms");
  actor.short_names = list(node, "short_names");
  actor.surname = scalar(node, "surname");
  actor.order = scalar(node, "order");
  actor.gender = gender(node);
  actor.led_by = scalar(node, "led_by");
  actor.called = list(node, "called");
  for (const auto& noun : actor.called) {
    if (std::find(nouns_of_states.begin(), nouns_of_states.end(), noun) == nouns_of_states.end()) fail(node["called"], "`" + noun + "` is no noun that only some states are called by");
  }
  if (actor.kind != ActorKind::country && !(actor.led_by.empty() && actor.called.empty())) fail(node, "only a country has `led_by` and `called`");
  actor.from = date(node, "from", since_always, false);
  actor.to = date(node, "to", until_now, true);
  actor.sovereign_since = date(node, "sovereign_since", since_always, false);
  if (const YAML::Node vacant = node["vacant"]) {
    if (!vacant.IsSequence()) fail(vacant, "`vacant` must be a list");
    for (const auto& stretch : vacant) {
      if (!stretch.IsMap()) fail(stretch, "what is in `vacant` must be a map");
      allow_keys(stretch, {"from", "to"});
      actor.vacant.push_back({date(stretch, "from", since_always, false), date(stretch, "to", until_now, true)});
    }
  }
  if (actor.kind != ActorKind::country && (actor.sovereign_since != since_always || !actor.vacant.empty())) fail(node, "only a country has `sovereign_since` and `vacant`");
  if (actor.from > actor.to) fail(node, "`" + actor.name + "` ends before it begins");
  if (const YAML::Node roles = node["roles"]) {
    if (!roles.IsSequence()) fail(roles, "`roles` must be a list");
    for (const auto& role : roles) {
      actor.roles.push_back(read_role(role));
      actor.roles.back().place.line = static_cast<std::uint64_t>(role.Mark().line) + 1;
    }
  }
  const bool has_code = !actor.code.empty() || std::any_of(actor.roles.begin(), actor.roles.end(), [](const RoleSource& role) { return !role.code.empty(); });
  actor.draft = !has_code && node["code"] && node["code"].IsNull();
  if (!has_code && !actor.draft) fail(node, "`" + actor.name + "` has no `code`");
  return actor;
}

AgentSource read_agent(const YAML::Node& node) {
  if (!node.IsMap()) fail(node, "an agent must be a map");
  allow_keys(node, {"agent", "plural", "sector", "other_sectors", "office", "code", "collective", "general", "relational", "in_names", "needs_owner", "of_body", "head", "gender"});
  AgentSource agent;
  agent.agent = scalar(node, "agent");
  if (agent.agent.empty()) fail(node, "no `agent`");
  agent.plural = scalar(node, "plural");
  agent.sector = sector(node);
  agent.other_sectors = other_sectors(node);
  agent.office = scalar(node, "office");
  agent.code = country_code(node);
  agent.collective = flag(node, "collective");
  agent.general = flag(node, "general");
  agent.relational = flag(node, "relational");
  agent.needs_owner = flag(node, "needs_owner");
  agent.in_names = flag(node, "in_names");
  agent.of_body = flag(node, "of_body");
  agent.head = flag(node, "head");
  agent.gender = gender(node);
  if (agent.sector.empty() && !agent.general && !agent.needs_owner) fail(node, "agent `" + agent.agent + "` has no `sector`");
  return agent;
}

OfficeSource read_office(const YAML::Node& node) {
  if (!node.IsMap()) fail(node, "an office must be a map");
  allow_keys(node, {"office", "holders", "of", "rules", "head_of", "of_note"});
  OfficeSource office;
  office.office = scalar(node, "office");
  if (office.office.empty()) fail(node, "no `office`");
  const auto add = [&](OfficeTrait trait) { office.traits |= static_cast<std::uint16_t>(trait); };
  const auto add_named = [&](const YAML::Node& at, const std::string& value, std::initializer_list<std::pair<std::string_view, OfficeTrait>> known) {
    const auto found = std::find_if(known.begin(), known.end(), [&](const auto& item) { return item.first == value; });
    if (found == known.end()) fail(at, "`" + value + "` says nothing of an office here");
    add(found->second);
  };
  if (node["holders"]) add_named(node["holders"], scalar(node, "holders"), {{"one", OfficeTrait::one_holder}, {"many", OfficeTrait::many_holders}});
  if (node["of"]) add_named(node["of"], scalar(node, "of"), {{"places", OfficeTrait::of_places}, {"services", OfficeTrait::of_services}});
  for (const auto& whose : list(node, "head_of")) {
    add_named(node["head_of"], whose, {{"state", OfficeTrait::heads_state}, {"government", OfficeTrait::heads_government}, {"bodies", OfficeTrait::heads_bodies}});
  }
  if (flag(node, "rules")) add(OfficeTrait::rules);
  if (flag(node, "of_note")) add(OfficeTrait::of_note);
  return office;
}

Error mistake_in(const std::string& path, const YAML::Mark& mark, std::string message) {
  Error error{ErrorKind::malformed, std::move(message), {path, {}, {}, {}}, ""};
  if (!mark.is_null()) error.place.line = static_cast<std::uint64_t>(mark.line) + 1;
  return error;
}

/// Adds the YAML files below `folder`/`part`; false when there is no such folder.
bool collect(const std::string& folder, const std::string& part, std::vector<LexiconFile>& files) {
  std::error_code trouble;
  const std::size_t first = files.size();
  for (std::filesystem::recursive_directory_iterator walk(std::filesystem::path(folder) / part, trouble), end; !trouble && walk != end; walk.increment(trouble)) {
    if (walk->path().extension() != ".yaml") continue;
    std::ifstream file(walk->path(), std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    const std::string path = walk->path().generic_string();
    files.push_back({path, part + path.substr(folder.size() + 1 + part.size()), std::move(text).str()});
  }
  std::sort(files.begin() + static_cast<std::ptrdiff_t>(first), files.end(), [](const LexiconFile& a, const LexiconFile& b) { return a.name < b.name; });
  return !trouble;
}

template <typename Entry>
std::optional<Error> parse_file(const LexiconFile& file, Entry (*read_entry)(const YAML::Node&), std::vector<Entry>& entries) {
  try {
    const YAML::Node list = YAML::Load(file.text);
    if (list.IsNull()) return {};
    if (!list.IsSequence()) return mistake_in(file.path, list.Mark(), "the file must be a list of entries");
    for (const auto& node : list) {
      entries.push_back(read_entry(node));
      entries.back().place = {file.path, static_cast<std::uint64_t>(node.Mark().line) + 1};
    }
  } catch (const Mistake& mistake) {
    return mistake_in(file.path, mistake.mark, mistake.message);
  } catch (const YAML::Exception& exception) {
    return mistake_in(file.path, exception.mark, exception.msg);
  }
  return {};
}

}  // namespace

Code code_from(std::string_view text) {
  Code code;
  std::copy_n(text.begin(), std::min(text.size(), code.letters.size()), code.letters.begin());
  return code;
}

Result<std::vector<LexiconFile>> collect_lexicon_files(const std::string& folder) {
  std::vector<LexiconFile> files;
  const bool actors = collect(folder, "actors", files);
  const bool agents = collect(folder, "agents", files);
  if (!actors && !agents) return tl::make_unexpected(Error{ErrorKind::not_found, "no folder `actors` or `agents` in it", {folder, {}, {}, {}}, ""});
  return files;
}

Result<LexiconSource> parse_lexicon_files(std::span<const LexiconFile> files) {
  LexiconSource source;
  for (const LexiconFile& file : files) {
    auto error = file.has_offices()  ? parse_file(file, read_office, source.offices)
                 : file.has_agents() ? parse_file(file, read_agent, source.agents)
                                     : parse_file(file, read_actor, source.actors);
    if (error) return tl::make_unexpected(std::move(*error));
  }
  return source;
}

std::string pack_lexicon_files(std::span<const LexiconFile> files) {
  std::string packed;
  for (const LexiconFile& file : files) packed += file.name + '\n' + std::to_string(file.text.size()) + '\n' + file.text;
  return packed;
}

std::vector<LexiconFile> unpack_lexicon_files(std::string_view packed) {
  std::vector<LexiconFile> files;
  while (!packed.empty()) {
    const std::size_t name_end = packed.find('\n');
    if (name_end == std::string_view::npos) break;
    const std::string name(packed.substr(0, name_end));
    packed.remove_prefix(name_end + 1);
    std::size_t size = 0;
    const auto number = std::from_chars(packed.data(), packed.data() + packed.size(), size);
    const auto digits = static_cast<std::size_t>(number.ptr - packed.data());
    if (number.ec != std::errc() || packed.size() < digits + 1 + size) break;
    files.push_back({name, name, std::string(packed.substr(digits + 1, size))});
    packed.remove_prefix(digits + 1 + size);
  }
  return files;
}

Result<LexiconSource> read_lexicon_files(const std::string& lexicon_dir) {
  const auto files = collect_lexicon_files(lexicon_dir);
  if (!files) return tl::make_unexpected(files.error());
  return parse_lexicon_files(*files);
}

}  // namespace attache::knowledge
