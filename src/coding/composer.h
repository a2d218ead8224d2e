#pragma once
/// From triggers to events of one sentence: roles, light verbs, operators, modality and source, stepping outwards through the tree.

#include "coding/attribution.h"
#include "coding/draft.h"
#include "coding/event_memory.h"
#include "coding/frame_lexicon.h"
#include "coding/modality.h"
#include "coding/open_roles.h"
#include "coding/participants.h"
#include "coding/roles.h"

#include <vector>

namespace attache::coding {

/// Composition never climbs more steps than this; deeper chains are parse errors.
inline constexpr int most_steps = 12;

/// Works on one sentence. Drafts that are not to be coded say why.
class Composer {
 public:
  /// `memory`: of the document's sentences before; what this one tells is added.
  Composer(const SentenceView& view, const FrameLexicon& lexicon, EntityStore& store, EventMemory& memory)
      : view_(view), lexicon_(lexicon), store_(store), memory_(memory), finder_(view, store), roles_(view, lexicon, finder_), open_roles_(view, lexicon, finder_), attribution_(view, lexicon, finder_) {}

  /// The drafts of all frame triggers, in the order of the text.
  std::vector<Draft> compose(const Matches& matches);

 private:
  std::vector<Draft> try_frame(const Match& match);
  void add_unknown_deeds(std::vector<Draft>& drafts);
  Draft begin(const Match& match) const;
  void climb(Draft& draft, std::vector<Draft>& more);
  bool step_into_relative_clause(Draft& draft);
  bool step_through_noun(Draft& draft);
  bool step_through_copula(Draft& draft);
  bool step_through_light_verb(Draft& draft);
  bool step_through_operator(Draft& draft, std::vector<Draft>& more);
  bool step_through_conjunct(Draft& draft);
  bool is_own_force(const Draft& draft, const Participant& participant) const;
  void find_own_roles(Draft& draft);
  void undergo_in_headline(Draft& draft) const;
  void drop_thing_meant_by_it(Draft& draft) const;
  bool is_thing_requested(const Draft& draft) const;
  RoleFound answered(const Draft& draft) const;
  RoleFound endured(const Draft& draft) const;
  void find_open_roles(Draft& draft, const RoleSources& actor, const RoleSources& recipient);
  bool is_done_by_no_actor(Index verb) const;
  bool apply(Draft& draft, const Match& match, const Operator& operation, std::vector<Draft>& more);
  Participants phrase_of_trigger(const Draft& draft) const;
  void find_source(Draft& draft);
  void carry(Draft& draft, const Match& light, TriggerOwner kind, Index noun);
  void move_up(Draft& draft, Index to) const;
  void trace_role(Draft& draft, const char* role, const RoleFound& found) const;
  const Match* light_verb_at(Index token) const;

  const SentenceView& view_;
  const FrameLexicon& lexicon_;
  EntityStore& store_;
  EventMemory& memory_;
  ParticipantFinder finder_;
  RoleFinder roles_;
  OpenRoles open_roles_;
  Attribution attribution_;
  const Matches* matches_ = nullptr;
};

}  // namespace attache::coding
