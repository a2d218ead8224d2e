#include "coding/judgement/proposal.h"

#include "coding/judge.h"
#include "coding/judgement/candidates.h"
#include "coding/modality.h"

#include <fmt/format.h>

#include <algorithm>

namespace attache::coding {
namespace {

/// A type must be so likely.
constexpr double kLeast = 0.7;
/// In a sentence with many names so many pairs are asked about.
constexpr std::size_t kMostPairs = 12;

/// The frame and triggers of what no frame says.
const Frame& no_frame() {
  static const Frame frame = [] {
    Frame made;
    made.name = "none";
    return made;
  }();
  return frame;
}

const Trigger& no_trigger() {
  static const Trigger trigger;
  return trigger;
}

bool takes_part(const SentenceView& view, const Draft& draft, const ActorMention& mention) {
  const auto number = view.actor_mention(static_cast<Index>(mention.head));
  const auto is_the_one = [&](const Participant& participant) { return participant.token != none && view.actor_mention(participant.token) == number; };
  return std::any_of(draft.actor.begin(), draft.actor.end(), is_the_one) || std::any_of(draft.recipient.begin(), draft.recipient.end(), is_the_one);
}

/// Whether the word tells of an event that is to be coded.
bool is_told(const std::vector<Draft>& drafts, Index word) {
  const auto holds = [word](const std::vector<Index>& words) { return std::find(words.begin(), words.end(), word) != words.end(); };
  return std::any_of(drafts.begin(), drafts.end(), [&](const Draft& draft) {
    return draft.alive() && (draft.top == word || holds(draft.match.words) || holds(draft.anchors) || holds(draft.outer));
  });
}

/// Types that say by themselves that something is not yet, or not.
bool says_modality(EventType type) {
  switch (type) {
    case EventType::agree: case EventType::concede: case EventType::request: case EventType::reject: case EventType::threaten: return true;
    default: return false;
  }
}

/// Where one does it to another, both often do it to each other.
bool may_be_mutual(EventType type) { return type == EventType::consult || type == EventType::agree || type == EventType::support || type == EventType::cooperate; }

/// "Iran and China offered …", "police arrested the editor and his brother": who stands beside one side while the other is the same.
void add_side_by_side(const Tree& tree, const ActorMention& actor, const ActorMention& recipient, Draft& draft) {
  const auto beside = [&](const ActorMention& mention, const Participants& side) { return tree.first_conjunct(static_cast<Index>(mention.head)) == tree.first_conjunct(side.front().token); };
  const auto actors = participants_of(actor, 1), recipients = participants_of(recipient, 1);
  const bool one_actor = same_party(draft.actor, actors), one_recipient = same_party(draft.recipient, recipients);
  if (one_actor && !one_recipient && beside(recipient, draft.recipient)) draft.recipient.insert(draft.recipient.end(), recipients.begin(), recipients.end());
  if (one_recipient && !one_actor && beside(actor, draft.actor)) draft.actor.insert(draft.actor.end(), actors.begin(), actors.end());
}

}  // namespace

bool Proposals::may_take_part(const ActorMention& mention) const {
  return !mention.pronoun && std::any_of(mention.entities.begin(), mention.entities.end(), is_known) && !is_where(opinions_.view(), static_cast<Index>(mention.head));
}

/// The verb that the one does and below which the other stands; `none` where the grammar has no such, or what it tells is to be coded already.
Index Proposals::trigger_between(const ActorMention& actor, const ActorMention& recipient, const std::vector<Draft>& drafts) const {
  const SentenceView& view = opinions_.view();
  const Tree& tree = view.tree();
  const auto doer = static_cast<Index>(actor.head), undergoer = static_cast<Index>(recipient.head);
  Index verb = undergoer;
  while (verb != none && (verb == undergoer || view.token(verb).upos != Upos::verb)) {
    if (is_clause_relation(tree.relation(verb))) return none;
    verb = tree.governor(verb);
  }
  if (verb == none || is_told(drafts, verb)) return none;
  const Index subject = tree.logical_subject(verb);
  if (subject == none || (subject != doer && tree.first_conjunct(doer) != subject) || tree.is_within(undergoer, subject)) return none;
  // "Offered to mediate": the first verb says what is done.
  while (tree.relation(verb) == Relation::xcomp && view.token(tree.governor(verb)).upos == Upos::verb && tree.logical_subject(tree.governor(verb)) == subject) {
    verb = tree.governor(verb);
    if (is_told(drafts, verb)) return none;
  }
  return verb;
}

std::vector<Proposals::Candidate> Proposals::candidates(const std::vector<Draft>& drafts) const {
  const SentenceView& view = opinions_.view();
  std::vector<Candidate> found;
  for (const auto& actor : view.mentions().actors) {
    // Companies' deeds are mostly business, whatever the words.
    if (!may_take_part(actor) || actor.entities.front().sector == "BUS") continue;
    const auto span = span_of(actor);
    const auto actors = participants_of(actor, 1);
    for (const auto& recipient : view.mentions().actors) {
      const auto other = span_of(recipient);
      if ((span.first < other.last && other.first < span.last) || !may_take_part(recipient)) continue;
      const Index trigger = trigger_between(actor, recipient, drafts);
      if (trigger == none) continue;
      const bool linked = std::any_of(drafts.begin(), drafts.end(), [&](const Draft& draft) { return draft.alive() && takes_part(view, draft, actor) && takes_part(view, draft, recipient); });
      const auto recipients = participants_of(recipient, 1);
      if (!linked && !same_party(actors, recipients) && !same_name(actors, recipients)) found.push_back({&actor, &recipient, trigger});
    }
  }
  if (found.size() > kMostPairs) found.resize(kMostPairs);
  return found;
}

std::optional<Proposals::Proposal> Proposals::judged(const Candidate& candidate, const std::vector<Draft>& drafts) {
  const Tree::Span actor = span_of(*candidate.actor), recipient = span_of(*candidate.recipient);
  const TypeScores scores = opinions_.of(Pair{actor, recipient});
  const auto likeliest = static_cast<std::size_t>(std::max_element(scores.begin(), scores.begin() + event_type_count) - scores.begin());
  const auto type = static_cast<EventType>(likeliest);
  if (scores[likeliest] < kLeast) return std::nullopt;
  const bool another_reading = std::any_of(drafts.begin(), drafts.end(), [&](const Draft& draft) {
    return draft.alive() && draft.kind.type == type && (takes_part(opinions_.view(), draft, *candidate.actor) || takes_part(opinions_.view(), draft, *candidate.recipient));
  });
  // The lexicon is not silent of a verb that heads triggers of that type: their conditions are not met.
  const bool weighed = (lexicon_.types_of(opinions_.view().lemma(candidate.trigger)) >> likeliest & 1) != 0;
  if (another_reading || weighed) return std::nullopt;
  Proposal proposal{candidate, type, scores[likeliest], false};
  proposal.mutual = may_be_mutual(type) && opinions_.of(Pair{recipient, actor})[likeliest] >= kLeast;
  return proposal;
}

Draft Proposals::draft_of(const Proposal& proposal, const Attribution& attribution) {
  const SentenceView& view = opinions_.view();
  const Index trigger = proposal.of.trigger;
  Draft draft;
  draft.frame = &no_frame();
  draft.trigger = &no_trigger();
  draft.proposed = true;
  draft.match.words = {trigger};
  draft.anchors = draft.match.words;
  draft.top = trigger;
  draft.kind.type = proposal.type;
  const Pair pair{span_of(*proposal.of.actor), span_of(*proposal.of.recipient)};
  draft.kind.mode = opinions_.mode(pair, proposal.type);
  draft.own_type = opinions_.own_type(pair, proposal.type);
  draft.kind.cameo = lexicon_.ontology().cameo_for(proposal.type, draft.kind.mode);
  draft.actor = participants_of(*proposal.of.actor, 1);
  draft.recipient = participants_of(*proposal.of.recipient, 1);
  draft.trace.sequence = view.sentence().sequence;
  draft.trace.frame = "none, proposed by the classifier";
  draft.trace.trigger = joined_words(view, draft.match.words);
  draft.trace.token = static_cast<std::uint32_t>(trigger);
  draft.trace.roles.push_back({"actor", "judgement", describe(draft.actor)});
  draft.trace.roles.push_back({"recipient", "judgement", describe(draft.recipient)});
  draft.trace.steps.push_back(fmt::format("proposed by the classifier: {} {:.2f}", name_of(proposal.type), proposal.probability));
  if (!says_modality(proposal.type)) add_mood(draft, view, mood_at(view, lexicon_, trigger, attribution.is_reported(trigger)));
  const Participants who = attribution.source(trigger, {});
  if (!who.empty()) {
    draft.source = who.front().entity;
    draft.source_certainty = who.front().certainty;
    draft.trace.steps.push_back("according to " + describe({who.front()}));
  }
  if (proposal.mutual) {
    draft.actor.insert(draft.actor.end(), draft.recipient.begin(), draft.recipient.end());
    draft.recipient.clear();
  }
  return draft;
}

void Proposals::propose(const Matches& matches, EntityStore& store, std::vector<Draft>& drafts) {
  std::vector<Proposal> proposals;
  for (const auto& candidate : candidates(drafts)) {
    if (const auto proposal = judged(candidate, drafts)) proposals.push_back(*proposal);
  }
  if (proposals.empty()) return;
  std::stable_sort(proposals.begin(), proposals.end(), [](const Proposal& a, const Proposal& b) { return a.probability > b.probability; });
  const SentenceView& view = opinions_.view();
  const ParticipantFinder finder(view, store);
  Attribution attribution(view, lexicon_, finder);
  attribution.use(matches);
  const auto before = static_cast<std::ptrdiff_t>(drafts.size());
  for (const auto& proposal : proposals) {
    // A verb tells one event; "police arrested the editor and his brother" is done to both.
    const auto told = std::find_if(drafts.begin() + before, drafts.end(), [&](const Draft& draft) { return draft.match.head() == proposal.of.trigger; });
    if (told == drafts.end()) {
      drafts.push_back(draft_of(proposal, attribution));
      judge_alone(drafts.back(), view, lexicon_);
      continue;
    }
    if (told->kind.type == proposal.type && !proposal.mutual && !told->recipient.empty()) add_side_by_side(view.tree(), *proposal.of.actor, *proposal.of.recipient, *told);
  }
}

}  // namespace attache::coding
