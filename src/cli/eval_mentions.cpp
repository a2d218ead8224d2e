#include "cli/command.h"

#include "api/embedded.h"
#include "base/image.h"
#include "base/mapped_file.h"
#include "knowledge/knowledge.h"
#include "knowledge/scores/date_scores.h"
#include "knowledge/scores/place_scores.h"

#include <algorithm>
#include <cstdio>
#include <functional>
#include <memory>

namespace attache::cli {
namespace {

struct EvalMentionsOptions {
  std::vector<std::string> files;
  std::size_t worst = 0;
};

/// What is wrong in a file's answers goes to the table and the list.
using ScoreFile = std::function<void(std::string_view bytes, const std::string& path, knowledge::TallyTable& table, std::vector<std::string>& wrong)>;

int evaluate_files(const EvalMentionsOptions& options, const ScoreFile& score) {
  std::size_t scored = 0;
  for (const auto& path : options.files) {
    const auto file = MappedFile::open(path);
    if (!file) {
      report(file.error());
      continue;
    }
    knowledge::TallyTable table;
    std::vector<std::string> wrong;
    score(as_text(file->bytes()), path, table, wrong);
    std::printf("%s\n%s\n", path.c_str(), table.to_text().c_str());
    for (std::size_t i = 0; i < std::min(options.worst, wrong.size()); ++i) std::printf("%s\n", wrong[i].c_str());
    ++scored;
  }
  return scored == options.files.size() ? done : scored > 0 ? some_skipped : nothing_done;
}

int evaluate_dates(const EvalMentionsOptions& options) {
  const auto attache = open_engine({});
  if (!attache) return nothing_done;
  return evaluate_files(options, [&](std::string_view bytes, const std::string& path, knowledge::TallyTable& table, std::vector<std::string>& wrong) {
    for (const auto& text : knowledge::read_dated_texts(bytes, path, report)) {
      const auto analysis = std::move(attache->analyse({&text.gold.document, 1}, Depth::mentions).front());
      knowledge::score_dates(text, analysis.sentences, analysis.mentions, table, wrong);
    }
  });
}

int evaluate_places(const EvalMentionsOptions& options) {
  const auto attache = open_engine({});
  const auto image = ImageReader::open(embedded::lexicon());
  const auto lexicon = image ? Knowledge::open(image->section("knowledge")) : tl::make_unexpected(image.error());
  if (!lexicon) report(lexicon.error());
  if (!attache || !lexicon) return nothing_done;
  return evaluate_files(options, [&](std::string_view bytes, const std::string& path, knowledge::TallyTable& table, std::vector<std::string>& wrong) {
    for (const auto& text : knowledge::read_located_texts(bytes, path, report)) {
      const auto analysis = std::move(attache->analyse({&text.gold.document, 1}, Depth::mentions).front());
      knowledge::score_places(lexicon->gazetteer(), text, analysis.sentences, analysis.mentions, table, wrong);
    }
  });
}

void add(CLI::App& eval, int& status, const char* name, const char* what, int (*evaluate)(const EvalMentionsOptions&)) {
  auto* command = eval.add_subcommand(name, what);
  const auto options = std::make_shared<EvalMentionsOptions>();
  command->add_option("GOLD", options->files, "Files of JSON Lines")->required();
  command->add_option("--worst", options->worst, "Also list this many wrong answers");
  command->callback([options, &status, evaluate] { status = evaluate(*options); });
}

}  // namespace

void add_eval_mentions(CLI::App& eval, int& status) {
  add(eval, status, "dates", "Calendar expressions against resolved ones: GUM's, TIMEX's or those of Recognizers-Text", evaluate_dates);
  add(eval, status, "places", "Places against located toponyms: within 161 km, and in the right country", evaluate_places);
}

}  // namespace attache::cli
