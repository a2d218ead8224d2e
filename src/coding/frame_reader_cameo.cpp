// lexicon/composition/third_level.yaml: CAMEO's third level, and which words ask rather than demand.
#include "coding/frame_reader.h"

#include <algorithm>

namespace attache::coding {

void FrameReader::read_cameo_detail(const std::string& path) {
  const YAML::Node root = load(path);
  check_keys(root, {"families", "shifts", "appeals"});
  const auto known_code = [&](const YAML::Node& node, const std::string& code) {
    if (!lexicon_.ontology_.cameo(code)) fail(node, "no CAMEO code \"" + code + "\"");
    return code;
  };
  CameoDetail detail;
  for (const auto& node : root["families"]) {
    check_keys(node, {"family", "bases", "kinds"});
    DetailFamily family;
    family.name = string_or(node["family"], "");
    for (const auto& base : strings(node["bases"])) family.bases.push_back(known_code(node["bases"], base));
    for (const auto& entry : node["kinds"]) {
      check_keys(entry, {"digit", "deeds", "words"});
      DetailKind kind;
      kind.digit = string_or(entry["digit"], "");
      const bool divides = std::any_of(family.bases.begin(), family.bases.end(), [&](const std::string& base) { return lexicon_.ontology_.cameo(base + kind.digit) != nullptr; });
      if (!divides) fail(entry, "no base has a CAMEO code with the digit \"" + kind.digit + "\"");
      for (const auto& deed : strings(entry["deeds"])) kind.deeds.push_back(known_code(entry["deeds"], deed));
      kind.words = read_word_list(entry["words"]);
      family.kinds.push_back(std::move(kind));
    }
    detail.families.push_back(std::move(family));
  }
  for (const auto& node : root["shifts"]) {
    check_keys(node, {"base", "deed", "becomes"});
    detail.shifts.push_back({known_code(node, string_or(node["base"], "")), known_code(node, string_or(node["deed"], "")), known_code(node, string_or(node["becomes"], ""))});
  }
  if (const YAML::Node appeals = root["appeals"]; appeals.IsDefined()) {
    check_keys(appeals, {"demand", "appeal", "words"});
    detail.demand = known_code(appeals, string_or(appeals["demand"], ""));
    detail.appeal = known_code(appeals, string_or(appeals["appeal"], ""));
    detail.appealing = read_word_list(appeals["words"]);
  }
  lexicon_.cameo_detail_ = std::move(detail);
}

}  // namespace attache::coding
