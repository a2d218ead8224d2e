#include "api/lexicon_coverage.h"
#include "cli/command.h"

#include <cstdio>
#include <memory>

namespace attache::cli {
namespace {

void print_missing(const char* what, std::size_t all, const std::vector<std::string>& missing) {
  std::printf("%zu of %zu %s\n", all - missing.size(), all, what);
  for (const auto& name : missing) std::printf("  %s\n", name.c_str());
}

int coverage(const std::string& folder) {
  const auto found = lexicon_coverage(folder);
  if (!found) {
    report(found.error());
    return nothing_done;
  }
  std::printf("%zu of %zu CAMEO codes; %zu more are public statements, which PLOVER does not record\n", found->codes_given, found->codes, found->codes_without_type);
  for (const auto& missing : found->codes_missing) std::printf("  %-4s %s\n", missing.code.c_str(), missing.words.c_str());
  print_missing("modes of PLOVER", found->modes, found->modes_missing);
  print_missing("contexts", found->contexts, found->contexts_missing);
  return done;
}

}  // namespace

void add_lexicon_coverage(CLI::App& lexicon, int& status) {
  auto* command = lexicon.add_subcommand("coverage", "Says which CAMEO codes, PLOVER modes and contexts the lexicon's entries can give, and which none gives");
  const auto folder = std::make_shared<std::string>("lexicon");
  command->add_option("--lexicon", *folder, "The lexicon folder")->capture_default_str()->check(CLI::ExistingDirectory);
  command->callback([folder, &status] { status = coverage(*folder); });
}

}  // namespace attache::cli
