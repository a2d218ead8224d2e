#include "api/classifier_training.h"

#include "api/graded_events.h"
#include "base/hash.h"

#include <fstream>

namespace attache {
namespace {

/// Pairs described together: bounds the memory that sentences and trees take.
constexpr std::size_t kBatch = 256;

/// Of a text whose pairs all train.
constexpr std::size_t kNoFold = static_cast<std::size_t>(-1);

Error untrainable(ErrorKind kind, std::string message, const std::string& id) { return {kind, std::move(message), Place{id, {}, {}, {}}, {}}; }

/// The benchmark's common name for two types that the manual keeps apart.
coding::EventType type_of(const std::string& event) { return event == "YIELD" ? coding::EventType::retreat : coding::event_type_from(event); }

std::size_t fold_of(std::string_view text, std::size_t folds) { return folds == 0 ? kNoFold : stable_hash(text, 11) % folds; }

/// What training looks at, and the fold of each pair.
struct TrainingPairs {
  std::vector<coding::LabelledPair> pairs;
  std::vector<std::size_t> folds;
};

std::vector<coding::LabelledPair> without_fold(const TrainingPairs& all, std::size_t fold) {
  std::vector<coding::LabelledPair> pairs;
  for (std::size_t i = 0; i < all.pairs.size(); ++i) {
    if (all.folds[i] != fold) pairs.push_back(all.pairs[i]);
  }
  return pairs;
}

}  // namespace

DataPart part_of(std::string_view text) {
  const auto tenth = stable_hash(text, 7) % 10;
  return tenth == 0 || tenth == 2 ? DataPart::test : DataPart::train;
}

Result<ClassifierTraining> train_classifier(const Attache& attache, std::span<const RelatedPair> pairs, std::span<const RelatedPair> further, std::size_t folds,
                                            const coding::TrainingOptions& options) {
  ClassifierTraining training;
  TrainingPairs all;
  std::optional<Error> trouble;
  const auto describe = [&](std::span<const RelatedPair> batch, bool all_train) {
    auto features = attache.describe(batch);
    for (std::size_t i = 0; i < batch.size() && !trouble; ++i) {
      if (batch[i].event.empty() || (!all_train && part_of(batch[i].text) == DataPart::test)) continue;
      const auto type = type_of(batch[i].event);
      if (type == coding::EventType::none && batch[i].event != "none") {
        trouble = untrainable(ErrorKind::malformed, "no PLOVER type is called " + batch[i].event, batch[i].id);
      } else if (features[i].empty()) {
        ++training.not_described;
      } else {
        all.pairs.push_back({std::move(features[i]), type, batch[i].mode, batch[i].own_type});
        all.folds.push_back(all_train ? kNoFold : fold_of(batch[i].text, folds));
      }
    }
  };
  for (const auto& [some, all_train] : {std::pair(pairs, false), std::pair(further, true)}) {
    for (std::size_t first = 0; first < some.size() && !trouble; first += kBatch) describe(some.subspan(first, std::min(kBatch, some.size() - first)), all_train);
  }
  if (trouble) return tl::make_unexpected(*trouble);
  if (all.pairs.empty()) return tl::make_unexpected(untrainable(ErrorKind::empty, "no labelled pairs to train on", {}));
  training.trained_on = all.pairs.size();
  std::vector<coding::JudgedPair> judged;
  for (std::size_t fold = 0; folds > 1 && fold < folds; ++fold) {
    training.folds.push_back(coding::train_pair_model(without_fold(all, fold), options));
    for (std::size_t i = 0; i < all.pairs.size(); ++i) {
      if (all.folds[i] == fold) judged.push_back({training.folds.back().types(all.pairs[i].features), all.pairs[i].type});
    }
  }
  training.calibration = coding::calibrate(judged);
  training.model = coding::train_pair_model(all.pairs, options);
  training.model.set_temperature(training.calibration.temperature);
  for (auto& model : training.folds) model.set_temperature(training.calibration.temperature);
  return training;
}

std::optional<Error> add_confidence(const Options& engine, const std::string& path, std::span<const RelatedPair> pairs, ClassifierTraining& training) {
  std::vector<coding::GradedEvent> graded;
  for (std::size_t fold = 0; fold < training.folds.size(); ++fold) {
    std::ofstream(path, std::ios::binary) << training.folds[fold].to_image();
    Options options = engine;
    options.classifier = path;
    const auto attache = Attache::open(options);
    if (!attache) return attache.error();
    std::vector<RelatedPair> of_fold;
    for (const auto& pair : pairs) {
      if (part_of(pair.text) == DataPart::train && fold_of(pair.text, training.folds.size()) == fold) of_fold.push_back(pair);
    }
    auto more = grade_events(*attache, of_fold);
    std::move(more.begin(), more.end(), std::back_inserter(graded));
  }
  training.model.set_evidence_weights(coding::fit_confidence(graded));
  return std::nullopt;
}

}  // namespace attache
