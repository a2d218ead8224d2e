#include "coding/roles.h"

#include <algorithm>

namespace attache::coding {
namespace {

bool is_nominal_dependent(Relation relation) {
  switch (relation) {
    case Relation::obl: case Relation::obl_agent: case Relation::nmod: case Relation::nmod_desc: case Relation::advmod: case Relation::advcl: case Relation::acl: return true;
    default: return false;
  }
}

bool contains(const std::vector<Index>& list, Index token) { return std::find(list.begin(), list.end(), token) != list.end(); }

}  // namespace

RoleFound RoleFinder::find(const RoleSources& sources, const std::vector<Index>& anchors, KindMask wanted, const Participants& taken, const Draft* inner) const {
  for (const auto& source : sources) {
    Participants who = find_at(source, anchors, wanted, taken, inner);
    if (who.empty() || same_party(who, taken)) continue;
    return {std::move(who), source.name};
  }
  return {};
}

Participants RoleFinder::find_at(const RoleSource& source, const std::vector<Index>& anchors, KindMask wanted, const Participants& taken, const Draft* inner) const {
  const Tree& tree = view_.tree();
  const Index head = anchors.front();
  switch (source.place) {
    case RolePlace::subject: return finder_.at(tree.logical_subject(head), wanted, taken);
    case RolePlace::object: {
      const Index object = tree.logical_object(head);
      // The trigger's own noun is nobody; whoever owns it is meant: "violated *Finnish* airspace".
      if (object != none && contains(anchors, object)) return owner_of(object, wanted, taken);
      return finder_.at(object, wanted, taken);
    }
    case RolePlace::indirect: return finder_.at(tree.indirect_object(head), wanted, taken);
    case RolePlace::clause: {
      const Index clause = tree.child(head, {Relation::ccomp, Relation::xcomp, Relation::advcl});
      return clause == none ? Participants{} : finder_.at(tree.understood_subject(clause), wanted, taken);
    }
    case RolePlace::possessor: {
      for (const Index anchor : anchors) {
        if (auto who = possessor(anchor, wanted, taken); !who.empty()) return who;
      }
      return {};
    }
    case RolePlace::modifier: {
      for (const Index anchor : anchors) {
        if (auto who = modifier(anchor, wanted, taken); !who.empty()) return who;
      }
      return {};
    }
    case RolePlace::head: {
      const Relation relation = tree.relation(head);
      if (relation == Relation::amod || relation == Relation::acl || relation == Relation::acl_relcl) return finder_.at(tree.governor(head), wanted, taken);
      return finder_.at(tree.understood_subject(head), wanted, taken);
    }
    case RolePlace::preposition: return by_preposition(source.preposition, anchors, wanted, taken);
    case RolePlace::inner_actor:
    case RolePlace::inner_recipient: {
      if (!inner) return {};
      Participants who = source.place == RolePlace::inner_actor ? inner->actor : inner->recipient;
      std::erase_if(who, [&](const Participant& participant) { return !ParticipantFinder::fits(participant, wanted, taken); });
      return who;
    }
  }
  return {};
}

Participants RoleFinder::by_preposition(const std::vector<WordId>& preposition, const std::vector<Index>& anchors, KindMask wanted, const Participants& taken) const {
  const Tree& tree = view_.tree();
  const auto below = [&](Index anchor) -> Participants {
    for (const Index child : tree.children(anchor)) {
      if (contains(anchors, child) && view_.is_word(child, preposition.front())) continue;
      if (!is_nominal_dependent(tree.relation(child)) || !view_.has_preposition(child, preposition)) continue;
      if (auto who = finder_.at(child, wanted, taken); !who.empty() && !same_party(who, taken)) return who;
    }
    return {};
  };
  for (const Index anchor : anchors) {
    if (auto who = below(anchor); !who.empty()) return who;
  }
  // A parser may hang the phrase on the object: "signed [a deal with Chad]".
  const Index object = tree.logical_object(anchors.front());
  if (object != none && !contains(anchors, object)) {
    if (auto who = below(object); !who.empty()) return who;
  }
  return {};
}

Participants RoleFinder::possessor(Index noun, KindMask wanted, const Participants& taken) const {
  const Index owner = view_.tree().child(noun, Relation::nmod_poss);
  return owner == none ? Participants{} : finder_.at(owner, wanted, taken);
}

Participants RoleFinder::modifier(Index noun, KindMask wanted, const Participants& taken) const {
  const Tree& tree = view_.tree();
  for (const Index child : tree.children(noun)) {
    switch (tree.relation(child)) {
      case Relation::compound: case Relation::amod: case Relation::nmod_desc: case Relation::nmod: {
        if (child > noun) break;
        if (auto who = finder_.at(child, wanted, taken); !who.empty() && !same_party(who, taken)) return who;
        break;
      }
      default: break;
    }
  }
  return {};
}

Participants RoleFinder::owner_of(Index noun, KindMask wanted, const Participants& taken) const {
  if (auto who = possessor(noun, wanted, taken); !who.empty()) return who;
  if (auto who = modifier(noun, wanted, taken); !who.empty()) return who;
  const Tree& tree = view_.tree();
  for (const Index child : tree.children(noun)) {
    if (tree.relation(child) != Relation::nmod || child < noun) continue;
    if (auto who = finder_.at(child, wanted, taken); !who.empty() && !same_party(who, taken)) return who;
  }
  return {};
}

}  // namespace attache::coding
