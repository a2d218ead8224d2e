#include "coding/open_roles.h"

#include "base/contains.h"

#include <algorithm>
#include <array>

namespace attache::coding {
namespace {

/// What being found this way leaves of the certainty.
constexpr float certainty_factor = 0.6f;
/// Farther candidates than this, in steps and costs, are nobody's.
constexpr float farthest = 6;
constexpr float impossible = 100;

bool is_listed(const RoleSources& sources, const SentenceView& view, Index token) {
  return std::any_of(sources.begin(), sources.end(), [&](const RoleSource& source) { return source.place == RolePlace::preposition && view.has_preposition(token, source.preposition); });
}

/// Events that happen to whoever lives where they happen.
bool strikes_a_place(EventType type) {
  switch (type) {
    case EventType::aid: case EventType::assault: case EventType::coerce: case EventType::sanction: return true;
    default: return false;
  }
}

/// Events with no need of another side: only a preposition that the frame lists leads to one.
bool stands_alone(EventType type) {
  switch (type) {
    case EventType::mobilize: case EventType::protest: case EventType::retreat: case EventType::consult: return true;
    default: return false;
  }
}

bool is_infinitive_or_gerund(const SentenceView& view, Index token) {
  const std::string_view tag = view.token(token).xpos;
  return (tag == "VB" || tag == "VBG") && view.tree().subject(token) == none;
}

/// The other side cannot be the same country again, unless one of both is somebody in particular.
bool is_same_country(const Participants& who, const Participants& taken) {
  return std::any_of(who.begin(), who.end(), [&](const Participant& one) {
    return std::any_of(taken.begin(), taken.end(), [&](const Participant& other) {
      if (one.entity->code.empty() || one.entity->code != other.entity->code) return false;
      return one.entity->sector == other.entity->sector || one.entity->sector.empty() || other.entity->sector.empty();
    });
  });
}

void make_less_certain(Participants& who) {
  for (Participant& participant : who) participant.certainty *= certainty_factor;
}

}  // namespace

bool OpenRoles::is_other_event(Index token, const Draft& draft) const {
  if (contains(draft.anchors, token)) return false;
  return std::any_of(matches_->frames.begin(), matches_->frames.end(), [&](const Match& match) { return match.head() == token; });
}

bool OpenRoles::is_noun_of_violence(Index token) const {
  return std::any_of(matches_->frames.begin(), matches_->frames.end(), [&](const Match& match) {
    return match.head() == token && lexicon_.frames()[lexicon_.trigger(match.trigger).index].kind.type == EventType::assault;
  });
}

/// Whether the token hangs in the draft's clause without another event between; how many steps away.
bool OpenRoles::belongs(Index token, const Draft& draft, float& distance) const {
  const Tree& tree = view_.tree();
  const Index trigger = draft.match.head();
  Index at = token;
  distance = 0;
  const auto is_border = [&](Index i) {
    // "Came two weeks before *the president's* inauguration": a circumstance is nobody's part in the event.
    constexpr std::array<std::string_view, 9> circumstances = {"before", "after", "during", "since", "until", "amid", "ahead of", "following", "despite"};
    const Relation place = tree.relation(i);
    if ((place == Relation::obl || place == Relation::nmod) && std::find(circumstances.begin(), circumstances.end(), tree.preposition(i)) != circumstances.end()) return true;
    switch (tree.relation(i)) {
      case Relation::ccomp: case Relation::acl_relcl: case Relation::advcl_relcl: case Relation::parataxis: case Relation::csubj: case Relation::nsubj: case Relation::nsubj_pass: return true;
      case Relation::advcl: case Relation::acl: return view_.token(i).upos == Upos::verb && !is_infinitive_or_gerund(view_, i);
      case Relation::conj: return view_.token(i).upos == Upos::verb;
      default: return false;
    }
  };
  while (at != none && !contains(draft.anchors, at)) {
    if ((at != token && is_other_event(at, draft)) || is_border(at)) return false;
    at = tree.governor(at);
    distance += 1;
    if (at != none && !contains(draft.anchors, at) && tree.is_within(trigger, at)) {
      // A common governor: the trigger's own way there must cross no border either.
      for (Index up = trigger; up != at; up = tree.governor(up)) {
        if (is_border(up) || tree.relation(up) == Relation::advcl || tree.relation(up) == Relation::acl) return false;
        distance += 1;
      }
      return !is_other_event(at, draft);
    }
  }
  return at != none;
}

float OpenRoles::preposition_cost(Index token, const RoleSources& sources, const Draft& draft) const {
  constexpr std::array<std::string_view, 12> to_somebody = {"against", "with", "to", "into", "toward", "towards", "at", "of", "for", "from", "upon", "onto"};
  constexpr std::array<std::string_view, 4> of_a_topic = {"on", "over", "about", "regarding"};
  constexpr std::array<std::string_view, 5> of_a_place = {"in", "inside", "across", "throughout", "within"};
  const std::string preposition = view_.tree().preposition(token);
  const auto is_in = [&](const auto& list) { return std::find(list.begin(), list.end(), preposition) != list.end(); };
  if (!preposition.empty() && is_listed(sources, view_, token)) return -2;
  if (draft.kind.type == EventType::mobilize && (preposition == "to" || preposition == "into")) return 0.5f;
  if (stands_alone(draft.kind.type)) return preposition == "against" ? 0.0f : impossible;
  if (preposition.empty() || is_in(to_somebody)) return preposition.empty() ? 0.0f : 0.5f;
  if (is_in(of_a_topic)) return 2;
  return is_in(of_a_place) && strikes_a_place(draft.kind.type) ? 2 : impossible;
}

RoleFound OpenRoles::recipient(const Draft& draft, const RoleSources& sources, KindMask wanted) const {
  if (sources.empty()) return {};
  const Tree& tree = view_.tree();
  float best = farthest;
  RoleFound found;
  for (const ActorMention& mention : view_.mentions().actors) {
    const Index head = static_cast<Index>(mention.head);
    const Index first = static_cast<Index>(mention.first), last = static_cast<Index>(mention.last);
    if (head < draft.match.head() || view_.in_date(head) || mention.entities.empty()) continue;
    // "Widespread *voter* fraud": a word for people that only describes a thing.
    if (tree.relation(head) == Relation::compound && mention.last - mention.first == 1 && mention.entities.front().via == "agent") continue;
    if (std::any_of(draft.anchors.begin(), draft.anchors.end(), [&](Index anchor) { return first <= anchor && anchor < last; })) continue;
    float distance = 0;
    if (!belongs(head, draft, distance)) continue;
    // "Tents for families in Chad": of nested phrases the outer one is reached first and costs less.
    distance += preposition_cost(tree.first_conjunct(head), sources, draft);
    // "A ceasefire in Tripoli": at home the country is whom it concerns, when nobody else is named.
    const bool at_home = draft.kind.type == EventType::retreat && mention.place_name && tree.preposition(head) == "in" &&
                         std::any_of(draft.actor.begin(), draft.actor.end(), [&](const Participant& actor) { return !actor.entity->code.empty() && actor.entity->code == mention.entities.front().code; });
    if (at_home) distance = std::min(distance, farthest - 1);
    if (distance >= best) continue;
    Participants who = finder_.at(tree.first_conjunct(head), wanted, draft.actor);
    if (who.empty() || same_party(who, draft.actor) || (is_same_country(who, draft.actor) && !at_home)) continue;
    if (std::none_of(who.begin(), who.end(), [](const Participant& participant) { return is_known(*participant.entity); })) continue;
    best = distance;
    found = {std::move(who), "the clause"};
  }
  make_less_certain(found.who);
  return found;
}

RoleFound OpenRoles::actor(const Draft& draft, KindMask wanted) const {
  const Tree& tree = view_.tree();
  const Index trigger = draft.match.head();
  if (draft.trigger->word_class == WordClass::noun && !draft.carried) {
    // A headline taken for one long name: "Chadian police tear gas …".
    if (tree.governor(draft.top) != none) return {};
    return close_before(draft, wanted);
  }
  if (draft.trigger->word_class != WordClass::verb || tree.is_passive(trigger)) return {};
  if (RoleFound user = user_of_arms(draft, wanted); !user.who.empty()) return user;
  if (tree.subject(trigger) != none) return {};
  if (RoleFound close = close_before(draft, wanted); !close.who.empty()) return close;
  for (Index at = trigger; at != none; at = tree.governor(at)) {
    const Relation relation = tree.relation(at);
    if (at != trigger) {
      if (const Index subject = tree.subject(at); subject != none && subject < trigger) {
        if (view_.actor_mention(subject) < 0 && is_noun_of_violence(subject)) return {};  // "a *bombing* killed nine and wounded five"
        Participants who = finder_.at(tree.logical_subject(at), wanted, draft.recipient);
        if (who.empty() || same_party(who, draft.recipient)) return {};
        make_less_certain(who);
        return {std::move(who), "the clause around"};
      }
    }
    // "Wildfires *destroying* the forest": the noun it hangs on does it, and that was nobody.
    if (relation == Relation::acl && view_.token(at).xpos == "VBG") return {};
    if (relation == Relation::acl_relcl || relation == Relation::parataxis || relation == Relation::ccomp) return {};
  }
  return {};
}

RoleFound OpenRoles::user_of_arms(const Draft& draft, KindMask wanted) const {
  const Tree& tree = view_.tree();
  const Index arms = tree.governor(draft.match.head());
  const Relation clause = tree.relation(draft.match.head());
  if (draft.kind.type != EventType::assault || (clause != Relation::acl && clause != Relation::acl_relcl) || arms == none || tree.logical_subject(draft.match.head()) != arms) return {};
  for (const Match& match : matches_->frames) {
    const bool launched = match.head() != draft.match.head() && tree.governor(arms) == match.head() && contains(match.words, arms);
    if (!launched || view_.token(match.head()).upos != Upos::verb) continue;
    const Index subject = tree.logical_subject(match.head());
    Participants who = subject == none ? Participants{} : finder_.at(subject, wanted, draft.recipient);
    if (who.empty() || same_party(who, draft.recipient)) continue;
    make_less_certain(who);
    return {std::move(who), "who launched it"};
  }
  return {};
}

RoleFound OpenRoles::agent_below(const Draft& draft, KindMask wanted) const {
  const Tree& tree = view_.tree();
  const Index trigger = draft.match.head();
  const bool noun = draft.trigger->word_class == WordClass::noun;
  if (!noun && !tree.is_passive(trigger)) return {};
  for (const ActorMention& mention : view_.mentions().actors) {
    const Index head = static_cast<Index>(mention.head);
    if (head <= trigger || mention.entities.empty() || !tree.is_within(head, trigger) || tree.preposition(head) != "by") continue;
    // "Withholding aid, and attempts *by the lawyer*": who made that thing.
    const Index maker_of = tree.governor(head);
    if (maker_of != none && view_.token(maker_of).upos == Upos::noun && view_.token(maker_of).xpos != "VBG" && view_.actor_mention(maker_of) < 0 && !contains(draft.anchors, maker_of) &&
        tree.governor(maker_of) != trigger) {
      continue;
    }
    Participants who = finder_.at(head, wanted, draft.recipient);
    if (who.empty() || same_party(who, draft.recipient)) continue;
    make_less_certain(who);
    return {std::move(who), "by, farther below"};
  }
  return {};
}

RoleFound OpenRoles::close_before(const Draft& draft, KindMask wanted) const {
  const Tree& tree = view_.tree();
  const Index trigger = draft.match.head();
  if (tree.is_passive(trigger) || tree.subject(trigger) != none) return {};
  if (view_.token(trigger).xpos == "VBG" || view_.token(trigger).xpos == "VB") return {};
  for (const ActorMention& mention : view_.mentions().actors) {
    const Index head = static_cast<Index>(mention.head), last = static_cast<Index>(mention.last);
    if (last > trigger || mention.pronoun || mention.entities.empty()) continue;
    const bool below = tree.governor(head) == trigger && tree.relation(head) == Relation::compound;
    bool adjacent = true;
    for (Index between = last; between < trigger && adjacent; ++between) {
      const Upos kind = view_.token(between).upos;
      adjacent = kind == Upos::adv || kind == Upos::aux || view_.in_date(between);
    }
    if ((!adjacent && !below) || !tree.preposition(head).empty()) continue;
    // Somebody's subject or object is that verb's.
    const Relation relation = tree.relation(head);
    if (!below && (relation == Relation::obj || relation == Relation::iobj || relation == Relation::obl)) continue;
    Participants who = finder_.at(head, wanted, draft.recipient);
    if (who.empty() || same_party(who, draft.recipient)) continue;
    make_less_certain(who);
    return {std::move(who), "the words before"};
  }
  return {};
}

RoleFound OpenRoles::opposed(const Draft& draft) const {
  const Tree& tree = view_.tree();
  for (const Index anchor : draft.anchors) {
    for (const Index child : tree.children(anchor)) {
      if (!view_.is_opposed(child) || (tree.relation(child) != Relation::amod && tree.relation(child) != Relation::compound)) continue;
      Participants who = finder_.at(child, 0, draft.actor);
      if (!who.empty()) return {std::move(who), "whom it is against"};
    }
  }
  return {};
}

RoleFound OpenRoles::struck_town(const Draft& draft) const {
  const Tree& tree = view_.tree();
  if (draft.kind.type != EventType::assault) return {};
  const Index subject = draft.trigger->word_class == WordClass::verb ? tree.logical_subject(draft.match.head()) : draft.match.head();
  if (subject == none || view_.actor_mention(subject) >= 0 || !is_noun_of_violence(subject)) return {};
  for (const Index child : tree.children(subject)) {
    if (tree.relation(child) != Relation::compound || view_.token(child).upos != Upos::propn) continue;
    Participants who = finder_.place_at(child);
    if (who.empty()) continue;
    make_less_certain(who);
    return {std::move(who), "the town"};
  }
  return {};
}

RoleFound OpenRoles::people_of_place(const Draft& draft) const {
  const Tree& tree = view_.tree();
  if (draft.kind.type != EventType::protest || draft.trigger->word_class != WordClass::noun) return {};
  const auto held_in = [&](Index head) -> RoleFound {
    for (const Index child : tree.children(head)) {
      const Relation relation = tree.relation(child);
      const std::string preposition = tree.preposition(child);
      const bool beside = relation == Relation::compound && view_.token(child).upos == Upos::propn;
      const bool inside = (relation == Relation::obl || relation == Relation::nmod) && (preposition == "in" || preposition == "across" || preposition == "throughout");
      if (!beside && !inside) continue;
      Participants who = finder_.people_of_place(child);
      if (who.empty()) continue;
      make_less_certain(who);
      return {std::move(who), "the place"};
    }
    return {};
  };
  for (const Index anchor : draft.anchors) {
    if (RoleFound found = held_in(anchor); !found.who.empty()) return found;
  }
  // "Protests filled *the streets of Nairobi*", "followed protests *in Nairobi*".
  const Index verb = tree.governor(draft.top);
  const Relation relation = tree.relation(draft.top);
  if (verb == none || (relation != Relation::nsubj && (relation != Relation::obj || view_.token(verb).lemma != "follow"))) return {};
  if (RoleFound found = held_in(verb); !found.who.empty()) return found;
  const Index object = relation == Relation::nsubj ? tree.object(verb) : none;
  if (object == none || view_.actor_mention(object) >= 0) return {};
  for (const Index part : tree.children(object, Relation::nmod)) {
    Participants who = finder_.people_of_place(part);
    if (who.empty()) continue;
    make_less_certain(who);
    return {std::move(who), "the place"};
  }
  return {};
}

RoleFound OpenRoles::authority_of_place(const Draft& draft) const {
  const Tree& tree = view_.tree();
  // "Arrests were made in Chad" as "was arrested in Chad".
  const bool done = draft.trigger->word_class == WordClass::verb ? tree.is_passive(draft.match.head()) : draft.carried && tree.is_passive(draft.top);
  if (!done) return {};
  const bool by_authorities = draft.kind.mode == "arrest" || draft.kind.mode == "convict" || draft.kind.mode == "deport" || draft.kind.mode == "censor" || draft.kind.mode == "restrict";
  if (!by_authorities) return {};
  for (const Index anchor : draft.anchors) {
    for (const Index child : tree.children(anchor)) {
      const std::string preposition = tree.relation(child) == Relation::obl ? tree.preposition(child) : std::string{};
      if ((preposition != "in" && preposition != "at") || view_.in_date(child)) continue;
      Participants who = finder_.at(child, static_cast<KindMask>(Kind::place), {});
      std::erase_if(who, [](const Participant& participant) { return participant.inside || !participant.place_name; });
      if (who.empty()) continue;
      make_less_certain(who);
      return {std::move(who), "the place"};
    }
  }
  return {};
}

}  // namespace attache::coding
