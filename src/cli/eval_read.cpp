/// `attache eval read`: articles and days found in pages, against gold data.

#include "base/image.h"
#include "base/mapped_file.h"
#include "cli/command.h"
#include "reading/read_scores.h"
#include "reading/reader.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>

namespace attache::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLongestShown = 160;
constexpr std::size_t kMostShown = 12;

struct EvalReadOptions {
  std::vector<std::string> folders;
  std::size_t worst = 0;
};

void show_lines(char sign, const std::vector<std::string>& lines) {
  for (std::size_t i = 0; i < std::min(lines.size(), kMostShown); ++i) {
    std::size_t size = std::min(lines[i].size(), kLongestShown);
    while (size < lines[i].size() && size > 0 && (lines[i][size] & 0xC0) == 0x80) --size;
    std::printf("    %c %.*s\n", sign, static_cast<int>(size), lines[i].c_str());
  }
}

/// Reads the pages of one gold file and prints how well.
bool evaluate_file(const fs::path& folder, const fs::path& path, std::size_t worst) {
  const auto file = MappedFile::open(path.string());
  if (!file) {
    report(file.error());
    return false;
  }
  const auto rows = reading::read_page_gold(as_text(file->bytes()), path.string(), report);
  if (rows.empty()) return false;
  const auto form = rows.front().form;
  std::vector<reading::PageScore> pages;
  for (const auto& row : rows) {
    std::vector<Document> found;
    // What is wrong with a page shows in its score; only one that is not there is no fault of the reader.
    read_file((folder / row.file).string(), {}, [&](Document&& document) { found.push_back(std::move(document)); }, [](const Error& error) {
      if (error.kind == ErrorKind::not_found || error.kind == ErrorKind::unreadable) report(error);
    });
    pages.push_back(reading::score_page(row, found));
  }
  std::printf("%s: %zu pages\n%s", path.string().c_str(), pages.size(), reading::figures_of(form, pages).c_str());
  std::stable_sort(pages.begin(), pages.end(), [&](const auto& a, const auto& b) { return a.quality(form) < b.quality(form); });
  for (std::size_t i = 0; i < std::min(worst, pages.size()) && pages[i].quality(form) < 1; ++i) {
    std::printf("  %s  %.3f\n", pages[i].id.c_str(), pages[i].quality(form));
    show_lines('-', pages[i].losses);
    show_lines('+', pages[i].extras);
  }
  return true;
}

std::size_t evaluate_folder(const std::string& folder, std::size_t worst) {
  std::vector<fs::path> files;
  std::error_code trouble;
  for (const auto& entry : fs::directory_iterator(folder, trouble)) {
    // Files beside them hold what others scored.
    if (entry.path().extension() == ".jsonl" && entry.path().filename() != "peer_scores.jsonl") files.push_back(entry.path());
  }
  if (files.empty()) report({trouble ? ErrorKind::not_found : ErrorKind::empty, "a folder with a list of pages, one JSON object a line, is wanted", Place{folder, {}, {}, {}}, "skipped it"});
  std::sort(files.begin(), files.end());
  std::size_t scored = 0;
  for (const auto& path : files) scored += evaluate_file(folder, path, worst);
  return scored;
}

}  // namespace

void add_eval_read(CLI::App& eval, int& status) {
  auto* command = eval.add_subcommand("read", "The article in pages and its day, against folders of pages of which they are known");
  command->footer("A folder holds lists of pages, one JSON object a line, each with \"id\" and one of\n"
                  "  \"body\"              the article's text: precision, recall and F1 of its runs of four words\n"
                  "  \"must\", \"must_not\"  pieces that belong to it and that do not: the share rightly kept or left out\n"
                  "  \"date\"              the day of publication: the shares of exactly this day, another, none\n"
                  "and the pages as html/ID.html.gz, or what \"file\" says.");
  const auto options = std::make_shared<EvalReadOptions>();
  command->add_option("GOLD", options->folders, "Folders")->required();
  command->add_option("--worst", options->worst, "Also show this many of the worst pages of each list, with what was lost (-) and added (+)");
  command->callback([options, &status] {
    std::size_t scored = 0;
    for (const auto& folder : options->folders) {
      const auto lists = evaluate_folder(folder, options->worst);
      scored += lists > 0;
    }
    status = scored == options->folders.size() ? done : scored > 0 ? some_skipped : nothing_done;
  });
}

}  // namespace attache::cli
