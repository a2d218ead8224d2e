#include "cli/command.h"
#include "outputs/document_json.h"
#include "outputs/document_text.h"

#include <chrono>
#include <cstdio>
#include <map>
#include <memory>
#include <mutex>

namespace attache::cli {
namespace {

/// What a run over documents found, counted.
class ReadStatistics {
 public:
  /// Counts the documents; from any thread.
  void add(std::span<const Document> documents) {
    const std::lock_guard lock(mutex_);
    for (const auto& document : documents) {
      ++kinds_[std::string(name_of(document.kind))];
      ++languages_[document.language.empty() ? "unknown" : document.language];
      for (const auto& block : document.blocks) {
        ++blocks_[std::string(name_of(block.kind))];
        bytes_ += block.text.size();
      }
      with_["title"] += !document.title.empty();
      with_["published"] += document.published.has_value();
      with_["byline"] += !document.byline.empty();
      with_["publication"] += !document.publication.empty();
      with_["url"] += !document.url.empty();
      with_["agencies"] += !document.agencies.empty();
    }
  }

  /// Prints a table to standard error.
  void show(const RunSummary& summary) const {
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
    std::fprintf(stderr, "documents %10llu in %.1f s, %.1f MB of text\n", static_cast<unsigned long long>(summary.documents), seconds, static_cast<double>(bytes_) / 1e6);
    show("by kind", kinds_);
    show("by language", languages_);
    show("that give a", with_);
    show("blocks", blocks_);
    show("passed over", summary.passed_over);
    std::fprintf(stderr, "skipped   %10llu\nread only in part %2llu\n", static_cast<unsigned long long>(summary.skipped), static_cast<unsigned long long>(summary.cut));
  }

 private:
  using Counts = std::map<std::string, std::uint64_t>;

  static void show(const char* heading, const Counts& counts) {
    if (counts.empty()) return;
    std::fprintf(stderr, "%s\n", heading);
    for (const auto& [name, count] : counts) std::fprintf(stderr, "  %-28s %10llu\n", name.c_str(), static_cast<unsigned long long>(count));
  }

  std::mutex mutex_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  Counts kinds_;
  Counts languages_;
  Counts with_;
  Counts blocks_;
  std::uint64_t bytes_ = 0;
};

using Append = void (*)(const Document&, std::string&);

Append appender_of(const std::string& format) {
  if (format == "text") return &outputs::append_document_text;
  if (format == "markdown") return &outputs::append_document_markdown;
  return &outputs::append_document_json;
}

}  // namespace

void add_read(CLI::App& app, int& status) {
  auto* command = app.add_subcommand("read", "Shows the documents found in files: title, date, byline, agencies and the article's blocks");
  command->footer("Gives one JSON object a document:\n  attache read page.html | jq .title\n  attache read --stats crawl.warc.gz > documents.jsonl\nThe lines can be given to `attache code` again.");
  const auto input = std::make_shared<InputOptions>();
  const auto format = std::make_shared<std::string>("jsonl");
  const auto stats = std::make_shared<bool>(false);
  add_input_options(*command, *input);
  command->add_option("--format", *format, "jsonl, text or markdown")->check(CLI::IsMember({"jsonl", "text", "markdown"}))->capture_default_str();
  command->add_flag("--stats", *stats, "At the end, counts of documents, fields, languages and of what was passed over, on standard error");
  command->callback([input, format, stats, &status] {
    ReadStatistics statistics;
    const auto append = appender_of(*format);
    const auto work = [&](std::span<const Document> documents, std::string& lines, std::vector<Error>&) {
      for (const auto& document : documents) append(document, lines);
      if (*stats) statistics.add(documents);
    };
    status = run_over_files(*input, "read", work, {}, [&](const RunSummary& summary) {
      if (*stats) statistics.show(summary);
    });
  });
}

}  // namespace attache::cli
