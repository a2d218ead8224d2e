#include "coding/judgement/completion.h"

#include "coding/judgement/candidates.h"

#include <fmt/format.h>

#include <algorithm>

namespace attache::coding {
namespace {

/// Likelier than not.
constexpr double kLeastProbability = 0.5;
/// An event that needs nobody more is left as it is unless the classifier is surer.
constexpr double kLeastWhenComplete = 0.6;

bool seeks_participant(const Draft& draft) {
  return draft.alive() || draft.why_not.ends_with("needs an actor") || draft.why_not.ends_with("needs a recipient");
}

/// A verb that has a subject of its own lacks no doer, even if that is nobody we know.
bool has_subject(const SentenceView& view, const Draft& draft) {
  return draft.trigger->word_class == WordClass::verb && !view.tree().is_passive(draft.match.head()) && view.tree().subject(draft.match.head()) != none;
}

/// "Charged with *plotting against the state*": nobody does a deed who stands in a clause about something else below it.
bool stands_in_clause_below(const SentenceView& view, const Draft& draft, Index head) {
  if (draft.composed && draft.match.head() != draft.top && view.tree().is_within(head, draft.match.head())) return true;
  bool clause = false;
  for (Index token = head; token != none; token = view.tree().governor(token)) {
    if (token == draft.match.head()) return clause;
    clause = clause || is_clause_relation(view.tree().relation(token));
  }
  return false;
}

/// Who takes part in another event of the sentence has a part already.
bool takes_part_elsewhere(const SentenceView& view, const std::vector<Draft>& drafts, const Draft& draft, Index head) {
  const auto mention = view.actor_mention(head);
  return std::any_of(drafts.begin(), drafts.end(), [&](const Draft& other) {
    if (&other == &draft || !other.alive()) return false;
    const auto is_the_same = [&](const Participant& participant) { return participant.token != none && view.actor_mention(participant.token) == mention; };
    return std::any_of(other.actor.begin(), other.actor.end(), is_the_same) || std::any_of(other.recipient.begin(), other.recipient.end(), is_the_same);
  });
}

bool holds_any(const Tree::Span& span, const std::vector<Index>& tokens) {
  return std::any_of(tokens.begin(), tokens.end(), [&](Index token) { return span.contains(token); });
}

}  // namespace

Completion::Candidate Completion::best_candidate(const std::vector<Draft>& drafts, const Draft& draft, bool seeks_recipient) {
  const SentenceView& view = opinions_.view();
  const Participants& present = seeks_recipient ? draft.actor : draft.recipient;
  const auto known = span_of(view, present.front());
  const KindMask wanted = seeks_recipient ? draft.frame->requires_recipient : draft.frame->requires_actor;
  Candidate best;
  for (const auto& mention : view.mentions().actors) {
    const auto span = span_of(mention);
    const auto head = static_cast<Index>(mention.head);
    if (!seeks_recipient && stands_in_clause_below(view, draft, head)) continue;
    // Who tells of a deed without a word of himself neither does nor undergoes it.
    if (draft.source && !mention.entities.empty() && mention.entities.front().text == draft.source->text) continue;
    if (mention.pronoun || is_where(view, head) || takes_part_elsewhere(view, drafts, draft, head)) continue;
    if ((span.first < known.last && known.first < span.last) || holds_any(span, draft.anchors) || holds_any(span, draft.outer)) continue;
    if (view.tree().is_within(head, present.front().token) || view.tree().is_within(present.front().token, head)) continue;
    const auto participants = participants_of(mention, 1);
    const bool fits = std::any_of(participants.begin(), participants.end(), [&](const Participant& one) { return ParticipantFinder::fits(one, wanted, present); });
    if (!fits || same_party(participants, present) || same_name(participants, present)) continue;
    const double probability = opinions_.of(seeks_recipient ? Pair{known, span} : Pair{span, known})[static_cast<std::size_t>(draft.kind.type)];
    if (probability > best.probability) best = {&mention, probability};
  }
  return best;
}

void Completion::complete(std::vector<Draft>& drafts) {
  for (Draft& draft : drafts) {
    if (!seeks_participant(draft) || draft.actor.empty() == draft.recipient.empty()) continue;
    // Those who do something together all stand on one side.
    const bool seeks_recipient = draft.recipient.empty();
    // Who resigns does so to nobody: the frame has no such place.
    const RoleSources& places = draft.trigger->word_class == WordClass::noun ? draft.frame->noun_recipient : draft.frame->recipient;
    if (seeks_recipient && !draft.composed && places.empty()) continue;
    if ((draft.frame->reciprocal && !draft.composed) || (seeks_recipient && draft.actor.size() > 1)) continue;
    if (!seeks_recipient && has_subject(opinions_.view(), draft)) continue;
    if ((seeks_recipient ? draft.actor : draft.recipient).front().token == none) continue;
    const auto found = best_candidate(drafts, draft, seeks_recipient);
    if (!found.mention || found.probability < (draft.alive() ? kLeastWhenComplete : kLeastProbability)) continue;
    auto& side = seeks_recipient ? draft.recipient : draft.actor;
    side = participants_of(*found.mention, found.probability);
    draft.why_not.clear();
    const char* role = seeks_recipient ? "recipient" : "actor";
    draft.trace.roles.push_back({role, "judgement", describe(side)});
    draft.trace.steps.push_back(fmt::format("{} judged likeliest of those in the sentence: {:.2f}", role, found.probability));
  }
}

}  // namespace attache::coding
