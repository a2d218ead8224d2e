#pragma once
/// Who says so: the speaker behind a clause, through chains of speech verbs, "according to", headlines with colons and quotations.

#include "coding/draft.h"
#include "coding/frame_lexicon.h"
#include "coding/participants.h"

namespace attache::coding {

/// Finds speakers in one sentence.
class Attribution {
 public:
  Attribution(const SentenceView& view, const FrameLexicon& lexicon, const ParticipantFinder& finder) : view_(view), lexicon_(lexicon), finder_(finder) {}
  void use(const Matches& matches) { matches_ = &matches; }

  /// True when the token's clause is what somebody says, or stands under an operator: there "would" is a future.
  bool is_reported(Index token) const;

  /// The nearest speaker to whom the words at the token belong, going outwards; empty for the report's own words. `composed`: operators that made
  /// another event of it, whose subjects act and do not report.
  Participants source(Index token, const std::vector<Index>& composed) const;

 private:
  Participants speaker_of(Index speech) const;
  Participants beside(Index at) const;
  Participants at_the_end(Index token) const;
  Participants according_to(Index token) const;
  Participants before_or_behind_colon(Index token) const;
  Participants speaker(const ActorMention& mention) const;

  const SentenceView& view_;
  const FrameLexicon& lexicon_;
  const ParticipantFinder& finder_;
  const Matches* matches_ = nullptr;
};

}  // namespace attache::coding
