#pragma once
/// Where the event stands that an operator is said of: "agreed *to lift*", "demanded *the release*", "the refusal *to sign*".

#include "coding/frame.h"
#include "coding/sentence_view.h"

namespace attache::coding {

/// True when the token `inner`, which hangs on `outer`, stands in one of the operator's places, and whose deed it is fits.
bool stands_in(const SentenceView& view, const Operator& operation, Index inner, Index outer);

/// The token that the inner event hangs on for an operator's purposes: its governor, or, for a participle or infinitive that a parser hung on the
/// operator's object ("accused [the army of shelling]"), that object's verb.
Index governor_of_inner(const SentenceView& view, Index inner);

}  // namespace attache::coding
