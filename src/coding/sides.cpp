#include "coding/sides.h"

#include "base/contains.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace attache::coding {
namespace {

bool is_conflict(EventType type) {
  switch (type) {
    case EventType::accuse: case EventType::threaten: case EventType::sanction: case EventType::coerce: case EventType::assault: return true;
    default: return false;
  }
}

bool is_oneself(const SentenceView& view, const Participant& participant) {
  static constexpr std::array<std::string_view, 8> oneself = {"himself", "herself", "itself", "themselves", "myself", "ourselves", "yourself", "yourselves"};
  return participant.token != none && contains(oneself, view.token(participant.token).text);
}

/// "Blamed *himself*", "set *himself* on fire": no deed between two.
void clear_oneself(Draft& draft, const SentenceView& view) {
  const auto own_word = [&](Index token) { return std::find(draft.match.words.begin(), draft.match.words.end(), token) != draft.match.words.end(); };
  const bool done_to_oneself = std::erase_if(draft.recipient, [&](const Participant& participant) { return is_oneself(view, participant) && !own_word(participant.token); }) > 0;
  if (done_to_oneself && draft.recipient.empty() && is_conflict(draft.kind.type)) draft.why_not = "done to oneself";
}

bool is_reporter(const Participant& participant) { return participant.entity->sector == "JRN"; }

/// "Told *reporters* that …", "while addressing *the press*": they only hear it.
bool is_told(const SentenceView& view, const Participant& participant) {
  static constexpr std::array<std::string_view, 9> telling = {"tell", "say", "speak", "talk", "address", "brief", "inform", "explain", "add"};
  if (!is_reporter(participant) || participant.token == none) return false;
  const Index verb = view.tree().governor(participant.token);
  return verb != none && contains(telling, view.token(verb).lemma);
}

/// "Spoke with *the BBC*", "met *journalists*": an interview is no consultation. Who visits is another matter.
void clear_interviews(Draft& draft) {
  if (draft.frame->kind.type != EventType::consult || draft.kind.mode == "visit" || draft.frame->kind.mode == "visit") return;
  const auto is_left = [](const Participants& side) { return side.empty() || !std::all_of(side.begin(), side.end(), is_reporter); };
  const bool interview = !is_left(draft.actor) || !is_left(draft.recipient);
  std::erase_if(draft.recipient, is_reporter);
  if (draft.actor.size() > 1) std::erase_if(draft.actor, is_reporter);
  if (interview || (draft.frame->reciprocal && draft.recipient.empty() && draft.actor.size() == 1 && is_reporter(draft.actor.front()))) draft.why_not = "told to reporters";
}

/// "Iran denied *the accusation*", which was its own: what points to an event told before points to nobody else then.
void clear_own_event(Draft& draft) {
  std::erase_if(draft.recipient, [&](const Participant& participant) {
    const Entity& meant = *participant.entity;
    return meant.via == "event" && std::any_of(draft.actor.begin(), draft.actor.end(), [&](const Participant& actor) {
             return actor.entity->code == meant.code && (actor.entity->sector == meant.sector || actor.entity->sector.empty());
           });
  });
}

}  // namespace

void clear_sides(Draft& draft, const SentenceView& view) {
  clear_oneself(draft, view);
  std::erase_if(draft.recipient, [&](const Participant& participant) { return is_told(view, participant); });
  clear_interviews(draft);
  clear_own_event(draft);
}

}  // namespace attache::coding
