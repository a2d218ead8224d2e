#pragma once
/// What holds of anybody: law, policy and what may be done. "The constitution requires the Senate to confirm judges" confirms no judge.

#include "coding/draft.h"

namespace attache::coding {

/// True when the sentence asks whether it was done.
bool is_asked(const SentenceView& view);

/// True when the sentence says that such things are done, may be done or must be done, not that one was.
bool is_general_statement(const Draft& draft, const SentenceView& view);

}  // namespace attache::coding
