#pragma once
/// Who did what so far on the page, for events that are only named again: "*the attack* was condemned", "welcomed *the release*".

#include "coding/frame.h"
#include "coding/participants.h"

#include <string>
#include <utility>
#include <vector>

namespace attache::coding {

/// One document's events. Participants point into its mentions and entity store and live as long as these.
class EventMemory {
 public:
  EventMemory() = default;
  /// `home`: the nation that the page is about; empty for none.
  explicit EventMemory(std::string home) : home_(std::move(home)) {}
  const std::string& home() const { return home_; }

  /// The event is told with these actors; nobody changes nothing.
  void remember(const Frame& frame, const Participants& actor) {
    if (!actor.empty()) told_.push_back({&frame, actor});
  }

  /// The actors of the latest event of that frame, else of its type; nobody when none was told, or when events of several countries' or groups' were.
  const Participants* actors_of(const Frame& frame) const {
    const Participants* of_frame = nullptr;
    const Participants* of_type = nullptr;
    for (auto told = told_.rbegin(); told != told_.rend(); ++told) {
      if (told->frame->kind.type != frame.kind.type || told->actor.front().entity->code.empty()) continue;
      if (of_type && of_type->front().entity->code != told->actor.front().entity->code) return nullptr;
      if (!of_type) of_type = &told->actor;
      if (!of_frame && told->frame == &frame) of_frame = &told->actor;
    }
    return of_frame ? of_frame : of_type;
  }

 private:
  struct Told {
    const Frame* frame;
    Participants actor;
  };
  std::string home_;
  std::vector<Told> told_;
};

}  // namespace attache::coding
