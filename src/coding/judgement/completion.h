#pragma once
/// Looks for the participant that the grammar left out: of the sentence's people the one to whom the classifier believes it was done, or by whom.

#include "coding/draft.h"
#include "coding/frame_lexicon.h"
#include "coding/judgement/pair_features.h"
#include "coding/judgement/pair_model.h"
#include "coding/matcher.h"
#include "coding/sentence_view.h"

#include <vector>

namespace attache::coding {

/// Completes the drafts of one sentence after another.
class Completion {
 public:
  Completion(const FrameLexicon& lexicon, const PairModel& model) : model_(model), describer_(lexicon) {}

  /// Gives drafts that have an actor and no recipient, or the other way round, the mention with which the classifier thinks the draft's type likeliest,
  /// when that is likelier than not and the frame's demands are met. A draft that was not to be coded for want of that participant then is.
  void complete(const SentenceView& view, const Matches& matches, std::vector<Draft>& drafts);

 private:
  struct Candidate {
    const ActorMention* mention = nullptr;
    double probability = 0;
  };
  Candidate best_candidate(const SentenceView& view, const Matches& matches, const std::vector<Draft>& drafts, const Draft& draft, bool seeks_recipient);

  const PairModel& model_;
  PairFeatures describer_;
  std::vector<Feature> features_;
};

}  // namespace attache::coding
