#pragma once
/// Fits how sure records may be to graded events, and says how far that can be believed.

#include <span>
#include <string>
#include <vector>

namespace attache::coding {

/// An event of the coder in a labelled sentence.
struct GradedEvent {
  std::vector<double> evidence;  ///< coding/confidence.h
  double confidence = 0;
  bool right = false;
};

/// Weights of the evidence by logistic regression with a little shrinkage, by Newton's method: the same events give the same weights. Empty for fewer than fifty events.
std::vector<double> fit_confidence(std::span<const GradedEvent> events);

/// For people: the expected calibration error over ten bins of equal width; each bin's mean confidence, share that is right and number of events; and for some least
/// confidences the share of right events among those kept, and the share of all right events that is kept.
std::string confidence_table(std::span<const GradedEvent> events);

}  // namespace attache::coding
