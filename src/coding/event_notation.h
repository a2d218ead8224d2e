#pragma once
/// Events in one line, as people write them beside example sentences: `TYPE/mode ACTOR > RECIPIENT, modality`. lexicon/frames/README.md
/// explains the notation.

#include <attache/event.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace attache::coding {

/// The event as coded: every participant with its sector, the mode where it has one.
std::string notation(const Event& event);

/// A participant as expected; an empty sector matches any.
struct ExpectedParticipant {
  std::string code;    ///< Empty for nobody known, written `-`.
  std::string sector;
};

/// One side of an expected event. `anybody` is written `?`; nobody known, `-`, is met by an empty side and by one without codes.
struct ExpectedSide {
  bool anybody = false;
  std::vector<ExpectedParticipant> participants;
};

/// An event as an example expects it. An empty mode matches any.
struct ExpectedEvent {
  std::string type;
  std::string mode;
  ExpectedSide actor, recipient;
  Modality modality;
};

/// Nothing when the text is not in the notation. Types, modes and codes are not checked here.
std::optional<ExpectedEvent> parse_expected_event(std::string_view text);

/// Whether the event is the one expected; the order of participants does not matter.
bool fits(const ExpectedEvent& expected, const Event& event);

/// Whether each event is expected and each expected event is there.
bool same_events(const std::vector<ExpectedEvent>& expected, const std::vector<Event>& events);

}  // namespace attache::coding
