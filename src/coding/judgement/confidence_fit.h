#pragma once
/// Fits how sure records may be to graded events, and says how far that can be believed.

#include "coding/confidence.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace attache::coding {

/// An event of the coder in a labelled sentence.
struct GradedEvent {
  Evidence evidence;
  double confidence = 0;
  bool told = false;              ///< The labels say such an event of the participants' words.
  std::optional<bool> resolved;   ///< … and whether these are those people; nothing where that is not labelled, or the record does not say.

  bool right() const { return told && resolved.value_or(true); }
};

/// Weights of each part of the evidence by logistic regression with a little shrinkage, by Newton's method: the same events give the same weights. Of the resolution only events count
/// that the labels tell. A part of which fewer than fifty events speak has none.
ConfidenceWeights fit_confidence(std::span<const GradedEvent> events);

/// For people: the expected calibration error over ten bins of equal width; each bin's mean confidence, share that is right and number of events; and for some least
/// confidences the share of right events among those kept, and the share of all right events that is kept.
std::string confidence_table(std::span<const GradedEvent> events);

}  // namespace attache::coding
