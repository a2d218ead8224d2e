#pragma once
/// What the coder tried and why an event was or was not coded, for `attache explain`.

#include "coding/evidence.h"

#include <cstdint>
#include <string>
#include <vector>

namespace attache::coding {

/// One place of a frame's roles and who was found there.
struct RoleTrace {
  std::string role;   ///< `actor` or `recipient`.
  std::string place;  ///< `subject`, `object`, `with`, `inner_actor` …; `-` when no place held anybody.
  std::string found;  ///< The words and the code: `Kenyan police (KEN COP)`; empty when nobody was found.
};

/// One trigger that was tried in a sentence.
struct FrameTrace {
  std::uint32_t sequence = 0;        ///< The sentence's number in the document.
  std::string frame;                 ///< The frame's name.
  std::string trigger;               ///< The words in the text.
  std::uint32_t token = 0;           ///< The trigger's head.
  std::string type;                  ///< What came out: `COERCE arrest`; empty when nothing was coded.
  std::vector<RoleTrace> roles;
  std::vector<std::string> steps;    ///< Rules in the order in which they fired.
  Evidence evidence;                 ///< What its confidence is computed from; empty when it is not coded.
  bool coded = false;
  std::string why_not;               ///< Empty when coded.
};

/// All that was tried in a document, in reading order.
struct Explanation {
  std::vector<FrameTrace> frames;
};

}  // namespace attache::coding
