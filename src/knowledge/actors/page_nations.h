#pragma once
/// Which state a page speaks of, as far as names say that only one state bears: what decides between namesakes such as Georgia and Congo.

#include "knowledge/actors/actor_records.h"

#include <attache/mention.h>

#include <map>
#include <span>
#include <string_view>

namespace attache::knowledge {

struct AtomContext;
struct SentenceNames;

class PageNations {
 public:
  /// Counts a sentence's names of states, regions, peoples and seats, and its places, but for those that several states have.
  void count(const AtomContext& context, const SentenceNames& names, std::span<const PlaceMention> places);

  /// How much, 0–30, speaks for an actor of kind country, region or special against its namesakes. Only other regions and places of its state
  /// speak for a region: "Georgia" beside "Texas" lies in America, beside "U.S. diplomats" it need not.
  int speaks_for(const ActorRecord& actor) const;

 private:
  std::map<std::string_view, int> all_, within_;
};

/// True when the uses name lands of several states.
bool are_namesakes(const AtomContext& context, std::span<const Use> uses);

}  // namespace attache::knowledge
