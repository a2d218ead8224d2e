#pragma once
/// How sure a record is: one probability that its type and everybody it names are right.

#include "coding/draft.h"
#include "coding/judgement/pair_model.h"

#include <optional>

namespace attache::coding {

/// What confidence is computed from. For the telling, in this order: 1; the parse, margin/(margin + 1); the least certainty among the participants that the lexicon knows; whether a
/// side is missing; whether somebody is mere words; whether the trigger has several words; whether its frame sets conditions; operators, at most three; whether the classifier was asked;
/// how likely the event's type is to it, and that nothing happens, as log-odds held to ±4 and divided by 4; the former again where it is likelier than not; whether the classifier proposed
/// the event; whether a noun tells it; whether it is asserted.
/// For the resolution, of participants whose country or body is given: 1; how far the least certain is from certain; whether somebody is a pronoun; whether somebody was named before by
/// other words.
/// `judged` is the classifier's opinion of the event's pair, where it has one.
Evidence evidence_of(const Draft& draft, float parse_margin, const std::optional<TypeScores>& judged);

/// 0–1, to three places: the product of the logistic functions of each half's weighted sum. `weights` were fitted on labelled sentences (judgement/confidence_fit.h).
double calibrated_confidence(const Evidence& evidence, const ConfidenceWeights& weights);

/// Without such weights, an uncalibrated product: the parse, the least certainty among the participants (0.9 for a side that is missing, 0.8 for
/// one with somebody the lexicon does not know), 0.8 for a trigger of a single word and 0.9 for more, and 0.95 for each operator.
double plain_confidence(const Draft& draft, float parse_margin);

}  // namespace attache::coding
