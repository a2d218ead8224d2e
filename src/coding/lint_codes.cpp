#include "coding/lint.h"

#include <algorithm>

namespace attache::coding {
namespace {

/// Whether any CAMEO code stands for that type and mode: PLOVER has modes that CAMEO knows nothing of.
bool has_code(const Ontology& ontology, EventType type, const std::string& mode) {
  return std::any_of(ontology.cameo_codes().begin(), ontology.cameo_codes().end(), [&](const CameoInfo& info) { return info.type == type && info.mode == mode; });
}

/// What speaks against the code; empty when nothing does. Modes are not compared: CAMEO divides its events in other ways.
std::string contradiction(const Ontology& ontology, const EventKind& kind) {
  const CameoInfo* code = ontology.cameo(kind.cameo);
  if (!code || code->type == EventType::none || code->type == kind.type || !has_code(ontology, kind.type, kind.mode)) return {};
  return "CAMEO " + kind.cameo + " stands for " + std::string(name_of(code->type)) + ", not for " + std::string(name_of(kind.type));
}

}  // namespace

void lint_codes(const FrameLexicon& lexicon, const std::string& folder, std::vector<Error>& findings) {
  for (const auto& frame : lexicon.frames()) {
    if (auto why = contradiction(lexicon.ontology(), frame.kind); !why.empty())
      findings.push_back(finding(path_of(folder, frame), frame.line, "frame " + frame.name + ": " + why));
  }
  for (const auto& operation : lexicon.operators()) {
    for (const auto& outcome : operation.results) {
      if (outcome.effect != Outcome::Effect::give) continue;
      if (auto why = contradiction(lexicon.ontology(), outcome.give); !why.empty())
        findings.push_back(finding(path_of(folder, operation), operation.line, "operator " + operation.name + ": " + why));
    }
  }
}

}  // namespace attache::coding
