#pragma once
/// Trains the classifier of pairs on labelled sentences.

#include "coding/judgement/pair_trainer.h"

#include <attache/attache.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attache {

/// The three parts of labelled data.
enum class DataPart : std::uint8_t { train, held_out, test };

/// The part a text belongs to, by its hash, so that it stays there whatever else is added: of ten texts seven train, one is held out, two test.
/// A tenth would be some four hundred events of the coder: among so few even probabilities that are right to a hair stand 0.04 from what was counted.
DataPart part_of(std::string_view text);

/// What came of training, for people and for the model's card.
struct ClassifierTraining {
  std::string model;                  ///< The file's bytes.
  coding::TrainingReport report;
  std::size_t trained_on = 0, held_out = 0;
  std::size_t not_described = 0;      ///< Pairs whose participants stand in no sentence; left out.
};

/// Trains on the training part of the pairs, calibrates on the held-out part; the test part is left alone. Pairs need an `event`.
/// `further` are pairs that all train, whatever part their texts fall into. Errors: `empty` when there is nothing to train on, `malformed` for an event that is no PLOVER type.
Result<ClassifierTraining> train_classifier(const Attache& attache, std::span<const RelatedPair> pairs, std::span<const RelatedPair> further,
                                            const coding::TrainingOptions& options);

/// Fits the confidence of the coder's records with that classifier, on the held-out part of the pairs, and keeps it in the model. `engine` opens the coder; its classifier is not used.
/// `path` is a file the model can be written to and opened from. Errors: those of opening.
Result<std::string> add_confidence(const Options& engine, const std::string& path, const std::string& model, std::span<const RelatedPair> pairs);

}  // namespace attache
