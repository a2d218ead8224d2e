#include "api/classifier_training.h"
#include "api/example_pairs.h"
#include "cli/command.h"

#include <cstdio>
#include <fstream>
#include <memory>

namespace attache::cli {
namespace {

struct TrainOptions {
  std::vector<std::string> files;
  std::vector<std::string> whole_files;  ///< All of whose pairs train.
  int repeat = 1;                        ///< Times that each of these counts.
  std::size_t folds = 5;
  std::string examples;
  std::string out;
  coding::TrainingOptions training;
  Options engine;
};

int train(const TrainOptions& options) {
  Options without = options.engine;
  without.without_classifier = true;
  const auto attache = open_engine(without);
  if (!attache) return nothing_done;
  std::size_t skipped = 0;
  const auto read_all = [&](const std::vector<std::string>& files) {
    std::vector<RelatedPair> pairs;
    for (const auto& path : files) {
      auto more = read_pair_file(path, [&](const Error& error) {
        ++skipped;
        report(error);
      });
      std::move(more.begin(), more.end(), std::back_inserter(pairs));
    }
    return pairs;
  };
  const auto pairs = read_all(options.files);
  const auto whole = read_all(options.whole_files);
  std::vector<RelatedPair> further;
  for (int time = 0; time < options.repeat; ++time) further.insert(further.end(), whole.begin(), whole.end());
  if (!options.examples.empty()) {
    std::vector<coding::FrameExample> examples;
    const auto lexicon = coding::FrameLexicon::read(options.examples, &examples);
    if (!lexicon) {
      report(lexicon.error());
      return nothing_done;
    }
    auto more = pairs_of_examples(*attache, examples);
    std::move(more.begin(), more.end(), std::back_inserter(further));
  }
  auto trained = train_classifier(*attache, pairs, further, options.folds, options.training);
  if (!trained) {
    report(trained.error());
    return nothing_done;
  }
  if (const auto trouble = add_confidence(options.engine, options.out, pairs, *trained)) {
    report(*trouble);
    return nothing_done;
  }
  const std::string model = trained->model.to_image();
  std::ofstream out(options.out, std::ios::binary);
  out << model;
  out.close();
  if (!out) {
    std::fprintf(stderr, "attache: %s: cannot be written\n", options.out.c_str());
    return nothing_done;
  }
  std::printf("trained on %zu pairs with %zu features, %zu whose participants stand in no sentence\n", trained->trained_on, trained->model.features(), trained->not_described);
  if (!trained->folds.empty()) std::printf("pairs of %zu folds, each judged by a model that had not learnt of it: accuracy %.3f, %.3f nats a pair\n", trained->folds.size(), trained->calibration.accuracy, trained->calibration.loss);
  std::printf("%s: %zu bytes\n", options.out.c_str(), model.size());
  return skipped > 0 ? some_skipped : done;
}

}  // namespace

void add_train(CLI::App& app, int& status) {
  auto* command = app.add_subcommand("train", "Trains models from labelled data");
  command->require_subcommand(1);
  auto* classifier = command->add_subcommand("classifier", "Trains the classifier of pairs, on sentences labelled in the corpus' form or as JSON lines");
  classifier->footer(
      "For example, from the project's own sentences and some of yours:\n"
      "  attache train classifier --out mine.model --data corpus/*.txt mine.txt\n"
      "  attache relate --classifier mine.model pairs.jsonl\n"
      "Two of ten texts of --data, chosen by their hash, are left for `attache eval relate --part test`. The others train, and calibrate the probabilities in turns.");
  const auto options = std::make_shared<TrainOptions>();
  classifier->add_option("--data", options->files, "Labelled pairs")->required();
  classifier->add_option("--all-train", options->whole_files, "Further labelled pairs, all of which train: none is left for the test");
  classifier->add_option("--repeat", options->repeat, "Times that each of those counts: a few labels of one's own are else lost among many")->capture_default_str()->check(CLI::Range(1, 100));
  classifier->add_option("--examples", options->examples, "A lexicon folder: the example sentences of its frames train as well")->check(CLI::ExistingDirectory);
  classifier->add_option("--out", options->out, "The model file to write")->required();
  classifier->add_option("--folds", options->folds, "The probabilities are calibrated by as many further models, each trained without a part of the texts; with 1 they are not")
      ->capture_default_str()
      ->check(CLI::Range(1, 20));
  classifier->add_option("--epochs", options->training.epochs, "Passes over the pairs")->capture_default_str()->check(CLI::Range(1, 1000));
  classifier->add_option("--seed", options->training.seed, "The same seed and data give the same model")->capture_default_str();
  add_engine_options(*classifier, options->engine);
  classifier->callback([options, &status] { status = train(*options); });
}

}  // namespace attache::cli
