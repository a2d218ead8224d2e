#include "knowledge/actors/belongings.h"

#include "knowledge/actors/noun_phrases.h"

#include <algorithm>

namespace attache::knowledge {

Code nation_code(const ActorLexicon& lexicon, const Atom& nation) {
  if (nation.kind == AtomKind::place || !nation.use) return nation.place_code;
  return lexicon.actor(nation.use->target).code;
}

Code nation_sector(const ActorLexicon& lexicon, const Atom& nation) {
  if (nation.kind == AtomKind::place || !nation.use) return {};
  const ActorRecord& actor = lexicon.actor(nation.use->target);
  return actor.kind == ActorKind::special ? actor.sector : Code{};
}

Belonging nation_as_owner(const ActorLexicon& lexicon, const Tree& tree, const Atom& nation) {
  Belonging owner;
  owner.code = nation_code(lexicon, nation);
  owner.sector = nation_sector(lexicon, nation);
  owner.words = words_of(tree, nation.first, nation.last);
  owner.entry = nation.use && nation.kind != AtomKind::capital ? std::string(lexicon.text(lexicon.actor(nation.use->target).name)) : owner.words;
  owner.nation = true;
  owner.last = nation.last;
  return owner;
}

std::vector<const Belonging*> chosen_owners(std::span<const Belonging> all) {
  std::vector<const Belonging*> chosen;
  const auto take = [&](auto fits) {
    for (const Belonging& b : all) {
      if (b.code.empty() || !fits(b.link)) continue;
      if (!chosen.empty() && !(b.coordinated && chosen.front()->coordinated)) continue;
      const bool known = std::any_of(chosen.begin(), chosen.end(), [&](const Belonging* other) { return other->code == b.code; });
      if (!known) chosen.push_back(&b);
    }
  };
  take([](Link link) { return link == Link::possessive || link == Link::before; });
  for (const Link behind : {Link::of, Link::from, Link::in}) {
    if (chosen.empty()) take([behind](Link link) { return link == behind; });
  }
  return chosen;
}

}  // namespace attache::knowledge
