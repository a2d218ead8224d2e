#pragma once
/// An event as the older data sets see it: one source acts on one target, in CAMEO's codes.

#include "outputs/cameo_actor.h"

#include <attache/report.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace attache::outputs {

/// One row of a data set of directed events.
struct DirectedEvent {
  const Entity* source = nullptr;  ///< Null when nobody is known.
  const Entity* target = nullptr;
  CameoActor source_code, target_code;
  std::string cameo;
  std::uint64_t number = 0;  ///< Below 2^53, from the event's id and the row's place among its rows: the same in every file.
};

/// The rows of an event that is known by `id`. Each actor is paired with each recipient. Of events done together (a meeting without host,
/// an agreement, two-sided fighting), which have everybody among the actors, each is paired with each other one. Consultations are told
/// once from either side, a visit made (042) as a visit hosted (043) from the host's, as these data sets have them.
std::vector<DirectedEvent> directed_events(const Event& event, std::string_view id);

/// Sources and targets without CAMEO's codes and without the second side of consultations: POLECAT's rows.
struct EntityPair {
  const Entity* source = nullptr;
  const Entity* target = nullptr;
};
std::vector<EntityPair> entity_pairs(const Event& event);

/// The number of the story that the report belongs to, below 2^53; of its document where no story is known.
std::uint64_t story_number(const Report& report);

/// CAMEO's first two digits; empty for what is no code.
std::string_view cameo_root(std::string_view code);

/// The quad class of a CAMEO code by its root, 1 to 4, as GDELT has it; 0 for what is no code. PLOVER's class of the same event can be
/// another.
int cameo_quad(std::string_view code);

}  // namespace attache::outputs
