#pragma once
/// Events of which the lexicon is silent: the classifier proposes them where it is sure and the grammar allows it.

#include "coding/attribution.h"
#include "coding/draft.h"
#include "coding/frame_lexicon.h"
#include "coding/judgement/pair_opinions.h"
#include "coding/matcher.h"

#include <optional>
#include <vector>

namespace attache::coding {

/// Proposes for one sentence after another.
class Proposals {
 public:
  Proposals(const FrameLexicon& lexicon, PairOpinions& opinions) : lexicon_(lexicon), opinions_(opinions) {}

  /// Appends drafts of what the classifier is sure one known participant does to another, where
  ///
  /// - the grammar makes the first the doer of a verb and lets the second stand below it, not in a clause of its own;
  /// - the verb heads no trigger of that type in the lexicon: where it does, the frame's conditions were not met;
  /// - no event that is to be coded tells of that verb, links the two, or has one of them in an event of the same type.
  ///
  /// Who may have labelled pairs of sentences picked those in which something happens; in print most verbs tell of nothing political. Hence the conditions.
  /// `store` holds what the drafts point to.
  void propose(const Matches& matches, EntityStore& store, std::vector<Draft>& drafts);

 private:
  /// Somebody who does something, and who may be concerned by it.
  struct Candidate {
    const ActorMention* actor = nullptr;
    const ActorMention* recipient = nullptr;
    Index trigger = none;
  };
  struct Proposal {
    Candidate of;
    EventType type = EventType::none;
    double probability = 0;
    bool mutual = false;
  };
  bool may_take_part(const ActorMention& mention) const;
  Index trigger_between(const ActorMention& actor, const ActorMention& recipient, const std::vector<Draft>& drafts) const;
  std::vector<Candidate> candidates(const std::vector<Draft>& drafts) const;
  std::optional<Proposal> judged(const Candidate& candidate, const std::vector<Draft>& drafts);
  Draft draft_of(const Proposal& proposal, const Attribution& attribution);

  const FrameLexicon& lexicon_;
  PairOpinions& opinions_;
};

}  // namespace attache::coding
