#pragma once
/// What a protest is about, as far as CAMEO tells it apart: leadership, policy, rights, or institutions and regime.

#include "coding/draft.h"
#include "coding/frame_lexicon.h"

namespace attache::coding {

/// Makes a protest's code (141) that of what it is about (1412), by the topic's word nearest to the trigger below the event's outermost word; leaves it where none stands there.
void refine_protest(Draft& draft, const SentenceView& view, const FrameLexicon& lexicon);

}  // namespace attache::coding
