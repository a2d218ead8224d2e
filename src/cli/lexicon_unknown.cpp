#include "cli/command.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <memory>
#include <thread>

namespace attache::cli {
namespace {

/// Sentences shown with each name.
constexpr std::size_t contexts_shown = 3;
constexpr std::size_t longest_context = 240;

struct UnknownOptions {
  InputOptions input;
  Options engine;
  std::size_t limit = 100;
};

struct UnknownActor {
  std::size_t mentions = 0;
  std::map<std::string, std::size_t> sectors;   ///< What titles said of it, by frequency.
  std::vector<std::string> contexts;
};

/// A line of the stream: name, sector, sentence, parted by tabs.
std::string without_tabs(std::string_view text) {
  std::string plain(text);
  std::replace_if(plain.begin(), plain.end(), [](char c) { return c == '\t' || c == '\n'; }, ' ');
  return plain;
}

bool has_capital(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](unsigned char c) { return (c >= 'A' && c <= 'Z') || c >= 0xC3; });
}

/// The names in a document of whom no country or organisation is known.
void note_unknown(const Document& document, const Attache& attache, std::string& lines) {
  const auto analysis = std::move(attache.analyse({&document, 1}, Depth::mentions).front());
  for (std::size_t i = 0; i < analysis.sentences.size(); ++i) {
    for (const ActorMention& mention : analysis.mentions[i].actors) {
      if (mention.pronoun || mention.entities.size() != 1) continue;
      const Entity& entity = mention.entities.front();
      const std::string& name = entity.identifier_text.empty() ? entity.text : entity.identifier_text;
      if (!entity.code.empty() || !entity.office.empty() || entity.via == "agent" || !has_capital(name)) continue;
      lines += without_tabs(name) + '\t' + entity.sector + '\t' + without_tabs(analysis.sentences[i].text) + '\n';
    }
  }
}

/// At most so many bytes of a text, cut between two characters, and with a mark where it was cut.
std::string beginning_of(std::string_view text, std::size_t longest) {
  if (text.size() <= longest) return std::string(text);
  std::size_t end = longest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string(text.substr(0, end)) + " \xE2\x80\xA6";
}

void count_lines(std::string_view lines, std::map<std::string, UnknownActor>& found) {
  while (!lines.empty()) {
    const std::size_t end = lines.find('\n');
    const std::string_view line = lines.substr(0, end);
    lines.remove_prefix(end + 1);
    const std::size_t first = line.find('\t'), second = line.find('\t', first + 1);
    UnknownActor& actor = found[std::string(line.substr(0, first))];
    ++actor.mentions;
    const std::string sector(line.substr(first + 1, second - first - 1));
    if (!sector.empty()) ++actor.sectors[sector];
    std::string context = beginning_of(line.substr(second + 1), longest_context);
    if (actor.contexts.size() < contexts_shown) actor.contexts.push_back(std::move(context));
  }
}

std::string in_quotes(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result + "\"";
}

void print_drafts(const std::map<std::string, UnknownActor>& found, std::size_t limit) {
  std::vector<std::pair<std::string, const UnknownActor*>> ranked;
  for (const auto& [name, actor] : found) ranked.emplace_back(name, &actor);
  std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.second->mentions > b.second->mentions; });
  if (ranked.size() > limit) ranked.resize(limit);
  std::printf("# Drafts of entries, most frequent first: they load as they are and count once kind and code are filled in. Delete what is no actor, and put the file into `actors` of the lexicon or of an overlay.\n");
  for (const auto& [name, actor] : ranked) {
    std::printf("\n# %zu mentions\n", actor->mentions);
    for (const auto& context : actor->contexts) std::printf("#   %s\n", context.c_str());
    std::string sector;
    std::size_t most = 0;
    for (const auto& [one, count] : actor->sectors) {
      if (count > most) sector = one, most = count;
    }
    std::printf("- name: %s\n  kind: person  # or organisation, group, party, company, media\n  code:\n", in_quotes(name).c_str());
    if (!sector.empty()) std::printf("  sector: %s\n", sector.c_str());
  }
}

int unknown(const UnknownOptions& options) {
  const auto attache = open_engine(options.engine);
  if (!attache) return nothing_done;
  ReadOptions read;
  if (!options.input.date.empty()) read.default_date = day_from_iso(options.input.date);
  std::size_t skipped = 0;
  const auto say = [&](const Error& error) {
    ++skipped;
    report(error);
  };
  const auto files = expand_files(options.input.files, say);
  std::map<std::string, UnknownActor> found;
  const unsigned threads = options.input.threads ? options.input.threads : std::max(1u, std::thread::hardware_concurrency());
  const auto summary = run_documents(
      files, read, threads,
      [&](std::span<const Document> documents, std::string& lines, std::vector<Error>&) {
        for (const Document& document : documents) note_unknown(document, *attache, lines);
      },
      [&](std::string_view lines, const RunSummary&) { count_lines(lines, found); }, say);
  if (summary.documents == 0) return nothing_done;
  print_drafts(found, options.limit);
  return summary.skipped > 0 ? some_skipped : done;
}

}  // namespace

void add_lexicon_unknown(CLI::App& lexicon, int& status) {
  auto* command = lexicon.add_subcommand("unknown", "Lists the most frequent names in pages that the lexicon does not know, as drafts of entries");
  const auto options = std::make_shared<UnknownOptions>();
  add_input_options(*command, options->input);
  add_engine_options(*command, options->engine);
  command->add_option("--limit", options->limit, "How many names at most")->capture_default_str();
  command->callback([options, &status] { status = unknown(*options); });
}

}  // namespace attache::cli
