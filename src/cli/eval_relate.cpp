#include "api/classifier_training.h"
#include "api/graded_events.h"
#include "cli/command.h"
#include "coding/judgement/pair_scores.h"

#include <cstdio>
#include <map>
#include <memory>

namespace attache::cli {
namespace {

struct EvalRelateOptions {
  std::vector<std::string> files;
  std::string part = "all";
  std::size_t worst = 0;
  Options engine;
};

/// The labelled pairs of the wanted part.
std::vector<RelatedPair> read_part(const EvalRelateOptions& options, std::size_t& skipped) {
  static const std::map<std::string, DataPart> kParts = {{"train", DataPart::train}, {"test", DataPart::test}};
  std::vector<RelatedPair> pairs;
  for (const auto& path : options.files) {
    for (auto& pair : read_pair_file(path, [&](const Error& error) {
           ++skipped;
           report(error);
         })) {
      if (options.part == "all" || part_of(pair.text) == kParts.at(options.part)) pairs.push_back(std::move(pair));
    }
  }
  return pairs;
}

int evaluate_pairs(const EvalRelateOptions& options) {
  const auto attache = open_engine(options.engine);
  std::size_t skipped = 0;
  const auto pairs = read_part(options, skipped);
  if (!attache || pairs.empty()) return nothing_done;
  const auto judgements = attache->relate(pairs);
  std::fputs(coding::pair_score_table(pairs, judgements, options.worst).c_str(), stdout);
  return skipped > 0 ? some_skipped : done;
}

int evaluate_confidence(const EvalRelateOptions& options) {
  const auto attache = open_engine(options.engine);
  std::size_t skipped = 0;
  const auto pairs = read_part(options, skipped);
  if (!attache || pairs.empty()) return nothing_done;
  std::fputs(coding::confidence_table(grade_events(*attache, pairs)).c_str(), stdout);
  return skipped > 0 ? some_skipped : done;
}

void add_pair_options(CLI::App& command, EvalRelateOptions& options) {
  command.add_option("GOLD", options.files, "Labelled pairs, in the corpus' form or as JSON lines")->required();
  command.add_option("--part", options.part, "Only the texts of one part, by their hash")->capture_default_str()->check(CLI::IsMember({"all", "train", "test"}));
  add_engine_options(command, options.engine);
}

}  // namespace

void add_eval_relate(CLI::App& eval, int& status) {
  auto* command = eval.add_subcommand("relate", "Types of events between given pairs: F1 by type, quad class and sign, and calibration");
  const auto options = std::make_shared<EvalRelateOptions>();
  add_pair_options(*command, *options);
  command->add_option("--worst", options->worst, "Also list this many pairs judged wrongly with most confidence");
  command->callback([options, &status] { status = evaluate_pairs(*options); });

  auto* confidence = eval.add_subcommand("confidence", "Whether events are right as often as their confidence says, in labelled sentences, and what each least confidence costs");
  const auto of_confidence = std::make_shared<EvalRelateOptions>();
  add_pair_options(*confidence, *of_confidence);
  confidence->callback([of_confidence, &status] { status = evaluate_confidence(*of_confidence); });
}

}  // namespace attache::cli
