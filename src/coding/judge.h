#pragma once
/// Which drafts become records: those with the participants their frames ask for, and each event once.

#include "coding/draft.h"
#include "coding/frame_lexicon.h"

#include <vector>

namespace attache::coding {

/// Gives the draft its `why_not` when by itself it is not to be coded: nobody known takes part, or a role that its frame or type needs is empty.
void judge_alone(Draft& draft, const SentenceView& view, const FrameLexicon& lexicon);

/// Gives every draft that is not to be coded its `why_not`: nobody known takes part, a role that its frame or type needs is empty, its words are part
/// of another event's, or another draft says the same.
void judge(std::vector<Draft>& drafts, const SentenceView& view, const FrameLexicon& lexicon);

}  // namespace attache::coding
