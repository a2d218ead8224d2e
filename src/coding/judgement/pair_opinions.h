#pragma once
/// What the classifier thinks of the pairs of one sentence.

#include "coding/draft.h"
#include "coding/frame_lexicon.h"
#include "coding/judgement/pair_features.h"
#include "coding/judgement/pair_model.h"
#include "coding/matcher.h"
#include "coding/sentence_view.h"

#include <optional>
#include <string>
#include <vector>

namespace attache::coding {

/// Asked about one sentence after another. Each pair is judged once, however often it is asked about.
class PairOpinions {
 public:
  PairOpinions(const FrameLexicon& lexicon, const PairModel& model) : model_(model), describer_(lexicon) {}

  /// Takes up a sentence. The drafts are kept as the composer left them, for that is how the classifier saw them when it learnt: what its own advice makes of
  /// one must not speak for the next. View and matches must outlive the use.
  void use(const SentenceView& view, const Matches& matches, const std::vector<Draft>& drafts);

  TypeScores of(const Pair& pair);
  /// Of the first of the draft's actors and the first of its recipients, or the second actor where all stand on one side. Nothing when the draft has not
  /// two participants that stand in the sentence.
  /// What other events between the two are to be coded beside it ("convicted and jailed him") speaks not against it: their types are left out of account.
  std::optional<TypeScores> of(const Draft& draft, const std::vector<Draft>& drafts);
  /// The likeliest mode of that type between the two; empty when that is to have none.
  std::string mode(const Pair& pair, EventType type);

  /// The type of one's own that an event of that type between the two is likelier than not; empty for none.
  std::string own_type(const Pair& pair, EventType type);

  /// The two that `of` judges a draft by.
  std::optional<Pair> pair_of(const Draft& draft) const;

  const SentenceView& view() const { return *view_; }

 private:
  struct Known {
    Pair pair;
    TypeScores scores;
  };
  void describe(const Pair& pair);

  const PairModel& model_;
  PairFeatures describer_;
  const SentenceView* view_ = nullptr;
  const Matches* matches_ = nullptr;
  std::vector<Draft> told_;
  std::vector<Known> known_;
  std::vector<Feature> features_;
};

}  // namespace attache::coding
