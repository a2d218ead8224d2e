#include "cli/command.h"
#include "cli/profile.h"
#include "outputs/merged_event_json.h"

#include <map>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace attache::cli {
namespace {

struct StoriesOptions {
  InputOptions input;
  Options engine;
  std::string profile = "balanced";
  bool documents = false;
};

/// A page coded and made ready to be compared.
struct CodedPage {
  Citation citation;
  std::vector<Event> events;
  stories::NewDocument prepared;
};

/// Pages on their way from the threads that code them to the one that decides: left under a number, taken by it in the order of the input.
class Waiting {
 public:
  std::uint64_t leave(CodedPage page) {
    const std::lock_guard lock(mutex_);
    pages_.emplace(next_, std::move(page));
    return next_++;
  }

  CodedPage take(std::uint64_t number) {
    const std::lock_guard lock(mutex_);
    return std::move(pages_.extract(number).mapped());
  }

 private:
  std::mutex mutex_;
  std::unordered_map<std::uint64_t, CodedPage> pages_;
  std::uint64_t next_ = 0;
};

/// Puts reports together as they come in, and gives the events when all are there.
class Desk {
 public:
  Desk(CoderVersion coder, bool documents) : coder_(std::move(coder)), documents_(documents) {}

  /// Decides on the page; a line is appended when documents are asked for.
  void take(CodedPage page, std::string& lines) {
    const stories::DocumentDecision decision = book_.add(page.prepared);
    if (documents_) {
      outputs::append_story_document_json(decision, page.citation, lines);
      return;
    }
    const bool reprint = decision.likeness == stories::Likeness::reprint;
    const std::string source = reprint ? source_of_.at(decision.like) : decision.document;
    source_of_[decision.document] = source;
    for (std::size_t i = 0; i < page.events.size(); ++i) {
      const auto [at, is_new] = number_of_.try_emplace(decision.reports[i].event, events_.size());
      if (is_new) events_.push_back({decision.story, {}});
      events_[at->second].reports.push_back({Report{std::move(page.events[i]), page.citation, coder_, {}}, decision.reports[i], source});
    }
  }

  void write_events() const {
    std::string line;
    for (const Told& event : events_) {
      line.clear();
      outputs::append_merged_event_json(event.story, event.reports, line);
      std::fwrite(line.data(), 1, line.size(), stdout);
    }
  }

 private:
  struct Told {
    std::string story;
    std::vector<outputs::ToldReport> reports;
  };
  CoderVersion coder_;
  bool documents_;
  stories::StoryBook book_;
  std::unordered_map<std::string, std::string> source_of_;
  std::unordered_map<std::string, std::size_t> number_of_;
  std::vector<Told> events_;
};

int run_stories(const StoriesOptions& options) {
  const auto attache = open_engine(options.engine);
  if (!attache) return nothing_done;
  const double least = least_confidence(options.profile);
  Waiting waiting;
  Desk desk(coder_version(*attache), options.documents);

  const auto work = [&](std::span<const Document> documents, std::string& lines, std::vector<Error>&) {
    auto analyses = attache->analyse(documents, Depth::events);
    for (std::size_t i = 0; i < documents.size(); ++i) {
      CodedPage page;
      page.citation = citation_of(documents[i]);
      for (Event& event : analyses[i].events) {
        if (event.confidence >= least) page.events.push_back(std::move(event));
      }
      page.prepared = stories::prepare(documents[i], page.events);
      lines += std::to_string(waiting.leave(std::move(page))) + "\n";
    }
  };
  const auto decide = [&](std::string_view numbers, std::string& lines) {
    while (!numbers.empty()) {
      const std::size_t end = numbers.find('\n');
      desk.take(waiting.take(std::stoull(std::string(numbers.substr(0, end)))), lines);
      numbers.remove_prefix(end + 1);
    }
  };
  const int status = run_over_files(options.input, "put together", work, {}, {}, decide);
  if (!options.documents) desk.write_events();
  return status;
}

}  // namespace

void add_stories(CLI::App& app, int& status) {
  auto* command = app.add_subcommand(
      "stories", "Puts reports of one happening together: which pages reprint, update or retell another, and which reports tell one event");
  command->footer(
      "Gives one event a line, with all reports of it and the rule that joined each:\n"
      "  attache stories pages/*.html | jq '{event, documents, rules: [.reports[].rule]}'\n"
      "With --documents one page a line: its story, and the page that it reprints, updates or retells.\n"
      "Everything is kept in memory until the end: for more than some hundred thousand pages use a database.");
  const auto options = std::make_shared<StoriesOptions>();
  add_input_options(*command, options->input);
  add_engine_options(*command, options->engine);
  command->add_flag("--documents", options->documents, "Pages and how they stand to each other, instead of events");
  add_profile_option(*command, options->profile);
  command->callback([options, &status] { status = run_stories(*options); });
}

}  // namespace attache::cli
