#include "coding/roles.h"

#include "base/contains.h"

#include <algorithm>

namespace attache::coding {
namespace {

bool is_nominal_dependent(Relation relation) {
  switch (relation) {
    case Relation::obl: case Relation::obl_agent: case Relation::nmod: case Relation::nmod_desc: case Relation::advmod: case Relation::advcl: case Relation::acl: return true;
    default: return false;
  }
}

/// The same somebody, under whatever words.
bool is_among(const Participant& participant, const Participants& others) {
  return std::any_of(others.begin(), others.end(), [&](const Participant& other) {
    const Entity& a = *participant.entity;
    const Entity& b = *other.entity;
    return is_known(a) && a.code == b.code && a.sector == b.sector && a.identifier_text == b.identifier_text;
  });
}

bool is_countryman(const Participants& who, const Participants& others) {
  return std::any_of(who.begin(), who.end(), [&](const Participant& one) {
    return std::any_of(others.begin(), others.end(), [&](const Participant& other) { return !one.entity->code.empty() && one.entity->code == other.entity->code; });
  });
}

/// Only found inside phrases, and the other side's country itself.
bool only_belongs_to(const Participants& who, const Participants& taken) {
  return std::all_of(who.begin(), who.end(), [&](const Participant& participant) {
    return participant.inside && std::any_of(taken.begin(), taken.end(), [&](const Participant& other) {
             return !participant.entity->code.empty() && other.entity->code == participant.entity->code &&
                    (participant.entity->sector.empty() || participant.entity->sector == other.entity->sector);
           });
  });
}

}  // namespace

const Frame* RoleFinder::event_noun(Index token) const {
  if (!matches_) return nullptr;
  for (const Match& match : matches_->frames) {
    const Trigger& trigger = lexicon_.trigger(match.trigger);
    if (match.head() == token && trigger.word_class == WordClass::noun) return &lexicon_.frames()[trigger.index];
  }
  return nullptr;
}

bool RoleFinder::is_word_of_event(Index noun, Index word) const {
  return std::any_of(matches_->frames.begin(), matches_->frames.end(), [&](const Match& match) { return match.head() == noun && contains(match.words, word); });
}

Participants RoleFinder::who_at(Index token, const std::vector<Index>& anchors, KindMask wanted, const Participants& taken) const {
  if (token == none || contains(anchors, token)) return {};
  Participants who;
  if (const Frame* frame = view_.actor_mention(token) < 0 ? event_noun(token) : nullptr) {
    for (const RoleSource& source : frame->noun_actor) {
      who = find_at(source, {token}, wanted, taken, nullptr);
      if (!who.empty()) break;
    }
    // "Hit by *drone* strikes": the words that name the event are nobody who does it.
    std::erase_if(who, [&](const Participant& participant) { return is_word_of_event(token, participant.head); });
    if (who.empty()) who = told_before(token, *frame, wanted, taken);
    for (Participant& participant : who) participant.inside = true;
  } else {
    who = finder_.at(token, wanted, taken);
  }
  return who;
}

/// "The attack": who did it by what the page told before.
Participants RoleFinder::told_before(Index noun, const Frame& frame, KindMask wanted, const Participants& taken) const {
  constexpr float certainty_factor = 0.7f;
  const Index determiner = view_.tree().child(noun, Relation::det);
  if (determiner == none || (view_.token(determiner).lemma != "the" && view_.token(determiner).lemma != "this")) return {};
  const Participants* told = memory_->actors_of(frame);
  if (!told) return {};
  Participants who;
  for (const Participant& participant : *told) {
    who.push_back(finder_.meant_by(noun, participant));
    who.back().certainty *= certainty_factor;
  }
  std::erase_if(who, [&](const Participant& participant) { return !ParticipantFinder::fits(participant, wanted, taken); });
  return who;
}

/// The subject, with what a parser left beside it: "Indian and Chadian officials will meet", "*Chad*, Niger hold talks".
Participants RoleFinder::who_is_subject(Index head, const std::vector<Index>& anchors, KindMask wanted, const Participants& taken) const {
  const Tree& tree = view_.tree();
  Index subject = tree.logical_subject(head);
  // "Fired a rocket *in defiance of* …": whose deed it is, stands with the verb.
  const bool phrase = view_.token(head).upos == Upos::noun && tree.relation(head) == Relation::obl && tree.preposition(head).starts_with("in");
  if (subject == none && phrase) return who_at(tree.logical_subject(tree.governor(head)), anchors, wanted, taken);
  // "Iran issues warrants; *seeks* Interpol's aid": in a headline the subject is not said twice.
  if (subject == none && view_.sentence().kind == BlockKind::headline && tree.relation(head) == Relation::parataxis) return who_at(tree.logical_subject(tree.governor(head)), anchors, wanted, taken);
  Participants who = who_at(subject, anchors, wanted, taken);
  if (subject == none || tree.is_passive(head) || tree.governor(subject) != head) return who;
  for (const Index child : tree.children(head)) {
    const Relation relation = tree.relation(child);
    if (child >= head || child == subject || (relation != Relation::nsubj && relation != Relation::vocative && relation != Relation::dislocated)) continue;
    Participants more = who_at(child, anchors, wanted, taken);
    if (!same_party(more, who)) who.insert(child < subject ? who.begin() : who.end(), more.begin(), more.end());
  }
  return who;
}

RoleFound RoleFinder::phrase(const RoleSources& sources, const std::vector<Index>& anchors) const {
  const Tree& tree = view_.tree();
  const auto found_at = [&](Index token) { return token == none || contains(anchors, token) || view_.place_mention(token) >= 0 ? Participants{} : finder_.phrase_at(token); };
  for (const RoleSource& source : sources) {
    Participants who;
    switch (source.place) {
      case RolePlace::subject: who = found_at(tree.logical_subject(anchors.front())); break;
      case RolePlace::object: who = found_at(tree.logical_object(anchors.front())); break;
      case RolePlace::preposition:
        for (const Index anchor : anchors) {
          for (const Index child : tree.children(anchor)) {
            if (who.empty() && is_nominal_dependent(tree.relation(child)) && view_.has_preposition(child, source.preposition)) who = found_at(child);
          }
        }
        break;
      default: break;
    }
    if (!who.empty()) return {std::move(who), source.name};
  }
  return {};
}

RoleFound RoleFinder::find(const RoleSources& sources, const std::vector<Index>& anchors, KindMask wanted, const Participants& taken, const Draft* inner) const {
  RoleFound spare;
  for (const auto& source : sources) {
    Participants who = find_at(source, anchors, wanted, taken, inner);
    // "Urged *both sides*": one of them may be who urges.
    if (who.size() > 1) std::erase_if(who, [&](const Participant& participant) { return is_among(participant, taken); });
    if (who.empty() || same_party(who, taken)) continue;
    // "Demanded the release of *its* citizens": a demand goes to another.
    if (source.place == RolePlace::inner_recipient && is_countryman(who, taken)) continue;
    // "Sent *rescue teams* to Chad": the trigger's own words stand for somebody only when nobody else does, as in "summoned *the ambassador*".
    const bool own_words = std::any_of(who.begin(), who.end(), [&](const Participant& participant) { return contains(anchors, participant.head); });
    if (!own_words && !only_belongs_to(who, taken)) return {std::move(who), source.name};
    if (spare.who.empty()) spare = {std::move(who), source.name};
  }
  return spare;
}

Participants RoleFinder::find_at(const RoleSource& source, const std::vector<Index>& anchors, KindMask wanted, const Participants& taken, const Draft* inner) const {
  const Tree& tree = view_.tree();
  const Index head = anchors.front();
  switch (source.place) {
    case RolePlace::subject: return who_is_subject(head, anchors, wanted, taken);
    case RolePlace::object: {
      Index object = tree.logical_object(head);
      // "Warned *Chad* that …": whom parsers take for an indirect object is all the object there is.
      if (object == none && !tree.is_passive(head)) object = tree.indirect_object(head);
      // The trigger's own noun is nobody; whoever owns it is meant: "violated *Finnish* airspace".
      if (object != none && contains(anchors, object)) return view_.actor_mention(object) >= 0 ? finder_.at(object, wanted, taken) : owner_of(object, anchors, wanted, taken);
      return who_at(object, anchors, wanted, taken);
    }
    case RolePlace::indirect: return who_at(tree.indirect_object(head), anchors, wanted, taken);
    case RolePlace::clause: {
      const Index clause = tree.child(head, {Relation::ccomp, Relation::xcomp, Relation::advcl});
      return clause == none ? Participants{} : who_at(tree.understood_subject(clause), anchors, wanted, taken);
    }
    case RolePlace::possessor: {
      for (const Index anchor : anchors) {
        if (auto who = possessor(anchor, anchors, wanted, taken); !who.empty()) return who;
      }
      return {};
    }
    case RolePlace::modifier: {
      for (const Index anchor : anchors) {
        if (auto who = modifier(anchor, anchors, wanted, taken); !who.empty()) return who;
      }
      return {};
    }
    case RolePlace::head: {
      const Relation relation = tree.relation(head);
      if (relation == Relation::amod || relation == Relation::acl || relation == Relation::acl_relcl) return who_at(tree.governor(head), anchors, wanted, taken);
      return who_at(tree.understood_subject(head), anchors, wanted, taken);
    }
    case RolePlace::preposition: return by_preposition(source, anchors, wanted, taken);
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

Participants RoleFinder::by_preposition(const RoleSource& source, const std::vector<Index>& anchors, KindMask wanted, const Participants& taken) const {
  const std::vector<WordId>& preposition = source.preposition;
  const Tree& tree = view_.tree();
  const auto below = [&](Index anchor) -> Participants {
    for (const Index child : tree.children(anchor)) {
      if (view_.in_date(child) || (contains(anchors, child) && view_.is_word(child, preposition.front()))) continue;
      if (!is_nominal_dependent(tree.relation(child)) || !view_.has_preposition(child, preposition)) continue;
      // "Clashed with *police*": the trigger names them itself.
      // "Under pressure *from Chad* to leave": a parser may take Chad for who leaves.
      const Index doer = view_.token(child).xpos == "VB" ? tree.subject(child) : none;
      const Index named = doer != none && doer < child ? doer : child;
      auto who = contains(anchors, named) ? finder_.at(named, wanted, taken) : who_at(named, anchors, wanted, taken);
      if (!who.empty() && !same_party(who, taken)) return who;
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
  // Or on the phrase before it: "the visit of [the sultan to Iran]", "the withdrawal of [troops from Lebanon]". The first participant's own "of" and
  // "from" describe him: "talks with the president of France", "an attack by men from Chad".
  const std::string_view word = source.name;
  const bool leads_on = word == "to" || word == "by" || (!taken.empty() && (word == "from" || word == "with" || word == "against"));
  if (!leads_on || view_.token(anchors.front()).upos != Upos::noun) return {};
  for (const Index child : tree.children(anchors.front())) {
    if (tree.relation(child) != Relation::nmod || child < anchors.front()) continue;
    if (auto who = below(child); !who.empty()) return who;
  }
  return {};
}

Participants RoleFinder::possessor(Index noun, const std::vector<Index>& anchors, KindMask wanted, const Participants& taken) const {
  return who_at(view_.tree().child(noun, Relation::nmod_poss), anchors, wanted, taken);
}

Participants RoleFinder::modifier(Index noun, const std::vector<Index>& anchors, KindMask wanted, const Participants& taken) const {
  const Tree& tree = view_.tree();
  for (const Index child : tree.children(noun)) {
    switch (tree.relation(child)) {
      case Relation::compound: case Relation::amod: case Relation::nmod_desc: case Relation::nmod: {
        if (child > noun || view_.is_opposed(child)) break;
        auto who = who_at(child, anchors, wanted, taken);
        const bool known = std::any_of(who.begin(), who.end(), [](const Participant& participant) { return is_known(*participant.entity); });
        // "A *Kabul* bombing", "*Paris* protests": a town before violence or protest is where it was.
        const Frame* event = event_noun(noun);
        const bool where = event && (event->kind.type == EventType::assault || event->kind.type == EventType::protest) &&
                           std::all_of(who.begin(), who.end(), [](const Participant& participant) { return participant.entity->via == "capital"; });
        if (where) break;
        if (known && !same_party(who, taken)) return who;
        break;
      }
      default: break;
    }
  }
  return {};
}

Participants RoleFinder::owner_of(Index noun, const std::vector<Index>& anchors, KindMask wanted, const Participants& taken) const {
  Participants who = possessor(noun, anchors, wanted, taken);
  if (who.empty()) who = modifier(noun, anchors, wanted, taken);
  const Tree& tree = view_.tree();
  for (const Index child : tree.children(noun)) {
    if (!who.empty()) break;
    if (tree.relation(child) != Relation::nmod || child < noun || view_.in_date(child)) continue;
    who = who_at(child, anchors, wanted, taken);
    if (same_party(who, taken)) who.clear();
  }
  for (Participant& participant : who) participant.inside = true;
  return who;
}

}  // namespace attache::coding
