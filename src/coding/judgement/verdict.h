#pragma once
/// The classifier's verdict on the coder's own events: it confirms them, doubts them, and where it is sure corrects or rejects them.

#include "coding/draft.h"
#include "coding/frame_lexicon.h"
#include "coding/judgement/pair_opinions.h"

#include <vector>

namespace attache::coding {

/// Judges the events of one sentence after another.
class Verdict {
 public:
  Verdict(const FrameLexicon& lexicon, PairOpinions& opinions) : lexicon_(lexicon), opinions_(opinions) {}

  /// Of each draft that is to be coded and has two participants in the sentence: rejects it when the classifier is sure that nothing happens between them, gives it another
  /// type, with its mode and code, when the classifier is sure of that one and thinks little of the draft's own, and in any case notes in its trace what the classifier
  /// thinks.
  void pass(std::vector<Draft>& drafts);

 private:
  void correct(Draft& draft, EventType type, const Pair& pair) const;
  void name_own_type(Draft& draft, const Pair& pair) const;

  const FrameLexicon& lexicon_;
  PairOpinions& opinions_;
};

}  // namespace attache::coding
