#pragma once
/// How far coded events agree with those that people read in the same texts.

#include "coding/scores/event_gold.h"

#include <attache/event.h>

#include <span>
#include <string>
#include <vector>

namespace attache::coding {

/// Hits of one kind of agreement.
struct EventTally {
  std::size_t right = 0;   ///< Expected events found.
  std::size_t wanted = 0;  ///< Expected events that are needed.
  std::size_t given = 0;   ///< Events of the coder that count: those that fit an event which need not be coded do not.

  double precision() const { return given > 0 ? static_cast<double>(right) / static_cast<double>(given) : 0; }
  double recall() const { return wanted > 0 ? static_cast<double>(right) / static_cast<double>(wanted) : 0; }
  double f1() const { return wanted + given > 0 ? 2.0 * static_cast<double>(right) / static_cast<double>(wanted + given) : 0; }
};

/// Which expected event each coded one is: `of_given[i]` is the number of the expected event, -1 for none. Every expected event is matched
/// once at most, first with events that agree in type and both sides, then, unless `whole_pair`, with those of its type. An event is looked
/// for in sentences that hold its `in` words.
std::vector<int> match_events(const GoldText& gold, std::span<const Event> given, bool whole_pair);

/// The scores as text: precision, recall and F1 of type and of type with both sides, with 95 % intervals from resampling the texts; each
/// field on its own among the events whose type agrees; the types one by one; and, for `worst` above 0, that many surplus events, most
/// confident first, and that many missed. `given` holds the events of each text, in the order of `gold`.
std::string event_score_table(std::span<const GoldText> gold, std::span<const std::vector<Event>> given, std::size_t worst);

}  // namespace attache::coding
