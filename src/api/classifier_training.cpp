#include "api/classifier_training.h"

#include "api/graded_events.h"
#include "base/hash.h"

#include <cstring>
#include <fstream>
#include <optional>

namespace attache {
namespace {

/// Pairs described together: bounds the memory that sentences and trees take.
constexpr std::size_t kBatch = 256;

Error untrainable(ErrorKind kind, std::string message, const std::string& id) { return {kind, std::move(message), Place{id, {}, {}, {}}, {}}; }

/// The benchmark's common name for two types that the manual keeps apart.
coding::EventType type_of(const std::string& event) { return event == "YIELD" ? coding::EventType::retreat : coding::event_type_from(event); }

}  // namespace

DataPart part_of(std::string_view text) {
  const auto tenth = stable_hash(text, 7) % 10;
  return tenth == 0 || tenth == 2 ? DataPart::test : tenth == 1 ? DataPart::held_out : DataPart::train;
}

Result<ClassifierTraining> train_classifier(const Attache& attache, std::span<const RelatedPair> pairs, std::span<const RelatedPair> further,
                                            const coding::TrainingOptions& options) {
  ClassifierTraining training;
  std::vector<coding::LabelledPair> train, held_out;
  std::optional<Error> trouble;
  const auto describe = [&](std::span<const RelatedPair> batch, bool all_train) {
    auto features = attache.describe(batch);
    for (std::size_t i = 0; i < batch.size() && !trouble; ++i) {
      const auto part = all_train ? DataPart::train : part_of(batch[i].text);
      if (part == DataPart::test || batch[i].event.empty()) continue;
      const auto type = type_of(batch[i].event);
      if (type == coding::EventType::none && batch[i].event != "none") {
        trouble = untrainable(ErrorKind::malformed, "no PLOVER type is called " + batch[i].event, batch[i].id);
      } else if (features[i].empty()) {
        ++training.not_described;
      } else {
        (part == DataPart::train ? train : held_out).push_back({std::move(features[i]), type, batch[i].mode, batch[i].own_type});
      }
    }
  };
  for (const auto& [some, all_train] : {std::pair(pairs, false), std::pair(further, true)}) {
    for (std::size_t first = 0; first < some.size() && !trouble; first += kBatch) describe(some.subspan(first, std::min(kBatch, some.size() - first)), all_train);
  }
  if (trouble) return tl::make_unexpected(*trouble);
  if (train.empty()) return tl::make_unexpected(untrainable(ErrorKind::empty, "no labelled pairs to train on", {}));
  training.trained_on = train.size();
  training.held_out = held_out.size();
  training.model = coding::train_pair_model(train, held_out, options, training.report).to_image();
  return training;
}

Result<std::string> add_confidence(const Options& engine, const std::string& path, const std::string& model, std::span<const RelatedPair> pairs) {
  std::ofstream(path, std::ios::binary) << model;
  Options options = engine;
  options.classifier = path;
  const auto attache = Attache::open(options);
  if (!attache) return tl::make_unexpected(attache.error());
  std::vector<RelatedPair> held_out;
  for (const auto& pair : pairs) {
    if (part_of(pair.text) == DataPart::held_out) held_out.push_back(pair);
  }
  const auto weights = coding::fit_confidence(grade_events(*attache, held_out));
  std::vector<std::byte> bytes(model.size());
  std::memcpy(bytes.data(), model.data(), model.size());
  auto opened = coding::PairModel::open(bytes);
  if (!opened) return tl::make_unexpected(opened.error());
  opened->set_evidence_weights(weights);
  return opened->to_image();
}

}  // namespace attache
