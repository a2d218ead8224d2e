#pragma once
/// An event on its way from trigger to record.

#include "coding/explanation.h"
#include "coding/matcher.h"
#include "coding/participants.h"

#include <string>
#include <vector>

namespace attache::coding {

/// What a trigger has become so far. `top` rises through light verbs and operators as they apply.
struct Draft {
  const Frame* frame = nullptr;
  const Trigger* trigger = nullptr;
  Match match;
  EventKind kind;
  std::string own_type;              ///< A type of the user's own that the classifier takes it for as well.
  Participants actor, recipient;
  MoodMask moods = 0;
  std::string cue;
  std::vector<Index> anchors;        ///< Trigger, its words and its light verbs: where participants, dates and places hang.
  std::vector<Index> outer;          ///< Operators that applied, innermost first.
  Index answers = none;              ///< The event that it followed.
  Index top = none;                  ///< The outermost token that belongs to the event.
  bool carried = false;              ///< A light verb says that it takes place.
  bool composed = false;             ///< An operator made another event of it.
  bool dropped = false;              ///< An operator removed it.
  bool proposed = false;             ///< No frame says it: the classifier proposes it (judgement/proposal.h).
  const Entity* source = nullptr;    ///< Who says so.
  float source_certainty = 1;
  std::string why_not;               ///< Set when it is not to be coded.
  FrameTrace trace;

  bool alive() const { return why_not.empty(); }
};

}  // namespace attache::coding
