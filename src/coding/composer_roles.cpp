// Who takes part in an event: what the frame's places hold, and what is left open.
#include "base/contains.h"
#include "coding/composer.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace attache::coding {
namespace {

}  // namespace

void Composer::trace_role(Draft& draft, const char* role, const RoleFound& found) const {
  draft.trace.roles.push_back({role, found.who.empty() ? "-" : found.place, describe(found.who)});
}

/// "Refused to return *its troops*", "sent *their soldiers*": what one does with one's own forces is done with them and not to them, unless it harms them.
bool Composer::is_own_force(const Draft& draft, const Participant& participant) const {
  static constexpr std::array<EventType, 5> to_them = {EventType::assault, EventType::coerce, EventType::sanction, EventType::accuse, EventType::support};
  const Index owner = participant.head == none ? none : view_.tree().child(participant.head, Relation::nmod_poss);
  const bool own = owner != none && view_.token(owner).upos == Upos::pron && participant.entity->sector == "MIL" && !participant.entity->code.empty();
  if (!own || std::find(to_them.begin(), to_them.end(), draft.kind.type) != to_them.end()) return false;
  return std::any_of(draft.actor.begin(), draft.actor.end(), [&](const Participant& actor) { return actor.entity->code == participant.entity->code; });
}

void Composer::find_own_roles(Draft& draft) {
  const Frame& frame = *draft.frame;
  const RoleSources* actor = &frame.actor;
  const RoleSources* recipient = &frame.recipient;
  if (draft.trigger->word_class == WordClass::noun) {
    actor = &frame.noun_actor;
    recipient = &frame.noun_recipient;
  } else if (draft.trigger->word_class == WordClass::adjective) {
    actor = &frame.adjective_actor;
    recipient = &frame.adjective_recipient;
  }
  // "Turkey was *condemned* in a statement": of a verb's passive the head undergoes it.
  RoleSources without_head;
  const bool passive = draft.trigger->word_class == WordClass::verb && view_.tree().is_passive(draft.match.head());
  if (passive && std::any_of(actor->begin(), actor->end(), [](const RoleSource& source) { return source.place == RolePlace::head; })) {
    std::copy_if(actor->begin(), actor->end(), std::back_inserter(without_head), [](const RoleSource& source) { return source.place != RolePlace::head; });
    actor = &without_head;
  }
  if (draft.actor.empty()) {
    RoleFound found = roles_.find(*actor, draft.anchors, frame.requires_actor & static_cast<KindMask>(~static_cast<KindMask>(Kind::foreign)), draft.recipient, nullptr);
    // The trigger's own words are what is done, or to whom; they do nothing themselves.
    std::erase_if(found.who, [&](const Participant& participant) { return contains(draft.match.words, participant.head); });
    trace_role(draft, "actor", found);
    draft.actor = std::move(found.who);
  }
  if (draft.actor.empty() && draft.trigger->word_class == WordClass::verb) {
    RoleFound found = open_roles_.close_before(draft, frame.requires_actor);
    if (!found.who.empty()) trace_role(draft, "actor", found);
    draft.actor = std::move(found.who);
  }
  if (draft.recipient.empty()) {
    RoleFound found = roles_.find(*recipient, draft.anchors, frame.requires_recipient, draft.actor, nullptr);
    // "Hosted the *Asean* summit": who meets stands where a noun's actor stands.
    if (found.who.empty() && frame.reciprocal && draft.carried) found = roles_.find(*actor, draft.anchors, frame.requires_recipient, draft.actor, nullptr);
    trace_role(draft, "recipient", found);
    draft.recipient = std::move(found.who);
  }
  if (frame.needs_subject && draft.trigger->word_class == WordClass::verb && draft.actor.empty() && is_done_by_no_actor(draft.match.head())) {
    draft.why_not = "what does it is no such actor";
  }
  undergo_in_headline(draft);
  // `foreign` asked of the actor can only be judged once the recipient is known.
  std::erase_if(draft.actor, [&](const Participant& participant) { return !ParticipantFinder::fits(participant, frame.requires_actor, draft.recipient); });
  if (!frame.joint_actor.empty() && !draft.actor.empty()) {
    Participants others = draft.actor;
    others.insert(others.end(), draft.recipient.begin(), draft.recipient.end());
    // "Ordered Chad *to pay* the company": the trigger's inner verb says who gains.
    std::vector<Index> verbs;
    std::copy_if(draft.match.words.begin(), draft.match.words.end(), std::back_inserter(verbs), [&](Index word) { return view_.token(word).upos == Upos::verb; });
    RoleFound found = roles_.find(frame.joint_actor, verbs.size() > 1 ? std::vector<Index>{verbs.back()} : draft.anchors, 0, others, nullptr);
    trace_role(draft, "joint actor", found);
    draft.actor.insert(draft.actor.end(), found.who.begin(), found.who.end());
  }
  find_open_roles(draft, *actor, *recipient);
  std::erase_if(draft.recipient, [&](const Participant& participant) { return is_own_force(draft, participant); });
  drop_thing_meant_by_it(draft);
}

/// "Security minister *stabbed*", "Editor *jailed*": a headline leaves the passive's auxiliary out. Whom a parser took for the doer of harm without an object undergoes it.
void Composer::undergo_in_headline(Draft& draft) const {
  if (view_.sentence().kind != BlockKind::headline || draft.trigger->word_class != WordClass::verb || draft.actor.empty() || !draft.recipient.empty()) return;
  const Index verb = draft.match.head();
  const Tree& tree = view_.tree();
  const bool harms = draft.kind.type == EventType::assault || (draft.kind.type == EventType::coerce && draft.kind.mode == "arrest") ||
                     (draft.kind.type == EventType::sanction && (draft.kind.mode == "convict" || draft.kind.mode == "expel"));
  const std::string_view tag = view_.token(verb).xpos;
  const bool transitive = std::any_of(draft.frame->recipient.begin(), draft.frame->recipient.end(), [](const RoleSource& source) { return source.place == RolePlace::object; });
  if (!harms || !transitive || draft.match.words.size() > 1 || (tag != "VBD" && tag != "VBN") || tree.is_passive(verb) || tree.logical_object(verb) != none) return;
  if (!std::all_of(draft.actor.begin(), draft.actor.end(), [&](const Participant& one) { return ParticipantFinder::fits(one, draft.frame->requires_recipient, {}); })) return;
  draft.recipient = std::move(draft.actor);
  draft.actor.clear();
  draft.trace.steps.push_back("a headline's passive");
}

/// "Called *it* a disgrace", "dismissed *it*", "did not say he had ordered *it*": what is blamed, ordered or dismissed as "it" is what was done far more often than a country.
void Composer::drop_thing_meant_by_it(Draft& draft) const {
  if (draft.kind.type != EventType::accuse && draft.kind.type != EventType::request && draft.kind.type != EventType::sanction) return;
  const Index object = view_.tree().logical_object(draft.match.head());
  if (object == none || view_.token(object).lemma != "it" || draft.trigger->word_class != WordClass::verb) return;
  std::erase_if(draft.recipient, [&](const Participant& participant) { return participant.token == object; });
}

/// "Requested *ballots*", "ordered *the change*": what is requested is nobody who is asked.
bool Composer::is_thing_requested(const Draft& draft) const {
  constexpr std::array<std::string_view, 7> verbs = {"request", "require", "order", "demand", "want", "seek", "need"};
  return draft.kind.type == EventType::request && std::find(verbs.begin(), verbs.end(), view_.token(draft.match.head()).lemma) != verbs.end();
}

/// What the frame's places did not hold: somebody else in the clause, then mere words.
void Composer::find_open_roles(Draft& draft, const RoleSources& actor, const RoleSources& recipient) {
  const Frame& frame = *draft.frame;
  const auto take = [&](const char* role, Participants& side, RoleFound found) {
    if (found.who.empty()) return;
    trace_role(draft, role, found);
    side = std::move(found.who);
  };
  if (draft.actor.empty()) take("actor", draft.actor, open_roles_.actor(draft, frame.requires_actor));
  if (draft.recipient.empty()) take("recipient", draft.recipient, open_roles_.opposed(draft));
  if (draft.actor.empty()) take("actor", draft.actor, open_roles_.people_of_place(draft));
  if (draft.trigger->word_class == WordClass::noun && !draft.carried && draft.recipient.empty()) return;
  if (draft.actor.empty()) take("actor", draft.actor, open_roles_.agent_below(draft, frame.requires_actor));
  if (draft.actor.empty()) take("actor", draft.actor, open_roles_.authority_of_place(draft));
  if (draft.recipient.empty()) take("recipient", draft.recipient, open_roles_.struck_town(draft));
  if (draft.trigger->word_class == WordClass::noun && !draft.carried) return;
  if (draft.recipient.empty()) take("recipient", draft.recipient, answered(draft));
  const bool complete = frame.reciprocal && draft.actor.size() > 1;
  if (draft.recipient.empty() && !complete) take("recipient", draft.recipient, open_roles_.recipient(draft, recipient, frame.requires_recipient));
  const KindMask things = static_cast<KindMask>(Kind::any) | static_cast<KindMask>(Kind::known) | static_cast<KindMask>(Kind::person) | static_cast<KindMask>(Kind::organised);
  const auto admits_things = [&](KindMask wanted) { return wanted == 0 || (wanted & things) != 0; };
  if (frame.reciprocal) return;
  const auto take_words = [&](const char* role, Participants& side, const Participants& other, RoleFound found) {
    if (!same_party(found.who, other)) take(role, side, std::move(found));
  };
  if (draft.actor.empty() && admits_things(frame.requires_actor)) take_words("actor", draft.actor, draft.recipient, roles_.phrase(actor, draft.anchors));
  if (draft.recipient.empty() && !is_thing_requested(draft) && admits_things(frame.requires_recipient)) take_words("recipient", draft.recipient, draft.actor, roles_.phrase(recipient, draft.anchors));
}

/// "The storm killed", "killed by fire": somebody or something is told to do it. Pronouns may stand for anybody, so they do not count.
bool Composer::is_done_by_no_actor(Index verb) const {
  const Index doer = view_.tree().logical_subject(verb);
  return doer != none && view_.token(doer).upos != Upos::pron && !view_.in_date(doer);
}

/// "*Belarus* freed them under threat of sanctions", "*Iran* tested a missile despite the threat": who acts under or in spite of pressure is under it.
RoleFound Composer::endured(const Draft& draft) const {
  if (draft.kind.type != EventType::threaten && draft.kind.type != EventType::request && draft.kind.type != EventType::sanction) return {};
  const Tree& tree = view_.tree();
  Index noun = draft.top;
  constexpr std::array<std::string_view, 9> pressing = {"under", "despite", "in spite of", "amid", "in face of", "in the face of", "in defiance of", "notwithstanding", "faced with"};
  const std::string preposition = tree.preposition(noun);
  if (tree.relation(noun) != Relation::obl || std::find(pressing.begin(), pressing.end(), preposition) == pressing.end()) return {};
  const Index subject = tree.logical_subject(tree.governor(noun));
  if (subject == none) return {};
  Participants who = finder_.at(subject, draft.frame->requires_recipient, draft.actor);
  if (same_party(who, draft.actor)) return {};
  return {std::move(who), "who acts under it"};
}

/// Conflict that answers an event is aimed at who did that: "the test was followed by sanctions", "sanctions over the invasion".
RoleFound Composer::answered(const Draft& draft) const {
  if (lexicon_.ontology().type(draft.kind.type).quad < 3) return {};
  const Tree& tree = view_.tree();
  const auto doer_of = [&](Index event) -> RoleFound {
    if (event == none || !roles_.event_noun(event)) return {};
    Participants who = roles_.who_at(event, draft.anchors, draft.frame->requires_recipient, draft.actor);
    if (same_party(who, draft.actor)) return {};
    return {std::move(who), "what it answers"};
  };
  if (RoleFound found = doer_of(draft.answers); !found.who.empty()) return found;
  for (const Index anchor : draft.anchors) {
    for (const Index child : tree.children(anchor)) {
      const std::string preposition = tree.preposition(child);
      if (preposition != "over" && preposition != "after" && preposition != "following" && preposition != "follow" && preposition != "for" && preposition != "in response to" && preposition != "in retaliation for") continue;
      if (RoleFound found = doer_of(child); !found.who.empty()) return found;
    }
  }
  return {};
}

}  // namespace attache::coding
