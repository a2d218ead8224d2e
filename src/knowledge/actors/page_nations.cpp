#include "knowledge/actors/page_nations.h"

#include "knowledge/actors/atoms.h"
#include "knowledge/actors/name_matcher.h"

#include <algorithm>

namespace attache::knowledge {
namespace {

/// What one name weighs beside the ranks that otherwise choose: one more region outweighs that a state is likelier than a region. And how many names count.
constexpr int weight = 4, region_weight = 10, most_names = 3;

bool is_land(const ActorRecord& actor) {
  return actor.kind == ActorKind::country || actor.kind == ActorKind::region || actor.kind == ActorKind::special;
}

}  // namespace

bool are_namesakes(const AtomContext& context, std::span<const Use> uses) {
  if (uses.size() < 2) return false;
  const ActorRecord* first = nullptr;
  for (const Use& use : uses) {
    if (use.kind != UseKind::name && use.kind != UseKind::demonym) continue;
    const ActorRecord& actor = context.lexicon->actor(use.target);
    if (!is_land(actor)) continue;
    if (first && !(first->code == actor.code)) return true;
    first = &actor;
  }
  return false;
}

void PageNations::count(const AtomContext& context, const SentenceNames& names, std::span<const PlaceMention> places) {
  const std::vector<Atom>& atoms = names.atoms;
  for (const Atom& atom : atoms) {
    const bool nation = is_nation_like(atom.kind) || atom.kind == AtomKind::people;
    if (!nation || !atom.use || are_namesakes(context, atom.uses)) continue;
    const ActorRecord& actor = context.lexicon->actor(atom.use->target);
    ++all_[actor.code.view()];
    if (actor.kind == ActorKind::region) ++within_[actor.code.view()];
  }
  for (const PlaceMention& place : places) {
    const bool named = std::any_of(atoms.begin(), atoms.end(), [&](const Atom& atom) { return atom.first < place.last && place.first < atom.last; });
    if (named || place.location.country.empty()) continue;
    ++all_[place.location.country];
    ++within_[place.location.country];
  }
}

int PageNations::speaks_for(const ActorRecord& actor) const {
  if (!is_land(actor)) return 0;
  const bool region = actor.kind == ActorKind::region;
  const auto& names = region ? within_ : all_;
  const auto found = names.find(actor.code.view());
  return found == names.end() ? 0 : (region ? region_weight : weight) * std::min(found->second, most_names);
}

}  // namespace attache::knowledge
