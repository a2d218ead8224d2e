#include "coding/composer.h"

#include "coding/inner_event.h"
#include "coding/judge.h"

#include <algorithm>

namespace attache::coding {
namespace {

/// Composition never climbs more steps than this; deeper chains are parse errors.
constexpr int most_steps = 12;

bool contains(const std::vector<Index>& list, Index token) { return std::find(list.begin(), list.end(), token) != list.end(); }

bool is_nominal(const Token& token) { return token.upos == Upos::noun || token.upos == Upos::propn; }

std::string joined_words(const SentenceView& view, std::vector<Index> words) {
  std::sort(words.begin(), words.end());
  std::string text;
  for (const Index word : words) {
    if (!text.empty()) text += ' ';
    text += view.token(word).text;
  }
  return text;
}

}  // namespace

std::vector<Draft> Composer::compose(const Matches& matches) {
  matches_ = &matches;
  roles_.use(matches, memory_);
  open_roles_.use(matches);
  attribution_.use(matches);
  std::vector<Draft> drafts;
  for (const Match& match : matches.frames) {
    std::vector<Draft> found = try_frame(match);
    // Who takes part tells the senses apart: "welcomed the minister" is a visit, "welcomed the verdict" is not.
    for (const Match& other : matches.others) {
      if (found.front().alive() || found.front().dropped) break;
      if (other.head() != match.head()) continue;
      std::vector<Draft> instead = try_frame(other);
      if (instead.front().alive()) found = std::move(instead);
    }
    for (Draft& draft : found) drafts.push_back(std::move(draft));
  }
  add_unknown_deeds(drafts);
  judge(drafts, view_, lexicon_);
  for (const Draft& draft : drafts) {
    if (draft.alive() && !draft.composed) memory_.remember(*draft.frame, draft.actor);
  }
  return drafts;
}

/// "Refused to grant them a pardon": the deed is in no frame, yet it was refused. Operators that say something by themselves make an event of their own
/// then, unless their word or what it governs has made one.
void Composer::add_unknown_deeds(std::vector<Draft>& drafts) {
  const Tree& tree = view_.tree();
  for (const Match& match : matches_->operators) {
    const Operator& operation = lexicon_.operators()[lexicon_.trigger(match.trigger).index];
    const Index head = match.head();
    if (operation.alone < 0) continue;
    const bool spoken_for = std::any_of(drafts.begin(), drafts.end(), [&](const Draft& draft) { return draft.alive() && (contains(draft.outer, head) || contains(draft.match.words, head)); });
    if (spoken_for) continue;
    Index deed = none;
    for (const Index child : tree.children(head)) {
      const Relation relation = tree.relation(child);
      const bool clause = relation == Relation::xcomp || relation == Relation::ccomp || relation == Relation::advcl || relation == Relation::acl;
      if (view_.is_one_of(child, lexicon_.frames()[static_cast<std::size_t>(operation.alone)].without)) continue;
      if (clause && child > head && view_.token(child).upos == Upos::verb && stands_in(view_, operation, child, head)) deed = child;
    }
    if (deed == none) continue;
    Draft inner;
    inner.actor = finder_.at(tree.understood_subject(deed), 0, {});
    Draft draft;
    draft.trigger = &lexicon_.trigger(match.trigger);
    draft.frame = &lexicon_.frames()[static_cast<std::size_t>(operation.alone)];
    draft.match = match;
    draft.kind = draft.frame->kind;
    draft.anchors = match.words;
    draft.top = head;
    draft.trace.sequence = view_.sentence().sequence;
    draft.trace.frame = draft.frame->name;
    draft.trace.trigger = joined_words(view_, match.words);
    draft.trace.token = static_cast<std::uint32_t>(head);
    RoleFound actor = roles_.find(draft.frame->actor, draft.anchors, draft.frame->requires_actor, {}, &inner);
    trace_role(draft, "actor", actor);
    draft.actor = std::move(actor.who);
    RoleFound recipient = roles_.find(draft.frame->recipient, draft.anchors, draft.frame->requires_recipient, draft.actor, &inner);
    trace_role(draft, "recipient", recipient);
    draft.recipient = std::move(recipient.who);
    if (draft.frame->needs_recipient) std::erase_if(draft.recipient, [](const Participant& participant) { return !is_known(*participant.entity); });
    add_mood(draft, view_, mood_at(view_, lexicon_, head, attribution_.is_reported(head)));
    std::vector<Draft> more;
    for (int steps = 0; steps < most_steps && !draft.dropped; ++steps) {
      if (!step_through_operator(draft, more) && !step_through_conjunct(draft)) break;
    }
    if (!draft.dropped) make_plain(draft, view_, lexicon_);
    find_source(draft);
    judge_alone(draft, view_, lexicon_);
    drafts.push_back(std::move(draft));
  }
}

std::vector<Draft> Composer::try_frame(const Match& match) {
  std::vector<Draft> drafts, more;
  drafts.push_back(begin(match));
  climb(drafts.front(), more);
  for (Draft& draft : more) drafts.push_back(std::move(draft));
  for (Draft& draft : drafts) judge_alone(draft, view_, lexicon_);
  return drafts;
}

Draft Composer::begin(const Match& match) const {
  Draft draft;
  draft.trigger = &lexicon_.trigger(match.trigger);
  draft.frame = &lexicon_.frames()[draft.trigger->index];
  draft.match = match;
  draft.kind = draft.frame->kind;
  draft.anchors = match.words;
  draft.top = match.head();
  draft.trace.sequence = view_.sentence().sequence;
  draft.trace.frame = draft.frame->name;
  draft.trace.trigger = joined_words(view_, match.words);
  draft.trace.token = static_cast<std::uint32_t>(match.head());
  return draft;
}

void Composer::move_up(Draft& draft, Index to) const { draft.top = to; }

const Match* Composer::light_verb_at(Index token) const {
  for (const Match& match : matches_->light_verbs) {
    if (match.head() == token) return &match;
  }
  return nullptr;
}

// --- climbing ------------------------------------------------------------------------------------------------------------

void Composer::climb(Draft& draft, std::vector<Draft>& more) {
  // First to the edge of the phrase that names the event, so that participants are looked for at all of its words.
  if (draft.trigger->word_class == WordClass::noun) {
    for (int steps = 0; steps < most_steps; ++steps) {
      if (!step_through_noun(draft) && !(draft.carried ? false : step_into_relative_clause(draft) || step_through_light_verb(draft) || step_through_copula(draft))) break;
      if (draft.carried) break;
    }
  }
  find_own_roles(draft);
  add_mood(draft, view_, mood_at(view_, lexicon_, draft.match.head(), attribution_.is_reported(draft.match.head())));
  if (draft.top != draft.match.head()) add_mood(draft, view_, mood_at(view_, lexicon_, draft.top, attribution_.is_reported(draft.top)));
  for (int steps = 0; steps < most_steps && !draft.dropped; ++steps) {
    if (!step_through_operator(draft, more) && !step_through_conjunct(draft)) break;
  }
  if (!draft.dropped) make_plain(draft, view_, lexicon_);
  find_source(draft);
}

/// "the issue of abductions", "a wave of arrests": the outer noun only frames the event.
bool Composer::step_through_noun(Draft& draft) {
  const Tree& tree = view_.tree();
  const Index outer = tree.governor(draft.top);
  if (outer == none || tree.relation(draft.top) != Relation::nmod || !is_nominal(view_.token(outer))) return false;
  if (!view_.is_one_of(outer, lexicon_.transparent())) return false;
  draft.anchors.push_back(outer);
  move_up(draft, outer);
  return true;
}

/// "talks held in Oslo", "the sanctions it imposed": the light verb stands below the noun that it carries.
bool Composer::step_into_relative_clause(Draft& draft) {
  const Tree& tree = view_.tree();
  for (const Index clause : tree.children(draft.top)) {
    const Relation relation = tree.relation(clause);
    if (relation != Relation::acl && relation != Relation::acl_relcl) continue;
    const Match* light = light_verb_at(clause);
    if (!light) continue;
    const TriggerOwner kind = lexicon_.trigger(light->trigger).owner;
    const bool as_object = kind != TriggerOwner::happen && tree.logical_object(clause) == draft.top;
    const bool as_subject = kind == TriggerOwner::happen && tree.understood_subject(clause) == draft.top;
    if (!as_object && !as_subject) continue;
    draft.anchors.push_back(clause);
    draft.carried = true;
    carry(draft, *light, kind, draft.top);
    add_mood(draft, view_, mood_at(view_, lexicon_, clause, attribution_.is_reported(clause)));
    return false;  // the noun itself stays the top: its own governor goes on
  }
  return false;
}

/// "China is under pressure", "the town was under attack": a predicate with "under" is undergone by its subject.
bool Composer::step_through_copula(Draft& draft) {
  const Tree& tree = view_.tree();
  const Index subject = tree.subject(draft.top);
  if (subject == none || !tree.has_child(draft.top, Relation::cop) || tree.preposition(draft.top) != "under") return false;
  draft.carried = true;
  Participants who = finder_.at(subject, draft.frame->requires_recipient, {});
  draft.trace.steps.push_back("under \"" + std::string(view_.token(draft.top).text) + "\"");
  if (who.empty()) return true;
  draft.recipient = std::move(who);
  draft.trace.roles.push_back({"recipient", "subject under it", describe(draft.recipient)});
  return true;
}

/// "held talks", "came under attack", "talks began".
bool Composer::step_through_light_verb(Draft& draft) {
  const Tree& tree = view_.tree();
  const Index noun = tree.first_conjunct(draft.top);
  const Index verb = tree.governor(noun);
  if (verb == none) return false;
  const Relation relation = tree.relation(noun);
  for (const Match& light : matches_->light_verbs) {
    if (light.head() != verb) continue;
    const TriggerOwner kind = lexicon_.trigger(light.trigger).owner;
    bool fits = false;
    switch (kind) {
      case TriggerOwner::carry:
      case TriggerOwner::suffer: {
        const bool passive_subject = relation == Relation::nsubj_pass;
        const bool prepositional = light.words.size() > 1 && (relation == Relation::obl || relation == Relation::xcomp);
        // A preposition in the verb's words must be the noun's own: "came under attack".
        const bool own_words = !prepositional || std::any_of(light.words.begin() + 1, light.words.end(), [&](Index word) {
          return tree.is_within(word, noun) || view_.token(word).relation == Relation::compound_prt;
        });
        fits = (relation == Relation::obj || passive_subject || prepositional) && own_words;
        break;
      }
      case TriggerOwner::happen:
        // "The test was followed by sanctions": of the two the later one is told, as an answer to the other.
        if (tree.is_passive(verb) && tree.agent(verb) == noun) {
          fits = true;
          draft.answers = tree.understood_subject(verb);
        } else {
          fits = (relation == Relation::nsubj || relation == Relation::nsubj_pass) && tree.agent(verb) == none;
        }
        break;
      default: break;
    }
    if (!fits) continue;
    draft.anchors.insert(draft.anchors.end(), light.words.begin(), light.words.end());
    draft.carried = true;
    carry(draft, light, kind, noun);
    move_up(draft, verb);
    return true;
  }
  return false;
}

void Composer::carry(Draft& draft, const Match& light, TriggerOwner kind, Index noun) {
  const Tree& tree = view_.tree();
  const Index verb = light.head();
  draft.trace.steps.push_back("\"" + joined_words(view_, light.words) + "\" carries \"" + std::string(view_.token(noun).text) + "\"");
  if (kind == TriggerOwner::happen) return;
  Participants who = finder_.at(tree.logical_subject(verb), 0, {});
  if (who.empty()) return;
  Participants& side = kind == TriggerOwner::carry ? draft.actor : draft.recipient;
  const KindMask wanted = kind == TriggerOwner::carry ? draft.frame->requires_actor : draft.frame->requires_recipient;
  std::erase_if(who, [&](const Participant& participant) { return !ParticipantFinder::fits(participant, wanted, {}); });
  if (who.empty()) return;
  side = std::move(who);
  draft.trace.roles.push_back({kind == TriggerOwner::carry ? "actor" : "recipient", "light verb's subject", describe(side)});
}

bool Composer::step_through_conjunct(Draft& draft) {
  const Tree& tree = view_.tree();
  if (tree.relation(draft.top) != Relation::conj) return false;
  const Index first = tree.governor(draft.top);
  if (first == none) return false;
  // What governs the first conjunct governs all; its own auxiliaries only reach verbs without any: "will visit Chad and hold talks".
  const bool bare = view_.token(draft.top).xpos == "VB" && view_.token(first).xpos == "VB" && !tree.has_child(draft.top, Relation::aux);
  if (bare) {
    MoodFound shared = mood_at(view_, lexicon_, first, attribution_.is_reported(first));
    shared.moods &= static_cast<MoodMask>(~bit(Mood::negation));
    add_mood(draft, view_, shared);
  }
  move_up(draft, first);
  return true;
}

// --- roles ---------------------------------------------------------------------------------------------------------------

void Composer::trace_role(Draft& draft, const char* role, const RoleFound& found) const {
  draft.trace.roles.push_back({role, found.who.empty() ? "-" : found.place, describe(found.who)});
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
  // `foreign` asked of the actor can only be judged once the recipient is known.
  std::erase_if(draft.actor, [&](const Participant& participant) { return !ParticipantFinder::fits(participant, frame.requires_actor, draft.recipient); });
  find_open_roles(draft, *actor, *recipient);
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
  if (draft.trigger->word_class == WordClass::noun && !draft.carried && draft.recipient.empty()) return;
  if (draft.actor.empty()) take("actor", draft.actor, open_roles_.agent_below(draft, frame.requires_actor));
  if (draft.actor.empty()) take("actor", draft.actor, open_roles_.authority_of_place(draft));
  if (draft.actor.empty()) take("actor", draft.actor, open_roles_.people_of_place(draft));
  if (draft.recipient.empty()) take("recipient", draft.recipient, open_roles_.struck_town(draft));
  if (draft.trigger->word_class == WordClass::noun && !draft.carried) return;
  if (draft.recipient.empty()) take("recipient", draft.recipient, answered(draft));
  const bool complete = frame.reciprocal && draft.actor.size() > 1;
  if (draft.recipient.empty() && !complete) take("recipient", draft.recipient, open_roles_.recipient(draft, recipient, frame.requires_recipient));
  const KindMask things = static_cast<KindMask>(Kind::any) | static_cast<KindMask>(Kind::known) | static_cast<KindMask>(Kind::person) | static_cast<KindMask>(Kind::organised);
  const auto admits_things = [&](KindMask wanted) { return wanted == 0 || (wanted & things) != 0; };
  if (frame.reciprocal) return;
  if (draft.actor.empty() && admits_things(frame.requires_actor)) take("actor", draft.actor, roles_.phrase(actor, draft.anchors));
  if (draft.recipient.empty() && admits_things(frame.requires_recipient)) take("recipient", draft.recipient, roles_.phrase(recipient, draft.anchors));
}

/// "The storm killed", "killed by fire": somebody or something is told to do it. Pronouns may stand for anybody, so they do not count.
bool Composer::is_done_by_no_actor(Index verb) const {
  const Index doer = view_.tree().logical_subject(verb);
  return doer != none && view_.token(doer).upos != Upos::pron && !view_.in_date(doer);
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

// --- operators -----------------------------------------------------------------------------------------------------------

bool Composer::step_through_operator(Draft& draft, std::vector<Draft>& more) {
  const Tree& tree = view_.tree();
  const Index inner = draft.top;
  const Index outer = governor_of_inner(view_, inner);
  for (const Match& match : matches_->operators) {
    if (contains(draft.outer, match.head()) || contains(draft.anchors, match.head())) continue;
    const Operator& operation = lexicon_.operators()[lexicon_.trigger(match.trigger).index];
    if (match.head() == outer && stands_in(view_, operation, inner, outer) && apply(draft, match, operation, more)) {
      move_up(draft, outer);
      // "Made a *promise*", "take a *step*": what is said of the light verb is said of its noun.
      const Relation place = tree.relation(outer);
      const Index verb = is_nominal(view_.token(outer)) && (place == Relation::obj || place == Relation::nsubj_pass) ? tree.governor(outer) : none;
      if (verb != none && light_verb_at(verb)) {
        add_mood(draft, view_, mood_at(view_, lexicon_, verb, attribution_.is_reported(verb)));
        move_up(draft, verb);
      }
      return true;
    }
    // "the talks it suspended": the operator stands below the noun it is said of.
    const Relation relation = tree.relation(match.head());
    if (tree.governor(match.head()) == inner && (relation == Relation::acl_relcl || relation == Relation::acl) && is_nominal(view_.token(inner)) &&
        tree.logical_object(match.head()) == inner &&
        std::any_of(operation.inner.begin(), operation.inner.end(), [](const InnerSource& source) { return source.place == InnerPlace::object; }) &&
        apply(draft, match, operation, more)) {
      return true;
    }
  }
  return false;
}

bool Composer::apply(Draft& draft, const Match& match, const Operator& operation, std::vector<Draft>& more) {
  const Tree& tree = view_.tree();
  const MoodFound around = mood_at(view_, lexicon_, match.head(), attribution_.is_reported(match.head()));
  // "Never agreed to leave" and "agreed never to leave" both refuse.
  const bool negated = ((around.moods | draft.moods) & bit(Mood::negation)) != 0;
  const Outcome* outcome = nullptr;
  for (const Outcome& line : operation.results) {
    if ((line.over_types >> static_cast<unsigned>(draft.kind.type) & 1u) == 0) continue;
    if (!line.over_modes.empty() && std::find(line.over_modes.begin(), line.over_modes.end(), draft.kind.mode) == line.over_modes.end()) continue;
    if (line.only_negated && !negated) continue;
    outcome = &line;
    break;
  }
  if (!outcome) return false;

  // An infinitive below the operator is what it speaks of, no purpose.
  if (view_.token(draft.top).xpos == "VB" && (tree.relation(draft.top) == Relation::acl || tree.relation(draft.top) == Relation::advcl)) draft.moods &= static_cast<MoodMask>(~bit(Mood::hypothetical));

  const std::string words = joined_words(view_, match.words);
  if (draft.actor.empty() && operation.doer != RolePlace::head) {
    const Index doer = operation.doer == RolePlace::subject ? tree.logical_subject(match.head()) : tree.logical_object(match.head());
    Participants who = doer == none || doer == draft.top ? Participants{} : finder_.at(doer, draft.frame->requires_actor, draft.recipient);
    if (who.empty() && operation.doer == RolePlace::subject && is_nominal(view_.token(match.head())))
      who = roles_.find({{RolePlace::possessor, {}, "possessor"}, {RolePlace::modifier, {}, "modifier"}}, match.words, draft.frame->requires_actor, draft.recipient, nullptr).who;
    if (!same_party(who, draft.recipient)) draft.actor = std::move(who);
    if (!draft.actor.empty()) draft.trace.roles.push_back({"actor", operation.name + "'s " + (operation.doer == RolePlace::subject ? "subject" : "object"), describe(draft.actor)});
  }

  // "Suspended [a loan] [to Chad]": a phrase of the event's noun that hangs on the operator.
  if (draft.recipient.empty() && draft.trigger->word_class == WordClass::noun) {
    RoleSources prepositions;
    for (const RoleSource& source : draft.frame->noun_recipient) {
      if (source.place == RolePlace::preposition) prepositions.push_back(source);
    }
    RoleFound found = roles_.find(prepositions, match.words, draft.frame->requires_recipient, draft.actor, nullptr);
    if (!found.who.empty()) trace_role(draft, "recipient", found);
    draft.recipient = std::move(found.who);
  }
  if (operation.subject_undergoes && draft.recipient.empty()) {
    RoleFound found = roles_.find({{RolePlace::subject, {}, operation.name + "'s subject"}}, match.words, draft.frame->requires_recipient, draft.actor, nullptr);
    if (!found.who.empty()) trace_role(draft, "recipient", found);
    draft.recipient = std::move(found.who);
  }

  switch (outcome->effect) {
    case Outcome::Effect::drop:
      draft.dropped = true;
      draft.why_not = "operator " + operation.name + " (\"" + words + "\") takes it away";
      break;
    case Outcome::Effect::keep:
      draft.moods |= outcome->moods;
      if (outcome->moods != 0 && draft.cue.empty()) draft.cue = words;
      draft.trace.steps.push_back("operator " + operation.name + ": \"" + words + "\"" + (outcome->moods ? " adds " + mood_names(outcome->moods) : ""));
      break;
    case Outcome::Effect::give: {
      if (outcome->and_keep) {
        more.push_back(draft);
        more.back().trace.steps.push_back("kept beside operator " + operation.name);
      }
      draft.trace.steps.push_back("operator " + operation.name + ": \"" + words + "\" over " + std::string(name_of(draft.kind.type)) + " is " + std::string(name_of(outcome->give.type)) +
                                  (outcome->give.mode.empty() ? "" : " " + outcome->give.mode));
      std::vector<Index> anchors = match.words;
      if (const Match* light = nullptr; is_nominal(view_.token(match.head()))) {
        // "made a promise", "issued a call": the operator's own light verb.
        const Index verb = tree.governor(match.head());
        light = verb == none ? nullptr : light_verb_at(verb);
        if (light && (tree.relation(match.head()) == Relation::obj || tree.relation(match.head()) == Relation::nsubj_pass)) anchors.insert(anchors.end(), light->words.begin(), light->words.end());
      }
      const Draft inner = draft;
      if (!operation.actor.empty()) {
        RoleFound found = roles_.find(operation.actor, anchors, 0, {}, &inner);
        if (found.who.empty() && anchors.size() > match.words.size()) found = {finder_.at(tree.logical_subject(anchors[match.words.size()]), 0, {}), "light verb's subject"};
        trace_role(draft, "actor", found);
        draft.actor = std::move(found.who);
      }
      if (!operation.recipient.empty()) {
        RoleFound found = roles_.find(operation.recipient, anchors, 0, draft.actor, &inner);
        // "Rejected *the appeal*": where nobody stands behind it, the thing itself.
        if (found.who.empty()) found = roles_.phrase(operation.recipient, anchors);
        trace_role(draft, "recipient", found);
        draft.recipient = std::move(found.who);
      }
      auto contexts = std::move(draft.kind.contexts);
      draft.kind = outcome->give;
      draft.kind.contexts.insert(draft.kind.contexts.end(), contexts.begin(), contexts.end());
      // "Urged Chad not to attack", "accused of not helping": what was asked or alleged is a thing left undone; the asking is done.
      const bool about_omission = outcome->give.type == EventType::request || outcome->give.type == EventType::accuse;
      const MoodMask denied = outcome->only_negated || about_omission ? MoodMask{0} : static_cast<MoodMask>(draft.moods & bit(Mood::negation));
      draft.moods = outcome->moods | denied;
      if (denied == 0) draft.cue = outcome->moods ? words : std::string{};
      draft.composed = true;
      break;
    }
  }
  draft.outer.push_back(match.head());
  MoodFound rest = around;
  if (outcome->only_negated) rest.moods &= static_cast<MoodMask>(~bit(Mood::negation));
  if (rest.moods == 0) rest.cue = none;
  add_mood(draft, view_, rest);
  return true;
}

// --- who says so ---------------------------------------------------------------------------------------------------------

void Composer::find_source(Draft& draft) {
  const Participants who = draft.composed ? attribution_.source(draft.top, draft.outer) : attribution_.source(draft.match.head(), {});
  if (who.empty()) return;
  draft.source = who.front().entity;
  draft.source_certainty = who.front().certainty;
  draft.trace.steps.push_back("according to " + describe({who.front()}));
  // "The minister said talks with Chad were on the table": what nobody in particular offers or threatens, the speaker does.
  // "An agreement had been reached with Chad, the rebels said": who tells of a deal with another without naming its own side is that side.
  const bool one_sided = draft.frame->reciprocal && draft.trigger->word_class == WordClass::verb && !draft.recipient.empty() && view_.tree().is_passive(draft.match.head());
  // Reporters tell of others' deeds.
  const bool reporter = who.front().entity->sector == "JRN";
  if ((draft.composed || one_sided) && !reporter && draft.actor.empty() && !same_party(who, draft.recipient)) {
    draft.actor = {who.front()};
    draft.trace.roles.push_back({"actor", "the speaker", describe(draft.actor)});
  }
}

}  // namespace attache::coding
