#include "coding/ontology.h"

#include "coding/yaml_file.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>

namespace attache::coding {
namespace {

constexpr std::array<std::string_view, event_type_count> type_names = {
    "AGREE",   "CONSULT", "SUPPORT",  "CONCEDE", "COOPERATE", "AID",      "RETREAT", "REQUEST",
    "ACCUSE",  "REJECT",  "THREATEN", "PROTEST", "SANCTION",  "MOBILIZE", "COERCE",  "ASSAULT"};

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (true) {
    const auto end = text.find(separator);
    parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::optional<double> number(std::string_view text) {
  double value = 0;
  const auto [end, trouble] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (trouble != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

std::string_view name_of(EventType type) { return type == EventType::none ? std::string_view{} : type_names[static_cast<std::size_t>(type)]; }

EventType event_type_from(std::string_view name) {
  const auto found = std::find(type_names.begin(), type_names.end(), name);
  return found == type_names.end() ? EventType::none : static_cast<EventType>(found - type_names.begin());
}

std::string_view Ontology::canonical(std::string_view name) const {
  for (const auto& alias : aliases_) {
    if (alias.other == name) return alias.name;
  }
  return name;
}

const ModeInfo* Ontology::mode(EventType of, std::string_view name) const {
  if (of == EventType::none || name.empty()) return nullptr;
  const auto& modes = type(of).modes;
  auto found = std::find_if(modes.begin(), modes.end(), [&](const ModeInfo& mode) { return mode.name == name; });
  if (found == modes.end()) found = std::find_if(modes.begin(), modes.end(), [&](const ModeInfo& mode) { return mode.name == canonical(name); });
  return found == modes.end() ? nullptr : &*found;
}

std::string_view Ontology::context(std::string_view name) const {
  for (const std::string_view wanted : {name, canonical(name)}) {
    const auto found = std::find(contexts_.begin(), contexts_.end(), wanted);
    if (found != contexts_.end()) return *found;
  }
  return {};
}

double Ontology::score(EventType of, std::string_view name) const {
  const ModeInfo* found = mode(of, name);
  return found ? found->score : type(of).score;
}

const CameoInfo* Ontology::cameo(std::string_view code) const {
  const auto found = std::lower_bound(cameo_.begin(), cameo_.end(), code, [](const CameoInfo& info, std::string_view wanted) { return info.code < wanted; });
  return found == cameo_.end() || found->code != code ? nullptr : &*found;
}

std::optional<double> Ontology::goldstein(std::string_view code, GoldsteinTable table) const {
  const CameoInfo* info = cameo(code);
  if (!info) return std::nullopt;
  const auto& value = table == GoldsteinTable::icews ? info->goldstein : info->legacy;
  return value.empty() ? std::nullopt : std::optional<double>(value.front());
}

std::string_view Ontology::cameo_for(EventType of, std::string_view wanted) const {
  const CameoInfo* best = nullptr;
  const CameoInfo* of_type = nullptr;
  for (const auto& info : cameo_) {
    if (info.type != of) continue;
    if (!of_type || info.code.size() < of_type->code.size()) of_type = &info;
    if (info.mode == wanted && (!best || info.code.size() < best->code.size())) best = &info;
  }
  if (best) return best->code;
  return of_type ? std::string_view{of_type->code} : std::string_view{};
}

Result<Ontology> Ontology::read(const std::string& folder) {
  Ontology ontology;
  const std::string plover_file = folder + "/plover.yaml";
  auto plover = load_yaml(plover_file);
  if (!plover) return tl::make_unexpected(plover.error());
  try {
    ontology.types_.resize(event_type_count);
    std::array<bool, event_type_count> seen{};
    for (const auto& node : (*plover)["types"]) {
      const EventType type = event_type_from(string_or(node["type"], ""));
      if (type == EventType::none) return tl::make_unexpected(yaml_error(plover_file, node, "no PLOVER type of that name"));
      seen[static_cast<std::size_t>(type)] = true;
      TypeInfo& info = ontology.types_[static_cast<std::size_t>(type)];
      info.meaning = string_or(node["meaning"], "");
      info.quad = static_cast<std::uint8_t>(node["quad"].as<int>());
      info.score = node["score"].as<double>();
      info.requires_recipient = node["requires_recipient"].as<bool>(false);
      for (const auto& mode : node["modes"]) info.modes.push_back({mode.first.as<std::string>(), mode.second.as<double>()});
    }
    for (std::size_t i = 0; i < event_type_count; ++i) {
      if (!seen[i]) return tl::make_unexpected(Error{ErrorKind::malformed, "PLOVER type " + std::string(type_names[i]) + " is missing", {plover_file}, ""});
    }
    ontology.contexts_ = strings((*plover)["contexts"]);
    for (const auto& alias : (*plover)["aliases"]) ontology.aliases_.push_back({alias.first.as<std::string>(), alias.second.as<std::string>()});
  } catch (const YAML::Exception& exception) {
    Error error{ErrorKind::malformed, exception.msg, {plover_file}, ""};
    if (!exception.mark.is_null()) error.place.line = static_cast<std::uint64_t>(exception.mark.line) + 1;
    return tl::make_unexpected(error);
  }

  const std::string cameo_file = folder + "/cameo.tsv";
  std::ifstream lines(cameo_file);
  if (!lines) return tl::make_unexpected(Error{ErrorKind::not_found, "no such file", {cameo_file}, ""});
  std::string line;
  for (std::uint64_t row = 1; std::getline(lines, line); ++row) {
    if (line.empty() || line[0] == '#' || line.rfind("code\t", 0) == 0) continue;
    const auto wrong = [&](const std::string& message) {
      Error error{ErrorKind::malformed, message, {cameo_file}, ""};
      error.place.line = row;
      return tl::make_unexpected(error);
    };
    const auto columns = split(line, '\t');
    if (columns.size() != 7) return wrong("seven columns are wanted");
    CameoInfo info;
    info.code = columns[0];
    const auto quad = number(columns[1]);
    if (!quad || *quad < 1 || *quad > 4) return wrong("the quad class is 1 to 4");
    info.quad = static_cast<std::uint8_t>(*quad);
    if (const auto value = number(columns[2])) info.goldstein.push_back(*value);
    if (const auto value = number(columns[3])) info.legacy.push_back(*value);
    info.type = event_type_from(columns[4]);
    info.mode = columns[5];
    if (!columns[4].empty() && info.type == EventType::none) return wrong("no PLOVER type " + columns[4]);
    if (!info.mode.empty() && !ontology.mode(info.type, info.mode)) return wrong(columns[4] + " has no mode " + info.mode);
    for (auto& context : split(columns[6], ';')) {
      if (context.empty()) continue;
      if (std::find(ontology.contexts_.begin(), ontology.contexts_.end(), context) == ontology.contexts_.end()) return wrong("no context " + context);
      info.contexts.push_back(std::move(context));
    }
    ontology.cameo_.push_back(std::move(info));
  }
  std::sort(ontology.cameo_.begin(), ontology.cameo_.end(), [](const CameoInfo& a, const CameoInfo& b) { return a.code < b.code; });
  for (std::size_t i = 0; i < event_type_count; ++i) {
    if (ontology.cameo_for(static_cast<EventType>(i), "").empty())
      return tl::make_unexpected(Error{ErrorKind::malformed, "no code maps to " + std::string(type_names[i]), {cameo_file}, ""});
  }
  return ontology;
}

}  // namespace attache::coding
