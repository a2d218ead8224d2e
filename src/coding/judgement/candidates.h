#pragma once
/// The people of a sentence to whom the classifier may give a part in an event.

#include "coding/participants.h"
#include "coding/sentence_view.h"

#include <attache/mention.h>

namespace attache::coding {

Tree::Span span_of(const ActorMention& mention);

/// The mention's known entities as participants, as certain as its resolution and the classifier together. Empty when none of them is known.
Participants participants_of(const ActorMention& mention, double probability);

/// "Teachers marched in *Rabat*": the town is where it happened and nobody's part.
bool is_where(const SentenceView& view, Index head);

/// "I" and the inspector who says it: one person under two mentions.
bool same_name(const Participants& some, const Participants& others);

}  // namespace attache::coding
