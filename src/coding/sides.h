#pragma once
/// Who only seems to take part in an event: who does it to himself, and reporters to whom it is told.

#include "coding/draft.h"

namespace attache::coding {

/// Takes those out of the draft's sides. Says why it is not to be coded when nothing is left of what the event needs.
void clear_sides(Draft& draft, const SentenceView& view);

}  // namespace attache::coding
