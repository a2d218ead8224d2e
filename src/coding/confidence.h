#pragma once
/// How sure a record is, before any calibration.

#include "coding/draft.h"

namespace attache::coding {

/// 0–1, a product of: the parse, margin/(margin + 1); the least certainty among the participants (0.9 for a side that is missing, 0.8 for
/// one with somebody the lexicon does not know); the trigger, 0.8 for a single word, 0.9 for two, 0.95 for more, and 0.05 more when the frame sets
/// conditions on its participants; 0.95 for each operator.
double confidence_of(const Draft& draft, float parse_margin);

}  // namespace attache::coding
