// What is said of events: operators applied outwards, and those that make an event by themselves.
#include "base/contains.h"
#include "coding/composer.h"

#include "coding/cameo_refinement.h"
#include "coding/inner_event.h"
#include "coding/judge.h"

#include <algorithm>

namespace attache::coding {
namespace {

bool is_nominal(const Token& token) { return token.upos == Upos::noun || token.upos == Upos::propn; }

/// "Ignored Egyptian *threats to bomb* the dam": an infinitive that a parser hung on the verb, right behind the verb's object. The object, if it is a noun; else none.
Index object_before_infinitive(const SentenceView& view, Index infinitive) {
  const Tree& tree = view.tree();
  const Relation relation = tree.relation(infinitive);
  const Index verb = tree.governor(infinitive), to = tree.child(infinitive, Relation::mark);
  if (view.token(infinitive).xpos != "VB" || (relation != Relation::advcl && relation != Relation::xcomp) || verb == none || to == none) return none;
  const Index object = tree.child(verb, Relation::obj);
  return object != none && object == to - 1 && is_nominal(view.token(object)) ? object : none;
}

}  // namespace

bool Composer::step_through_operator(Draft& draft, std::vector<Draft>& more) {
  const Tree& tree = view_.tree();
  const Index inner = draft.top;
  const Index outer = governor_of_inner(view_, inner);
  if (const Index noun = object_before_infinitive(view_, inner); noun != none) {
    for (const Match& match : matches_->operators) {
      if (match.head() != noun || contains(draft.outer, noun) || contains(draft.anchors, noun)) continue;
      const Operator& operation = lexicon_.operators()[lexicon_.trigger(match.trigger).index];
      const bool takes_infinitives = std::any_of(operation.inner.begin(), operation.inner.end(), [](const InnerSource& source) {
        return source.place == InnerPlace::infinitive || source.place == InnerPlace::unreal || source.place == InnerPlace::clause;
      });
      // Who undergoes or does the noun's verb was read off the verb above.
      if (!takes_infinitives) continue;
      RoleFound own = roles_.find({{RolePlace::possessor, {}, "possessor"}, {RolePlace::modifier, {}, "modifier"}}, match.words, draft.frame->requires_actor, {}, nullptr);
      if (own.who.empty()) continue;
      draft.actor = own.who;
      if (!apply(draft, match, operation, more)) continue;
      move_up(draft, noun);
      return true;
    }
  }
  for (const Match& match : matches_->operators) {
    if (contains(draft.outer, match.head()) || contains(draft.anchors, match.head())) continue;
    const Operator& operation = lexicon_.operators()[lexicon_.trigger(match.trigger).index];
    // "Found *guilty* of killing": also below another of the operator's words.
    const bool governs = match.head() == outer || (outer != none && contains(match.words, outer) && view_.token(outer).upos == Upos::adj);
    if (governs && stands_in(view_, operation, inner, outer) && apply(draft, match, operation, more)) {
      move_up(draft, match.head());
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

/// "Demanded the *withdrawal of foreign forces*": whom a noun's own words name, when nobody knows them.
Participants Composer::phrase_of_trigger(const Draft& draft) const {
  if (draft.trigger->word_class != WordClass::noun) return {};
  for (const Index word : draft.match.words) {
    if (word != draft.match.head() && view_.tree().relation(word) == Relation::nmod && is_nominal(view_.token(word))) return finder_.phrase_at(word);
  }
  return {};
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
        // "Rejected *the appeal*": where nobody stands behind it, the thing itself. "Demanded the withdrawal *of foreign forces*": who is to do it, not what is demanded.
        if (found.who.empty() && outcome->give.type != EventType::request) found = roles_.phrase(operation.recipient, anchors);
        else if (found.who.empty()) found = {phrase_of_trigger(inner), "of"};
        trace_role(draft, "recipient", found);
        draft.recipient = std::move(found.who);
      }
      auto contexts = std::move(draft.kind.contexts);
      draft.kind = outcome->give;
      draft.kind.cameo = cameo_over(lexicon_.cameo_detail(), draft.kind.cameo, inner.kind.cameo, lexicon_.ontology());
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

}  // namespace attache::coding
