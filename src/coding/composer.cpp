#include "coding/composer.h"

#include "coding/home_nation.h"
#include "coding/judge.h"

#include <algorithm>

namespace attache::coding {

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
  if (draft.recipient.empty() && !draft.actor.empty()) {
    if (RoleFound found = endured(draft); !found.who.empty()) {
      trace_role(draft, "recipient", found);
      draft.recipient = std::move(found.who);
    }
  }
  if (!draft.dropped) make_plain(draft, view_, lexicon_);
  settle_unknown_people(draft, view_, memory_.home(), store_);
  find_source(draft);
}

bool Composer::step_through_conjunct(Draft& draft) {
  const Tree& tree = view_.tree();
  if (tree.relation(draft.top) != Relation::conj) return false;
  const Index first = tree.governor(draft.top);
  if (first == none) return false;
  // What governs the first conjunct governs all; its own auxiliaries only reach verbs without any: "will visit Chad and hold talks".
  // "Did not want them to fight and *calls on* them": a verb with a tense is no further infinitive.
  const std::string_view tag = view_.token(draft.top).xpos;
  if (view_.token(first).xpos == "VB" && (tag == "VBZ" || tag == "VBD") && tree.relation(first) != Relation::root) return false;
  const bool bare = view_.token(draft.top).xpos == "VB" && view_.token(first).xpos == "VB" && !tree.has_child(draft.top, Relation::aux);
  if (bare) {
    MoodFound shared = mood_at(view_, lexicon_, first, attribution_.is_reported(first));
    shared.moods &= static_cast<MoodMask>(~bit(Mood::negation));
    add_mood(draft, view_, shared);
  }
  move_up(draft, first);
  return true;
}

void Composer::find_source(Draft& draft) {
  const Participants who = draft.composed ? attribution_.source(draft.top, draft.outer) : attribution_.source(draft.match.head(), {});
  if (who.empty()) return;
  draft.source = who.front().entity;
  draft.source_certainty = who.front().certainty;
  draft.trace.steps.push_back("according to " + describe({who.front()}));
  // "The minister said talks with Chad were on the table": what nobody in particular offers or threatens, the speaker does.
  // "An agreement had been reached with Chad, the rebels said": who tells of a deal with another without naming its own side is that side.
  const bool one_sided = draft.frame->reciprocal && draft.trigger->word_class == WordClass::verb && draft.recipient.size() == 1 && view_.tree().is_passive(draft.match.head());
  // Reporters tell of others' deeds.
  const bool reporter = who.front().entity->sector == "JRN";
  if ((draft.composed || one_sided) && !reporter && draft.actor.empty() && !same_party(who, draft.recipient)) {
    draft.actor = {who.front()};
    draft.trace.roles.push_back({"actor", "the speaker", describe(draft.actor)});
  }
}

}  // namespace attache::coding
