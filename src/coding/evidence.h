#pragma once
/// What is known for and against a record, in numbers, and what each weighs in its confidence (coding/confidence.h).

#include <vector>

namespace attache::coding {

/// For the two halves of the question, whether the sentence tells such an event of these words, and whether the words stand for whom the record says.
struct Evidence {
  std::vector<double> telling;
  std::vector<double> resolution;
};

/// A weight for each piece; a half without weights is taken as certain.
struct ConfidenceWeights {
  std::vector<double> telling;
  std::vector<double> resolution;

  friend bool operator==(const ConfidenceWeights&, const ConfidenceWeights&) = default;
};

}  // namespace attache::coding
