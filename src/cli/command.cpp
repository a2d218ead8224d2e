#include "cli/command.h"

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <map>
#include <string>
#include <thread>
#include <unistd.h>

namespace attache::cli {
namespace {

/// A line on a terminal's standard error that says how far the run is, at most five times a second.
class Progress {
 public:
  explicit Progress(const char* what) : what_(what), shown_(::isatty(STDERR_FILENO) != 0) {}
  ~Progress() { clear(); }

  void show(const RunSummary& so_far) {
    const auto now = Clock::now();
    if (!shown_ || now - last_ < std::chrono::milliseconds(200)) return;
    last_ = now;
    const double seconds = std::chrono::duration<double>(now - start_).count();
    std::fprintf(stderr, "\r%llu documents %s, %.0f a second", static_cast<unsigned long long>(so_far.documents), what_,
                 static_cast<double>(so_far.documents) / seconds);
    dirty_ = true;
  }

  /// Makes room for a message.
  void clear() {
    if (dirty_) std::fputs("\r\033[K", stderr);
    dirty_ = false;
  }

 private:
  using Clock = std::chrono::steady_clock;
  const char* what_;
  bool shown_;
  bool dirty_ = false;
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_ = start_;
};

/// Says what went wrong, and of the same message so often only the first: an archive without dates gives one for each of its documents.
class Notices {
 public:
  explicit Notices(Progress& progress) : progress_(progress) {}

  void say(const Error& error) {
    if (const auto count = counts_.find(error.message); count != counts_.end()) {
      if (++count->second > kMostAlike) return;
    } else if (counts_.size() < kMostMessages) {
      counts_.emplace(error.message, 1);
    }
    progress_.clear();
    report(error);
  }

  /// Says how many were left unsaid, in the messages' order.
  void close() {
    progress_.clear();
    for (const auto& [message, count] : counts_) {
      if (count > kMostAlike) std::fprintf(stderr, "attache: %s: %llu more\n", message.c_str(), static_cast<unsigned long long>(count - kMostAlike));
    }
  }

 private:
  static constexpr std::uint64_t kMostAlike = 24;
  /// Messages that name what they are about all differ; so many are counted.
  static constexpr std::size_t kMostMessages = 1000;
  Progress& progress_;
  std::map<std::string, std::uint64_t> counts_;
};

std::string check_date(const std::string& text) {
  return day_from_iso(text) ? std::string() : "not a date of the form YYYY-MM-DD: " + text;
}

}  // namespace

void add_date_option(CLI::App& command, std::string& date) {
  command.add_option("--date", date, "Date for documents that do not say when they were published, YYYY-MM-DD")->check(check_date);
}

void add_input_options(CLI::App& command, InputOptions& input) {
  command.add_option("FILE", input.files, "Pages, text, Markdown, JSONL, CSV, feeds, NewsML, NITF, MHTML, exports of news databases, WARC; any of these packed or in archives; "
                                         "folders, patterns; - is standard input. The kind is found from content.")
      ->required();
  add_date_option(command, input.date);
  command.add_option("--threads", input.threads, "Threads to work with; 0 is one for each processor. The output does not depend on it.")
      ->capture_default_str()
      ->check(CLI::Range(0, 1024));
}

void add_engine_options(CLI::App& command, Options& engine) {
  command.add_option("--lexicon", engine.lexicon, "A lexicon folder or compiled image instead of the built-in lexicon")->check(CLI::ExistingPath);
  command.add_option("--overlay", engine.overlays, "A folder with actors and agents of your own, as `attache lexicon import` writes it; may be given several times")
      ->check(CLI::ExistingDirectory);
  command.add_option("--model", engine.model, "A parser model instead of the built-in one")->check(CLI::ExistingFile);
  command.add_option("--kernels", engine.kernels, "The parser's inner loops: portable, avx2 or avx512 (the fastest this machine has without it; same output)")
      ->check(CLI::IsMember({"portable", "avx2", "avx512"}));
  command.add_option("--classifier", engine.classifier, "A classifier instead of the built-in one")->check(CLI::ExistingFile);
}

void report(const Error& error) { std::fprintf(stderr, "attache: %s\n", to_string(error).c_str()); }

Result<Attache> open_engine(const Options& engine) {
  auto attache = Attache::open(engine);
  if (!attache) report(attache.error());
  return attache;
}

CoderVersion coder_version(const Attache& attache) {
  return {"attache", ATTACHE_VERSION, attache.lexicon_version(), attache.model_version()};
}

int run_over_files(const InputOptions& input, const char* what, const DocumentWork& work, std::string_view heading,
                   const std::function<void(const RunSummary&)>& summarize, const std::function<void(std::string_view, std::string&)>& turn_in) {
  ReadOptions options;
  if (!input.date.empty()) options.default_date = day_from_iso(input.date);
  options.text_as_it_is = input.text_as_it_is;
  std::vector<Error> trouble;
  const auto files = expand_files(input.files, [&](const Error& error) { trouble.push_back(error); });
  Progress progress(what);
  Notices notices(progress);
  const auto say = [&](const Error& error) { notices.say(error); };
  for (const auto& error : trouble) say(error);

  if (!heading.empty()) std::fwrite(heading.data(), 1, heading.size(), stdout);
  const unsigned threads = input.threads ? input.threads : std::max(1u, std::thread::hardware_concurrency());
  auto summary = run_documents(
      files, options, threads, work,
      [&](std::string_view lines, const RunSummary& so_far) {
        std::string turned_in;
        if (turn_in) {
          turn_in(lines, turned_in);
          lines = turned_in;
        }
        std::fwrite(lines.data(), 1, lines.size(), stdout);
        progress.show(so_far);
      },
      say);
  notices.close();
  summary.skipped += trouble.size();
  if (summarize) summarize(summary);
  if (summary.skipped == 0 && summary.cut == 0 && summary.documents > 0) return done;
  std::fprintf(stderr, "attache: %llu documents %s, %llu skipped", static_cast<unsigned long long>(summary.documents), what,
               static_cast<unsigned long long>(summary.skipped));
  if (summary.cut > 0) std::fprintf(stderr, ", %llu only in part", static_cast<unsigned long long>(summary.cut));
  std::fputs("\n", stderr);
  return summary.documents > 0 ? some_skipped : nothing_done;
}

}  // namespace attache::cli
