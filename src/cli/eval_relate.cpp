#include "api/classifier_training.h"
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

int evaluate_pairs(const EvalRelateOptions& options) {
  const auto attache = open_engine(options.engine);
  if (!attache) return nothing_done;
  static const std::map<std::string, DataPart> kParts = {{"train", DataPart::train}, {"held-out", DataPart::held_out}, {"test", DataPart::test}};
  std::size_t skipped = 0;
  std::vector<RelatedPair> pairs;
  for (const auto& path : options.files) {
    for (auto& pair : read_pair_file(path, [&](const Error& error) {
           ++skipped;
           report(error);
         })) {
      if (options.part == "all" || part_of(pair.text) == kParts.at(options.part)) pairs.push_back(std::move(pair));
    }
  }
  if (pairs.empty()) return nothing_done;
  const auto judgements = attache->relate(pairs);
  std::fputs(coding::pair_score_table(pairs, judgements, options.worst).c_str(), stdout);
  return skipped > 0 ? some_skipped : done;
}

}  // namespace

void add_eval_relate(CLI::App& eval, int& status) {
  auto* command = eval.add_subcommand("relate", "Types of events between given pairs: F1 by type, quad class and sign, and calibration");
  const auto options = std::make_shared<EvalRelateOptions>();
  command->add_option("GOLD", options->files, "Labelled pairs, in the corpus' form or as JSON lines")->required();
  command->add_option("--part", options->part, "Only the texts of one part, by their hash")->capture_default_str()->check(CLI::IsMember({"all", "train", "held-out", "test"}));
  command->add_option("--worst", options->worst, "Also list this many pairs judged wrongly with most confidence");
  add_engine_options(*command, options->engine);
  command->callback([options, &status] { status = evaluate_pairs(*options); });
}

}  // namespace attache::cli
