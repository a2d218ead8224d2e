#include "coding/judge.h"

#include "base/contains.h"
#include "coding/general_statement.h"
#include "coding/sides.h"

#include <algorithm>
#include <array>

namespace attache::coding {
namespace {

/// Weather, beasts and things do what people do in other sentences: "*lightning* killed two hikers". A thing whose noun the lexicon has never heard of
/// does no harm of the political kind.
bool done_by_a_thing(const Draft& draft, const SentenceView& view) {
  switch (draft.kind.type) {
    case EventType::assault: case EventType::coerce: case EventType::sanction: case EventType::accuse: case EventType::mobilize: break;
    default: return false;
  }
  return !draft.actor.empty() && std::all_of(draft.actor.begin(), draft.actor.end(), [&](const Participant& participant) {
    return participant.phrase && view.token(participant.token).upos == Upos::noun && view.lemma(participant.token) == unknown_word;
  });
}

/// True when somebody of a country, an organisation or public life takes part, or the event is a protest, which makes anybody public.
bool is_political(const Draft& draft) {
  if (draft.kind.type == EventType::protest) return true;
  constexpr std::array<std::string_view, 5> of_private_life = {"BUS", "CVL", "EDU", "MED", "LAB"};
  const auto is_public = [&](const Participants& side) {
    return std::any_of(side.begin(), side.end(), [&](const Participant& participant) {
      const Entity& entity = *participant.entity;
      return !entity.code.empty() || (!entity.sector.empty() && std::find(of_private_life.begin(), of_private_life.end(), entity.sector) == of_private_life.end());
    });
  };
  return is_public(draft.actor) || is_public(draft.recipient);
}

/// "Sworn in *after the resignation of* the governor", "*despite the arrest of* two editors": prepositions that take for granted that it happened.
bool is_told_in_passing(const Draft& draft, const SentenceView& view) {
  constexpr std::array<std::string_view, 7> factual = {"after", "following", "follow", "since", "despite", "because of", "in response to"};
  const bool somebody_known = std::any_of(draft.actor.begin(), draft.actor.end(), [](const Participant& participant) { return is_known(*participant.entity); }) ||
                              std::any_of(draft.recipient.begin(), draft.recipient.end(), [](const Participant& participant) { return is_known(*participant.entity); });
  // "*Protests* filled the streets", "his speech followed weeks of *protests*": so they took place.
  const Index above = view.tree().governor(draft.top);
  const Relation relation = view.tree().relation(draft.top);
  // "An *attack* on the base left nine dead": what has effects has been.
  constexpr std::array<std::string_view, 16> effects = {"kill", "injure", "wound", "leave", "cause", "produce", "damage", "destroy", "trigger", "spark", "follow", "halve", "hit", "rock", "shake", "prompt"};
  const bool has_effect = draft.kind.type == EventType::protest || (draft.kind.type == EventType::assault && above != none && std::find(effects.begin(), effects.end(), view.token(above).lemma) != effects.end());
  const bool violent = draft.kind.type == EventType::protest || draft.kind.type == EventType::assault;
  const bool took_place = above != none && view.token(above).upos == Upos::verb &&
                          ((relation == Relation::nsubj && has_effect) || (violent && relation == Relation::obj && view.token(above).lemma == "follow"));
  if (somebody_known && took_place) return true;
  return somebody_known && std::find(factual.begin(), factual.end(), view.tree().preposition(draft.top)) != factual.end();
}

}  // namespace

void judge_alone(Draft& draft, const SentenceView& view, const FrameLexicon& lexicon) {
  if (!draft.alive()) return;
  clear_sides(draft, view);
  if (!draft.alive()) return;
  const Frame& frame = *draft.frame;
  const auto known = [](const Participants& side) { return std::any_of(side.begin(), side.end(), [](const Participant& participant) { return is_known(*participant.entity); }); };
  // Mere words are somebody only where the frame asks for nobody in particular.
  const auto fills = [](const Participants& side, KindMask wanted) {
    const bool anybody = wanted == 0 || has(wanted, Kind::any) || has(wanted, Kind::known);
    return std::any_of(side.begin(), side.end(), [&](const Participant& participant) { return anybody || !participant.phrase; });
  };
  const TypeInfo& type = lexicon.ontology().type(draft.kind.type);
  // "*Greek* feta supports the filling": a thing's origin alone is nobody who acts.
  const auto only_described = [&](const Participants& side) {
    return !side.empty() && std::all_of(side.begin(), side.end(), [&](const Participant& participant) {
      if (!participant.inside || participant.token == none) return false;
      const Relation relation = view.tree().relation(participant.token);
      const Index noun = view.tree().governor(participant.token);
      return (relation == Relation::amod || relation == Relation::compound) && noun != none && view.lemma(noun) == unknown_word && view.token(noun).upos == Upos::noun;
    });
  };
  if ((only_described(draft.actor) && !known(draft.recipient)) || (only_described(draft.recipient) && !known(draft.actor))) {
    draft.why_not = "only the origin of a thing is known";
  } else if (!draft.composed && done_by_a_thing(draft, view)) {
    draft.why_not = "done by nobody";
  } else if (draft.outer.empty() && view.token(draft.match.head()).xpos == "VB" && view.tree().relation(draft.match.head()) == Relation::acl) {
    draft.why_not = "only what a thing is for";  // "an operation to free hostages"
  } else if (draft.outer.empty() && is_general_statement(draft, view)) {
    draft.why_not = "what holds of anybody";
  } else if (draft.trigger->word_class != WordClass::noun && is_asked(view)) {
    draft.why_not = "asked, not told";
  } else if (!is_political(draft)) {
    draft.why_not = "only private people of no country take part";
  } else if (!known(draft.actor) && !known(draft.recipient)) {
    draft.why_not = "no participant in the lexicon";
  } else if (!draft.composed && frame.needs_actor && !fills(draft.actor, frame.requires_actor)) {
    draft.why_not = "the frame needs an actor";
  } else if (!draft.composed && frame.needs_recipient && !fills(draft.recipient, frame.requires_recipient) && draft.actor.size() < 2) {
    draft.why_not = "the frame needs a recipient";
  } else if (draft.composed && type.requires_recipient && draft.recipient.empty()) {
    draft.why_not = std::string(name_of(draft.kind.type)) + " needs a recipient";
  } else if (draft.trigger->word_class == WordClass::noun && !draft.carried && !draft.composed && view.tree().relation(draft.top) == Relation::compound && draft.top < view.tree().governor(draft.top)) {
    draft.why_not = "a noun that only says what kind of thing another is";  // "issues *arrest* warrants"
  } else if (draft.trigger->word_class == WordClass::noun && !draft.carried && !draft.composed && (draft.actor.empty() || draft.recipient.empty())) {
    const bool alone = view.tree().governor(draft.top) == none;
    const bool everybody = frame.reciprocal && draft.actor.size() > 1;
    if (!alone && !everybody && !is_told_in_passing(draft, view)) draft.why_not = "a noun that is merely mentioned";
  }
}

/// "Russia threatened to close its airspace" is no threat to Russia: nobody known by name is their own recipient.
void drop_selves(Draft& draft) {
  if (draft.frame->reciprocal && !draft.composed) return;
  const auto is_actor = [&](const Participant& participant) {
    const auto& name = participant.entity->identifier_text;
    return !name.empty() && std::any_of(draft.actor.begin(), draft.actor.end(), [&](const Participant& actor) {
      return actor.entity->identifier_text == name && actor.entity->code == participant.entity->code && actor.entity->sector == participant.entity->sector;
    });
  };
  if (std::erase_if(draft.recipient, is_actor) > 0) draft.trace.steps.push_back("the actor is not its own recipient");
}

void judge(std::vector<Draft>& drafts, const SentenceView& view, const FrameLexicon& lexicon) {
  for (Draft& draft : drafts) {
    drop_selves(draft);
    judge_alone(draft, view, lexicon);
  }
  // Who lacks only a participant may yet be given one.
  const auto may_be_coded = [](const Draft& draft) { return draft.alive() || draft.why_not.ends_with("needs an actor") || draft.why_not.ends_with("needs a recipient"); };
  const auto suppress = [&](Draft& draft, std::string why) {
    if (may_be_coded(draft)) draft.why_not = std::move(why);
  };
  for (Draft& draft : drafts) {
    if (!may_be_coded(draft)) continue;
    // A frame whose word served as another event's operator has said what it says there.
    for (const Draft& other : drafts) {
      if (&other == &draft || !other.alive()) continue;
      // Unless the lexicon has the operator with its event as one entry: "lift the curfew".
      const bool covers = contains(draft.match.words, other.match.head());
      if (contains(other.outer, draft.match.head()) && !covers) suppress(draft, "its word is an operator of \"" + other.trace.trigger + "\"");
      // The noun inside a longer trigger: "hold talks" of one frame, "talks" of another.
      const bool inside = other.match.words.size() > 1 && other.match.head() != draft.match.head() && contains(other.match.words, draft.match.head());
      // "Sanctions from the UN, which China upheld": somebody else does the same to it.
      const Relation clause = view.tree().relation(other.match.head());
      const bool anothers = inside && clause == Relation::acl_relcl && !draft.actor.empty() && !same_party(draft.actor, other.actor);
      if (inside && !anothers) suppress(draft, "part of \"" + other.trace.trigger + "\"");
      // A light verb that is a trigger too: its noun says more.
      const bool carries = other.carried && other.match.head() != draft.match.head() && contains(other.anchors, draft.match.head()) && draft.match.words.size() == 1;
      if (carries) suppress(draft, "it carries \"" + other.trace.trigger + "\"");
      // "Mediated the talks", "hosted the summit": the verb says it all.
      const Index above = view.tree().governor(draft.top);
      const bool object_of = draft.trigger->word_class == WordClass::noun && !draft.composed && above == other.match.head() && view.tree().relation(draft.top) == Relation::obj;
      if (object_of && other.kind.type == draft.kind.type && !other.carried) suppress(draft, "the object of \"" + other.trace.trigger + "\"");
      if (!may_be_coded(draft)) break;
    }
  }
  // "Warned Chad that it would attack": one threat, told as a warning and as what is warned of.
  for (Draft& inner : drafts) {
    for (const Draft& outer : drafts) {
      if (&inner == &outer || !inner.alive() || !outer.alive() || inner.kind.type != outer.kind.type || !inner.recipient.empty() || inner.actor.empty() || outer.actor.empty()) continue;
      const Index head = outer.match.head();
      const bool below = head != inner.match.head() && view.tree().is_within(inner.match.head(), head);
      if (below && inner.actor.front().entity->code == outer.actor.front().entity->code) suppress(inner, "what \"" + outer.trace.trigger + "\" says");
    }
  }
  // "Launched missiles that hit the base": arms that are used are no longer only got ready.
  for (Draft& readied : drafts) {
    if (!readied.alive() || readied.kind.type != EventType::mobilize) continue;
    for (const Draft& used : drafts) {
      const bool own = used.actor.empty() || same_party(used.actor, readied.actor) || used.actor.front().phrase;
      if (own && used.alive() && used.kind.type == EventType::assault && used.moods == readied.moods && view.tree().is_within(used.match.head(), readied.match.head()))
        suppress(readied, "part of the attack \"" + used.trace.trigger + "\"");
    }
  }
  // The same event twice: same type and participants, linked words.
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    for (std::size_t k = i + 1; k < drafts.size(); ++k) {
      Draft& a = drafts[i];
      Draft& b = drafts[k];
      if (!a.alive() || !b.alive() || a.kind.type != b.kind.type) continue;
      const auto same_side = [](const Participants& left, const Participants& right) {
        if (left.size() != right.size()) return false;
        for (std::size_t n = 0; n < left.size(); ++n) {
          if (left[n].entity->code != right[n].entity->code || left[n].entity->sector != right[n].entity->sector) return false;
        }
        return true;
      };
      if (!same_side(a.actor, b.actor) || !same_side(a.recipient, b.recipient) || a.moods != b.moods) continue;
      const bool linked = a.top == b.top || contains(a.anchors, b.match.head()) || contains(b.anchors, a.match.head()) || view.tree().is_within(b.match.head(), a.match.head()) ||
                          view.tree().is_within(a.match.head(), b.match.head()) || (!a.outer.empty() && !b.outer.empty() && a.outer.back() == b.outer.back());
      if (linked) suppress(b, "the same event as \"" + a.trace.trigger + "\"");
    }
  }
}

}  // namespace attache::coding
