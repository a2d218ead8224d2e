#include "base/image.h"
#include "base/mapped_file.h"
#include "cli/command.h"
#include "coding/scores/event_scores.h"

#include <cstdio>
#include <memory>

namespace attache::cli {
namespace {

struct EvalEventsOptions {
  std::vector<std::string> files;
  std::size_t worst = 0;
  bool asserted = false;
  Options engine;
};

int evaluate_events(const EvalEventsOptions& options) {
  const auto attache = open_engine(options.engine);
  if (!attache) return nothing_done;
  std::size_t skipped = 0;
  std::vector<coding::GoldText> gold;
  for (const auto& path : options.files) {
    const auto skip = [&](const Error& error) {
      ++skipped;
      report(error);
    };
    const auto file = MappedFile::open(path);
    if (!file) {
      skip(file.error());
      continue;
    }
    for (auto& text : coding::read_gold_texts(as_text(file->bytes()), path, skip)) gold.push_back(std::move(text));
  }
  if (gold.empty()) return nothing_done;
  std::vector<std::vector<Event>> given;
  for (const auto& text : gold) {
    auto analysis = std::move(attache->analyse({&text.document, 1}, Depth::events).front());
    if (options.asserted) std::erase_if(analysis.events, [](const Event& event) { return !event.modality.asserted(); });
    given.push_back(std::move(analysis.events));
  }
  std::fputs(coding::event_score_table(gold, given, options.worst).c_str(), stdout);
  return skipped > 0 ? some_skipped : done;
}

}  // namespace

void add_eval_events(CLI::App& eval, int& status) {
  auto* command =
      eval.add_subcommand("events", "Events of whole texts: precision, recall and F1 of types, of who did it to whom, and of every field");
  const auto options = std::make_shared<EvalEventsOptions>();
  command->add_option("GOLD", options->files, "JSON Lines of texts with their events; docs/accuracy.md has the form")->required();
  command->add_option("--worst", options->worst, "Also list this many surplus and missed events");
  command->add_flag("--asserted", options->asserted, "Only events reported as having happened");
  add_engine_options(*command, options->engine);
  command->callback([options, &status] { status = evaluate_events(*options); });
}

}  // namespace attache::cli
