#pragma once
/// Looks up a frame's or operator's roles in the tree.

#include "coding/draft.h"
#include "coding/event_memory.h"
#include "coding/frame_lexicon.h"
#include "coding/participants.h"

namespace attache::coding {

/// Who stands in a role, and where they were found.
struct RoleFound {
  Participants who;
  std::string place;
};

/// Looks up roles in one sentence.
class RoleFinder {
 public:
  RoleFinder(const SentenceView& view, const FrameLexicon& lexicon, const ParticipantFinder& finder) : view_(view), lexicon_(lexicon), finder_(finder) {}

  /// The sentence's triggers and the page's events so far, before the first use: a noun that is an event lends not its words but its own
  /// actor ("condemned *Chad's* attack"), or where it names one told before ("condemned *the attack*"), that one's.
  void use(const Matches& matches, const EventMemory& memory) {
    matches_ = &matches;
    memory_ = &memory;
  }

  /// Tries the sources in order. `anchors`: the trigger's head first, then its other words and its light verbs. `taken`: the other side, which
  /// cannot be found again. `inner`: the event an operator applies to, for `inner_actor` and `inner_recipient`; may be null.
  /// Who is only found inside a phrase and belongs to the other side's country yields to somebody at a later place: "closed *its* border with *Chad*".
  RoleFound find(const RoleSources& sources, const std::vector<Index>& anchors, KindMask wanted, const Participants& taken, const Draft* inner) const;

  /// The words that stand in the first place of a role that holds any, when nobody known is in any of them.
  RoleFound phrase(const RoleSources& sources, const std::vector<Index>& anchors) const;

  /// Who stands at the token; of an event's noun, who does the event.
  Participants who_at(Index token, const std::vector<Index>& anchors, KindMask wanted, const Participants& taken) const;

  /// The frame whose noun trigger is headed by the token; null for none.
  const Frame* event_noun(Index token) const;

 private:
  bool is_word_of_event(Index noun, Index word) const;
  Participants find_at(const RoleSource& source, const std::vector<Index>& anchors, KindMask wanted, const Participants& taken, const Draft* inner) const;
  Participants told_before(Index noun, const Frame& frame, KindMask wanted, const Participants& taken) const;
  Participants who_is_subject(Index head, const std::vector<Index>& anchors, KindMask wanted, const Participants& taken) const;
  Participants by_preposition(const RoleSource& source, const std::vector<Index>& anchors, KindMask wanted, const Participants& taken) const;
  Participants owner_of(Index noun, const std::vector<Index>& anchors, KindMask wanted, const Participants& taken) const;
  Participants possessor(Index noun, const std::vector<Index>& anchors, KindMask wanted, const Participants& taken) const;
  Participants modifier(Index noun, const std::vector<Index>& anchors, KindMask wanted, const Participants& taken) const;

  const SentenceView& view_;
  const FrameLexicon& lexicon_;
  const ParticipantFinder& finder_;
  const Matches* matches_ = nullptr;
  const EventMemory* memory_ = nullptr;
};

}  // namespace attache::coding
