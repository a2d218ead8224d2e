/// `attache ingest`: files into a database.

#include "api/ingest.h"

#include "cli/command.h"
#include "cli/profile.h"

#include <chrono>
#include <cmath>
#include <cstdio>
#include <fmt/format.h>
#include <map>
#include <memory>
#include <thread>
#include <unistd.h>

namespace attache::cli {
namespace {

struct IngestArguments {
  InputOptions input;
  Options engine;
  std::string database;
  std::string profile = "balanced";
  std::uint64_t commit_every = 20'000;
  bool no_text = false;
  bool recode = false;
  std::vector<std::string> touching;
  bool dry_run = false;
};

std::string duration(double seconds) {
  const auto whole = std::lround(seconds);
  if (whole >= 3600) return fmt::format("{} h {:02} min", whole / 3600, whole / 60 % 60);
  if (whole >= 60) return fmt::format("{} min {:02} s", whole / 60, whole % 60);
  return fmt::format("{} s", whole);
}

/// A line on a terminal's standard error: how many documents, how fast, how long still.
class IngestProgress {
 public:
  void show(const IngestSummary& so_far) {
    const auto now = Clock::now();
    if (!shown_ || now - last_ < std::chrono::milliseconds(200)) return;
    last_ = now;
    const double seconds = std::chrono::duration<double>(now - start_).count();
    auto line = fmt::format("{} documents, {} new reports, {:.0f} documents a second", so_far.documents(), so_far.reports_added, static_cast<double>(so_far.documents()) / seconds);
    if (so_far.bytes > 0 && so_far.bytes < so_far.all_bytes) {
      const auto left = seconds * static_cast<double>(so_far.all_bytes - so_far.bytes) / static_cast<double>(so_far.bytes);
      line += fmt::format(", {:.0f} %, {} left", 100.0 * static_cast<double>(so_far.bytes) / static_cast<double>(so_far.all_bytes), duration(left));
    }
    std::fprintf(stderr, "\r%s\033[K", line.c_str());
    dirty_ = true;
  }
  void clear() {
    if (std::exchange(dirty_, false)) std::fputs("\r\033[K", stderr);
  }

 private:
  using Clock = std::chrono::steady_clock;
  const bool shown_ = ::isatty(STDERR_FILENO) != 0;
  bool dirty_ = false;
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_ = start_;
};

/// Says a kind of message so often only: a feed in another language gives one for each of its pages.
class Messages {
 public:
  explicit Messages(IngestProgress& progress) : progress_(progress) {}
  void say(const Error& error) {
    constexpr std::uint64_t kMostAlike = 24;
    constexpr std::size_t kMostMessages = 1000;
    if (counts_.size() < kMostMessages || counts_.contains(error.message)) {
      if (++counts_[error.message] > kMostAlike) return;
    }
    progress_.clear();
    report(error);
  }

 private:
  IngestProgress& progress_;
  std::map<std::string, std::uint64_t> counts_;
};

std::string side(const std::vector<Entity>& entities) {
  std::string text;
  for (const auto& entity : entities) {
    if (!text.empty()) text += ", ";
    text += entity.text;
    if (!entity.code.empty() || !entity.sector.empty()) text += fmt::format(" ({}{}{})", entity.code, entity.code.empty() || entity.sector.empty() ? "" : " ", entity.sector);
  }
  return text.empty() ? "?" : text;
}

/// `- 2013-05-22  COERCE arrest  police (RUS COP) → activists (RUS CVL)  "detained"  [document]`
void print_change(const Citation& citation, const store::Change& change) {
  const auto& event = change.event;
  std::string type = event.type;
  for (const auto& mode : event.modes) type += ' ' + mode;
  if (!event.modality.asserted()) type += event.modality.negation ? " (not)" : event.modality.future ? " (planned)" : event.modality.hypothetical ? " (supposed)" : " (past)";
  const auto line = fmt::format("{} {}  {}  {} → {}  \"{}\"  [{}]\n", change.added ? '+' : '-', event.date ? to_iso(*event.date) : "----------", type, side(event.actors),
                                side(event.recipients), event.trigger, citation.document);
  std::fwrite(line.data(), 1, line.size(), stdout);
}

void print_summary(const IngestSummary& summary, const IngestArguments& arguments) {
  std::string line = fmt::format("attache: {}{} new document{}, {} new report{}", arguments.dry_run ? "would be: " : "", summary.added, summary.added == 1 ? "" : "s",
                                 summary.reports_added, summary.reports_added == 1 ? "" : "s");
  // Pages are not coded in vain: what they would give is not known.
  if (arguments.dry_run && !arguments.recode) line = fmt::format("attache: would be: {} new document{}", summary.added, summary.added == 1 ? "" : "s");
  const auto add = [&](std::uint64_t count, const char* what) {
    if (count > 0) line += fmt::format(", {} {}", count, what);
  };
  add(summary.completed, "completed");
  add(summary.there, "there already");
  add(summary.other_coder, "there already by another version (--recode takes the newer)");
  if (arguments.recode) line += fmt::format(", {} recoded ({} unchanged), {} reports no longer hold", summary.recoded, summary.unchanged, summary.reports_retired);
  add(summary.untouched, "left as they were, without the words");
  add(summary.skipped, "skipped");
  add(summary.cut, "only in part");
  std::fprintf(stderr, "%s\n", line.c_str());
  if (summary.not_compared > 0) {
    std::fprintf(stderr, "attache: %llu earlier documents are of an older version and were not compared with; `attache doctor --mend --db` brings them up to date\n",
                 static_cast<unsigned long long>(summary.not_compared));
  }
}

int ingest_files(const IngestArguments& arguments) {
  const auto attache = open_engine(arguments.engine);
  if (!attache) return nothing_done;
  IngestProgress progress;
  Messages messages(progress);
  IngestOptions options;
  options.database = arguments.database;
  if (!arguments.input.date.empty()) options.read.default_date = day_from_iso(arguments.input.date);
  options.threads = arguments.input.threads ? arguments.input.threads : std::max(1u, std::thread::hardware_concurrency());
  options.least_confidence = least_confidence(arguments.profile);
  options.recode = arguments.recode;
  options.touching = arguments.touching;
  options.dry_run = arguments.dry_run;
  options.commit_every = arguments.commit_every;
  if (arguments.no_text) options.keep_text = false;
  std::uint64_t missing = 0;
  options.files = expand_files(arguments.input.files, [&](const Error& error) {
    messages.say(error);
    ++missing;
  });
  if (options.files.empty() && !arguments.input.files.empty()) return nothing_done;
  options.command = arguments.recode ? "ingest --recode" : "ingest";
  for (const auto& file : arguments.input.files) options.command += ' ' + file;

  IngestListener listener;
  listener.report = [&](const Error& error) { messages.say(error); };
  listener.progress = [&](const IngestSummary& so_far) { progress.show(so_far); };
  if (arguments.recode) {
    listener.change = [&](const Citation& citation, const store::Change& change) {
      progress.clear();
      print_change(citation, change);
    };
  }
  auto summary = ingest(*attache, coder_version(*attache), options, listener);
  progress.clear();
  if (!summary) {
    report(summary.error());
    return nothing_done;
  }
  summary->skipped += missing;
  print_summary(*summary, arguments);
  if (summary->skipped == 0 && summary->cut == 0) return done;
  return summary->documents() > 0 ? some_skipped : nothing_done;
}

}  // namespace

void add_ingest(CLI::App& app, int& status) {
  auto* command = app.add_subcommand("ingest", "Codes pages, or takes records that are coded already, into a database; every document once");
  command->footer(
      "Run it again over the same files, or stop it at any moment: nothing is lost and nothing is doubled.\n"
      "  attache ingest --db news.db 'archive/*.warc.gz'\n"
      "  attache code page.html | attache ingest --db news.db -\n"
      "  attache ingest --db news.db --recode             after the lexicon has changed: what changed is shown");
  const auto arguments = std::make_shared<IngestArguments>();
  command->add_option("--db", arguments->database, "The database, one SQLite file; made when it is not there")->required();
  add_input_options(*command, arguments->input);
  command->get_option("FILE")->required(false);
  add_engine_options(*command, arguments->engine);
  add_profile_option(*command, arguments->profile);
  command->add_flag("--no-text", arguments->no_text, "Keep offsets and hashes of sentences and pages, not their words. Settled when the database is made");
  command->add_flag("--recode", arguments->recode, "Code documents anew that another version coded, and show what changed: those of the files, or without files all that the database keeps. "
                                                   "What was said before is kept");
  command->add_option("--touching", arguments->touching, "With --recode of what the database keeps: only pages that have one of these words or names, several with commas: those of the lexicon's changed "
                                                         "entries (attache lexicon diff lists them). A word stands for all that begin with it")
      ->allow_extra_args(false)
      ->delimiter(',');
  command->add_option("--commit-every", arguments->commit_every, "So many documents and reports are made safe at a time, or all of the last three seconds")->capture_default_str()->check(CLI::Range(1, 10000000));
  command->add_flag("--dry-run", arguments->dry_run, "Change nothing and say what would be done");
  command->callback([arguments, &status] {
    if (arguments->input.files.empty() && !arguments->recode) throw CLI::RequiredError("FILE");
    if (!arguments->touching.empty() && (!arguments->recode || !arguments->input.files.empty())) {
      throw CLI::ValidationError("--touching", "is for --recode of the pages that the database keeps");
    }
    status = ingest_files(*arguments);
  });
}

}  // namespace attache::cli
