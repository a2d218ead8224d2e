#include "coding/event_notation.h"
#include "coding/lint.h"

#include <set>

namespace attache::coding {

void lint_examples(const FrameLexicon& lexicon, const std::vector<FrameExample>& examples, const std::string& folder, std::vector<Error>& findings) {
  std::set<std::string> shown;
  for (const auto& example : examples) {
    if (!example.events.empty()) shown.insert(example.entry);
    for (const auto& text : example.events) {
      const auto event = parse_expected_event(text);
      if (!event) {
        findings.push_back(finding(example.file, example.line, "`" + text + "` is not of the form TYPE/mode ACTOR > RECIPIENT, modality"));
        continue;
      }
      const EventType type = event_type_from(event->type);
      if (type == EventType::none) {
        findings.push_back(finding(example.file, example.line, "no PLOVER type " + event->type));
      } else if (!event->mode.empty() && !lexicon.ontology().mode(type, event->mode)) {
        findings.push_back(finding(example.file, example.line, event->type + " has no mode " + event->mode));
      }
    }
  }
  for (const auto& frame : lexicon.frames()) {
    if (!shown.contains(frame.name)) findings.push_back(finding(path_of(folder, frame), frame.line, "frame " + frame.name + " has no example with an event"));
  }
}

}  // namespace attache::coding
