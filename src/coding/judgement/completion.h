#pragma once
/// Looks for the participant that the grammar left out: of the sentence's people the one to whom the classifier believes it was done, or by whom.

#include "coding/draft.h"
#include "coding/judgement/pair_opinions.h"

#include <vector>

namespace attache::coding {

/// Completes the drafts of one sentence after another.
class Completion {
 public:
  explicit Completion(PairOpinions& opinions) : opinions_(opinions) {}

  /// Gives drafts that have an actor and no recipient, or the other way round, the mention with which the classifier thinks the draft's type likeliest,
  /// when that is likelier than not and the frame's demands are met. A draft that was not to be coded for want of that participant then is.
  void complete(std::vector<Draft>& drafts);

 private:
  struct Candidate {
    const ActorMention* mention = nullptr;
    double probability = 0;
  };
  Candidate best_candidate(const std::vector<Draft>& drafts, const Draft& draft, bool seeks_recipient);

  PairOpinions& opinions_;
};

}  // namespace attache::coding
