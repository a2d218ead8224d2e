#pragma once
/// Trains the classifier of pairs on labelled sentences.

#include "coding/judgement/calibration.h"
#include "coding/judgement/pair_trainer.h"

#include <attache/attache.h>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attache {

/// The two parts of labelled data.
enum class DataPart : std::uint8_t { train, test };

/// The part a text belongs to, by its hash, so that it stays there whatever else is added: of ten texts eight train and calibrate, two test.
/// A tenth would be some four hundred events of the coder: among so few even probabilities that are right to a hair stand 0.04 from what was counted.
DataPart part_of(std::string_view text);

/// What came of training, for people and for the model's card.
struct ClassifierTraining {
  coding::PairModel model;
  coding::Calibration calibration;        ///< By pairs that were judged by models which had not learnt of them.
  std::vector<coding::PairModel> folds;   ///< These models: the first learnt of all texts but those of fold 0, and so on. Calibrated alike.
  std::size_t trained_on = 0;             ///< Pairs.
  std::size_t not_described = 0;          ///< Pairs whose participants stand in no sentence; left out.
};

/// Trains on the training part of the pairs; the test part is left alone. Pairs need an `event`. With two folds or more as many further models are trained, each without the texts
/// of its fold, which it then judges: the probabilities are calibrated by what they say (cross-fitting; Zadrozny and Elkan 2002), and nothing is lost to training. With fewer they stay
/// uncalibrated. `further` are pairs that all train, in every fold, and calibrate nothing. Errors: `empty` when there is nothing to train on, `malformed` for an event that is no PLOVER type.
Result<ClassifierTraining> train_classifier(const Attache& attache, std::span<const RelatedPair> pairs, std::span<const RelatedPair> further, std::size_t folds,
                                            const coding::TrainingOptions& options);

/// Fits the confidence of the coder's records: each fold's texts are coded with the classifier that had not learnt of them. The model keeps what came out. `engine` opens the coder; its
/// classifier is not used. `path` is a file that models can be written to and opened from. Errors: those of opening.
std::optional<Error> add_confidence(const Options& engine, const std::string& path, std::span<const RelatedPair> pairs, ClassifierTraining& training);

}  // namespace attache
