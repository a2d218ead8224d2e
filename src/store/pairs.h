#pragma once
/// An event's dyads: every actor with every recipient, each side by country code and sector.

#include <attache/event.h>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace attache::store {

/// One participant as panels know it; both empty for a side on which nobody stands.
struct Party {
  std::string_view code;
  std::string_view sector;
  auto operator<=>(const Party&) const = default;
};

/// The different parties of a side, in the record's order; one empty party where there is none.
inline std::vector<Party> parties_of(const std::vector<Entity>& side) {
  std::vector<Party> parties;
  for (const auto& entity : side) {
    const Party party{entity.code, entity.sector};
    if (std::find(parties.begin(), parties.end(), party) == parties.end()) parties.push_back(party);
  }
  if (parties.empty()) parties.emplace_back();
  return parties;
}

}  // namespace attache::store
