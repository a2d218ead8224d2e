// The values that several kinds of entry share: what an event is, where participants stand, what they must be, how real it is.
#include "coding/frame_reader.h"

#include <algorithm>
#include <array>

namespace attache::coding {
namespace {

struct NamedPlace {
  std::string_view name;
  RolePlace place;
};
constexpr std::array<NamedPlace, 9> role_places = {{{"subject", RolePlace::subject},
                                                    {"object", RolePlace::object},
                                                    {"indirect", RolePlace::indirect},
                                                    {"clause", RolePlace::clause},
                                                    {"possessor", RolePlace::possessor},
                                                    {"modifier", RolePlace::modifier},
                                                    {"head", RolePlace::head},
                                                    {"inner_actor", RolePlace::inner_actor},
                                                    {"inner_recipient", RolePlace::inner_recipient}}};

struct NamedKind {
  std::string_view name;
  Kind kind;
};
constexpr std::array<NamedKind, 9> kinds = {{{"any", Kind::any},
                                             {"known", Kind::known},
                                             {"person", Kind::person},
                                             {"state", Kind::state},
                                             {"organised", Kind::organised},
                                             {"armed", Kind::armed},
                                             {"official", Kind::official},
                                             {"foreign", Kind::foreign},
                                             {"place", Kind::place}}};

struct NamedMood {
  std::string_view name;
  Mood mood;
};
constexpr std::array<NamedMood, 4> moods = {{{"negation", Mood::negation}, {"future", Mood::future}, {"hypothetical", Mood::hypothetical}, {"historical", Mood::historical}}};

/// Bits of the types with one of the quad classes.
std::uint32_t types_of_quads(const Ontology& ontology, std::initializer_list<int> quads) {
  std::uint32_t mask = 0;
  for (std::size_t i = 0; i < event_type_count; ++i) {
    const int quad = ontology.type(static_cast<EventType>(i)).quad;
    if (std::find(quads.begin(), quads.end(), quad) != quads.end()) mask |= 1u << i;
  }
  return mask;
}

}  // namespace

EventKind FrameReader::read_kind(const YAML::Node& node, const YAML::Node& defaults, bool must_have_type) const {
  const auto value = [&](const char* key) {
    const YAML::Node own = node[key];
    if (own.IsDefined()) return string_or(own, "");
    // A frame of another type than its file's does not inherit the file's mode and code.
    const bool other_type = node["type"].IsDefined() && std::string_view(key) != "type";
    return defaults.IsDefined() && defaults.IsMap() && !other_type ? string_or(defaults[key], "") : std::string{};
  };
  EventKind kind;
  kind.type = event_type_from(value("type"));
  if (kind.type == EventType::none) {
    if (must_have_type) fail(node, "no PLOVER type \"" + value("type") + "\"");
    return kind;
  }
  const auto known_mode = [&](const std::string& name) {
    const ModeInfo* mode = lexicon_.ontology_.mode(kind.type, name);
    if (!mode) fail(node, value("type") + " has no mode \"" + name + "\"");
    return mode->name;
  };
  if (node["mode"].IsDefined() && node["mode"].IsSequence()) {
    for (const auto& name : strings(node["mode"])) (kind.mode.empty() ? kind.mode : kind.further_modes.emplace_back()) = known_mode(name);
  } else if (const std::string mode = value("mode"); !mode.empty()) {
    kind.mode = known_mode(mode);
  }
  kind.cameo = value("cameo");
  if (kind.cameo.empty()) kind.cameo = lexicon_.ontology_.cameo_for(kind.type, kind.mode);
  if (!lexicon_.ontology_.cameo(kind.cameo)) fail(node, "no CAMEO code \"" + kind.cameo + "\"");
  kind.contexts = strings(node["contexts"]);
  if (kind.contexts.empty() && defaults.IsDefined() && defaults.IsMap()) kind.contexts = strings(defaults["contexts"]);
  for (const auto& context : kind.contexts) {
    const auto& contexts = lexicon_.ontology_.contexts();
    if (std::find(contexts.begin(), contexts.end(), context) == contexts.end()) fail(node["contexts"], "no PLOVER context \"" + context + "\"");
  }
  // A frame that names a CAMEO code means what the crosswalk says it is about, but for what the type's general code says of all of them.
  if (node["frame"].IsDefined() && node["cameo"].IsDefined()) {
    const auto in = [](const std::vector<std::string>& list, const std::string& context) { return std::find(list.begin(), list.end(), context) != list.end(); };
    const CameoInfo& general = *lexicon_.ontology_.cameo(lexicon_.ontology_.cameo_for(kind.type, kind.mode));
    for (const auto& context : lexicon_.ontology_.cameo(kind.cameo)->contexts) {
      if (!in(general.contexts, context) && !in(kind.contexts, context)) kind.contexts.push_back(context);
    }
  }
  return kind;
}

RoleSources FrameReader::read_sources(const YAML::Node& node) {
  RoleSources sources;
  for (const auto& name : strings(node)) {
    RoleSource source;
    source.name = name;
    const auto place = std::find_if(role_places.begin(), role_places.end(), [&](const NamedPlace& known) { return known.name == name; });
    if (place != role_places.end()) {
      source.place = place->place;
    } else {
      source.place = RolePlace::preposition;
      source.preposition = read_phrase(name);
    }
    sources.push_back(std::move(source));
  }
  return sources;
}

KindMask FrameReader::read_kinds(const YAML::Node& node) const {
  KindMask mask = 0;
  for (const auto& name : strings(node)) {
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const NamedKind& kind) { return kind.name == name; });
    if (found == kinds.end()) fail(node, "unknown kind of participant \"" + name + "\"");
    mask |= static_cast<KindMask>(found->kind);
  }
  return mask;
}

MoodMask FrameReader::read_moods(const YAML::Node& node) const {
  MoodMask mask = 0;
  for (const auto& name : strings(node)) {
    const auto found = std::find_if(moods.begin(), moods.end(), [&](const NamedMood& mood) { return mood.name == name; });
    if (found == moods.end()) fail(node, "modality is negation, future, hypothetical or historical, not \"" + name + "\"");
    mask |= bit(found->mood);
  }
  return mask;
}

std::uint32_t FrameReader::read_types(const YAML::Node& node, std::vector<std::string>* modes) const {
  std::uint32_t mask = 0;
  for (const auto& name : strings(node)) {
    if (name == "any") {
      mask |= (1u << event_type_count) - 1;
    } else if (name == "cooperation") {
      mask |= types_of_quads(lexicon_.ontology_, {1, 2});
    } else if (name == "conflict") {
      mask |= types_of_quads(lexicon_.ontology_, {3, 4});
    } else if (name == "verbal") {
      mask |= types_of_quads(lexicon_.ontology_, {1, 3});
    } else if (name == "material") {
      mask |= types_of_quads(lexicon_.ontology_, {2, 4});
    } else {
      const auto slash = name.find('/');
      const EventType type = event_type_from(name.substr(0, slash));
      if (type == EventType::none) fail(node, "no PLOVER type \"" + name + "\"");
      mask |= 1u << static_cast<unsigned>(type);
      if (slash != std::string::npos) {
        if (!modes) fail(node, "no mode may stand here");
        modes->push_back(name.substr(slash + 1));
      }
    }
  }
  if (mask == 0) fail(node, "no type");
  return mask;
}

std::vector<Cue> FrameReader::read_cues(const YAML::Node& node) {
  std::vector<Cue> cues;
  for (const auto& pair : node) {
    const YAML::Node key = pair.first;
    const MoodMask mask = read_moods(key);
    for (const WordId word : read_word_list(pair.second)) cues.push_back({word, mask});
  }
  return cues;
}

}  // namespace attache::coding
