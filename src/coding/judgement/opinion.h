#pragma once
/// What the classifier thinks of the coder's own events.

#include "coding/draft.h"
#include "coding/frame_lexicon.h"
#include "coding/judgement/pair_features.h"
#include "coding/judgement/pair_model.h"
#include "coding/matcher.h"
#include "coding/sentence_view.h"

#include <optional>
#include <span>
#include <vector>

namespace attache::coding {

/// Asks for the events of one sentence after another.
class Opinion {
 public:
  Opinion(const FrameLexicon& lexicon, const PairModel& model) : model_(model), describer_(lexicon) {}

  /// The classifier's probabilities for the first of the draft's actors and the first of its recipients, or the second actor where all stand on one side.
  /// Nothing when the draft has not two participants that stand in the sentence. `drafts` are all of the sentence.
  std::optional<TypeScores> of(const SentenceView& view, const Matches& matches, std::span<const Draft> drafts, const Draft& draft);

 private:
  const PairModel& model_;
  PairFeatures describer_;
  std::vector<Feature> features_;
};

}  // namespace attache::coding
