#pragma once
/// How sure a record is: one probability that its type and everybody it names are right.

#include "coding/draft.h"
#include "coding/judgement/pair_model.h"

#include <optional>
#include <span>
#include <vector>

namespace attache::coding {

/// What confidence is computed from, in this order: 1; the parse, margin/(margin + 1); the least certainty among the participants that the lexicon knows; whether a
/// side is missing; whether somebody is mere words; whether the trigger has several words; whether its frame sets conditions; operators, at most three; whether the classifier was asked;
/// how likely the event's type is to it, and that nothing happens, as log-odds held to ±4 and divided by 4.
using Evidence = std::vector<double>;
inline constexpr std::size_t evidence_size = 11;

/// `judged` is the classifier's opinion of the event's pair, where it has one.
Evidence evidence_of(const Draft& draft, float parse_margin, const std::optional<TypeScores>& judged);

/// 0–1, to three places: the logistic function of the evidence's weighted sum. `weights` were fitted on held-out sentences (judgement/confidence_fit.h).
double calibrated_confidence(std::span<const double> evidence, std::span<const double> weights);

/// Without such weights, an uncalibrated product: the parse, the least certainty among the participants (0.9 for a side that is missing, 0.8 for
/// one with somebody the lexicon does not know), 0.8 for a trigger of a single word and 0.9 for more, and 0.95 for each operator.
double plain_confidence(const Draft& draft, float parse_margin);

}  // namespace attache::coding
