#include "base/mapped_file.h"
#include "base/image.h"
#include "cli/command.h"
#include "knowledge/actors/actor_lexicon.h"
#include "knowledge/actors/dictionary_import.h"
#include "knowledge/actors/name_words.h"
#include "knowledge/knowledge.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>

namespace attache::cli {
namespace {

struct ImportOptions {
  std::vector<std::string> files;
  std::string output;
  Options engine;
};

/// True for the codes of the lexicon's states.
bool is_country(const knowledge::ActorLexicon& lexicon, std::string_view code) {
  for (std::uint32_t i = 0; i < lexicon.actor_count(); ++i) {
    const auto& actor = lexicon.actor(i);
    if (actor.kind == knowledge::ActorKind::country && actor.code == code) return true;
  }
  return false;
}

/// The file's name without folder and with nothing but letters, digits and marks that every file system takes.
std::string plain_name(const std::string& path) {
  std::string name = std::filesystem::path(path).filename().string();
  std::replace_if(name.begin(), name.end(), [](unsigned char c) { return std::isalnum(c) == 0 && c != '-' && c != '_'; }, '_');
  return name + ".yaml";
}

bool write(const std::filesystem::path& path, const std::string& text) {
  if (text.empty()) return true;
  std::error_code trouble;
  std::filesystem::create_directories(path.parent_path(), trouble);
  std::ofstream file(path, std::ios::binary);
  file << text;
  file.close();
  if (file) return true;
  report({ErrorKind::unreadable, "cannot be written", {path.string(), {}, {}, {}}, ""});
  return false;
}

int import(const ImportOptions& options) {
  const auto attache = open_engine(options.engine);
  if (!attache) return nothing_done;
  const auto& lexicon = attache->knowledge().actors();
  std::size_t actors = 0, agents = 0, notices = 0;
  for (const std::string& path : options.files) {
    const auto file = MappedFile::open(path);
    if (!file) {
      report(file.error());
      ++notices;
      continue;
    }
    const auto imported = knowledge::import_dictionary(as_text(file->bytes()), path, [&](std::string_view code) { return is_country(lexicon, code); });
    for (const Error& notice : imported.notices) report(notice);
    const std::filesystem::path folder(options.output);
    if (!write(folder / "actors" / plain_name(path), imported.actors) || !write(folder / "agents" / plain_name(path), imported.agents)) return nothing_done;
    actors += imported.actor_count;
    agents += imported.agent_count;
    notices += imported.notices.size();
  }
  std::fprintf(stderr, "attache: %zu actors and %zu agents imported into %s, %zu notices\n", actors, agents, options.output.c_str(), notices);
  if (actors + agents == 0) return nothing_done;
  return notices > 0 ? some_skipped : done;
}

}  // namespace

void add_lexicon_import(CLI::App& lexicon, int& status) {
  auto* command = lexicon.add_subcommand("import", "Turns PETRARCH, Phoenix and TABARI dictionaries of actors and agents into an overlay");
  command->footer(
      "For example:\n"
      "  attache lexicon import Phoenix.Countries.actors.txt --output mine\n"
      "  attache code --overlay mine page.html\n"
      "Every line that is left out, and every part of one that our lexicon cannot hold, is reported with file and line.");
  const auto options = std::make_shared<ImportOptions>();
  command->add_option("FILE", options->files, "Dictionary files; actors and agents are told apart by their codes")->required();
  command->add_option("-o,--output", options->output, "The overlay's folder, made when it does not exist")->required();
  add_engine_options(*command, options->engine);
  command->callback([options, &status] { status = import(*options); });
}

}  // namespace attache::cli
