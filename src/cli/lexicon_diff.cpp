#include "cli/command.h"
#include "knowledge/actors/lexicon_diff.h"

#include <cstdio>
#include <memory>

namespace attache::cli {
namespace {

struct DiffOptions {
  std::string before, after;
};

int diff(const DiffOptions& options) {
  const auto before = knowledge::read_lexicon_files(options.before);
  const auto after = knowledge::read_lexicon_files(options.after);
  for (const auto* side : {&before, &after}) {
    if (*side) continue;
    report(side->error());
    return nothing_done;
  }
  const auto lines = knowledge::diff_lexicons(*before, *after);
  for (const auto& line : lines) std::printf("%s\n", line.c_str());
  std::fprintf(stderr, "attache: %zu differences\n", lines.size());
  return done;
}

}  // namespace

void add_lexicon_diff(CLI::App& lexicon, int& status) {
  auto* command = lexicon.add_subcommand("diff", "Says what changed between two lexicons' actors and agents");
  const auto options = std::make_shared<DiffOptions>();
  command->add_option("BEFORE", options->before, "A lexicon folder or an overlay")->required()->check(CLI::ExistingDirectory);
  command->add_option("AFTER", options->after, "Another")->required()->check(CLI::ExistingDirectory);
  command->callback([options, &status] { status = diff(*options); });
}

}  // namespace attache::cli
