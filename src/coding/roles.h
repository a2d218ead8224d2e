#pragma once
/// Looks up a frame's or operator's roles in the tree.

#include "coding/draft.h"
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
  RoleFinder(const SentenceView& view, const ParticipantFinder& finder) : view_(view), finder_(finder) {}

  /// Tries the sources in order. `anchors`: the trigger's head first, then its other words and its light verbs. `taken`: the other side, which
  /// cannot be found again. `inner`: the event an operator applies to, for `inner_actor` and `inner_recipient`; may be null.
  RoleFound find(const RoleSources& sources, const std::vector<Index>& anchors, KindMask wanted, const Participants& taken, const Draft* inner) const;

 private:
  Participants find_at(const RoleSource& source, const std::vector<Index>& anchors, KindMask wanted, const Participants& taken, const Draft* inner) const;
  Participants by_preposition(const std::vector<WordId>& preposition, const std::vector<Index>& anchors, KindMask wanted, const Participants& taken) const;
  Participants owner_of(Index noun, KindMask wanted, const Participants& taken) const;
  Participants possessor(Index noun, KindMask wanted, const Participants& taken) const;
  Participants modifier(Index noun, KindMask wanted, const Participants& taken) const;

  const SentenceView& view_;
  const ParticipantFinder& finder_;
};

}  // namespace attache::coding
