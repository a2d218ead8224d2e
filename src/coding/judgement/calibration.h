#pragma once
/// Makes probabilities mean what they say, by pairs that were judged by a model which had not learnt of them.

#include "coding/judgement/pair_model.h"

#include <span>

namespace attache::coding {

/// What a model says of a pair, and its truth.
struct JudgedPair {
  TypeScores scores;
  EventType type = EventType::none;  ///< `none`: nothing happens between the two in that direction.
};

/// What came of it.
struct Calibration {
  double temperature = 1;  ///< That logarithms of probabilities are to be divided by (Guo, Pleiss, Sun and Weinberger 2017).
  double loss = 0;         ///< Mean negative log-likelihood a pair, in nats, with it.
  double accuracy = 0;     ///< Of types, none included.
};

/// The temperature of least loss. Without pairs it is one.
Calibration calibrate(std::span<const JudgedPair> pairs);

}  // namespace attache::coding
