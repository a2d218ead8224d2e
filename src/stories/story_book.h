#pragma once
/// The incremental driver: documents come in one after another, in whatever order of their days, and for each it says which story it
/// belongs to, which event each of its reports tells, and why.
///
///     StoryBook book(load_day);                                   // or StoryBook book; where nothing was decided before
///     NewDocument document = prepare(page, events);               // pure, on any thread
///     DocumentDecision decision = book.add(document);             // one after another
///     decision.story;                                             // "5f0c…": the story's id
///     decision.reports[0].event;                                  // the id of the event's first report
///     decision.reports[0].rule.to_text();                         // "actor refined, place within place"
///
/// A decision is final: what comes later joins what stands, and ids never change. A story's id is derived from its first document's, an
/// event's id is its first report's. Decisions depend on the documents and the order they come in, and on nothing else: not on where a run
/// was cut, nor on what was let go from memory in between. Every decision names the one document or report that it leans on, so that
/// decisions form trees, and taking one back leaves two trees (undo.h).

#include "stories/compare.h"
#include "stories/event_facts.h"
#include "stories/fingerprint.h"
#include "stories/same_event.h"

#include <attache/document.h>
#include <attache/event.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attache::stories {

/// A report that comes in.
struct NewReport {
  std::string id;
  std::string same_as;  ///< The page's first report of the same event; empty for that one.
  EventFacts facts;
};

/// A document that comes in.
struct NewDocument {
  std::string id;
  Fingerprint print;
  std::vector<NewReport> reports;  ///< In reading order.
};

/// What `StoryBook::add` needs of a coded page.
NewDocument prepare(const Document& document, std::span<const Event> events);

/// Which event a report tells.
struct ReportDecision {
  std::string report;
  std::string event;               ///< Id of the event's first report; the report's own when it is that one.
  std::string with;                ///< The report it was joined to; empty for an event's first.
  MergeRule rule;                  ///< Why; only where `with` is given.
  std::string beside;              ///< A report of the story that tells the same happening but contradicts this one; empty when none does.
  std::string_view contradiction;  ///< The field they differ in: `actor`, `recipient`, `date`, `place`.
  bool remembered = false;         ///< To be given back by the loader.
};

/// Which story a document belongs to.
struct DocumentDecision {
  std::string document;
  std::string story;                             ///< Sixteen hexadecimal digits, derived from the id of the story's first document.
  std::int32_t story_day = Fingerprint::no_day;  ///< Day of publication of the story's first document.
  std::string like;                              ///< The document it was joined to; empty for a story's first.
  Likeness likeness = Likeness::different;       ///< To that document; `different` for a story's first.
  bool correction = false;
  double strength = 0;                  ///< 0–1, see `Comparison`.
  std::string_view because;             ///< The rule in words.
  bool remembered = false;              ///< To be given back by the loader.
  std::vector<ReportDecision> reports;  ///< One for each report, in their order.
};

/// A report that later ones are compared with.
struct RememberedReport {
  std::string id;
  std::string event;
  EventFacts facts;
};

/// A document that later ones are compared with.
struct RememberedDocument {
  std::string id;
  std::string story;
  std::int32_t story_day = Fingerprint::no_day;
  Fingerprint print;
  std::vector<RememberedReport> reports;  ///< Those remembered.
};

/// Gives the last `most` remembered documents of a day of publication (nothing: of those without a day), in the order in which they were
/// added. It must know of every decision that `add` returned before.
using DayLoader = std::function<std::vector<RememberedDocument>(std::optional<Day> day, std::size_t most)>;

/// How far it looks and how much it keeps. Other numbers make other decisions, so a database keeps to one set.
struct StoryLimits {
  int days_around = 3;                   ///< A document is compared with those published at most so many days before or after.
  int days_of_story = 14;                ///< A story takes documents published at most so many days from its first one.
  std::size_t most_a_day = 50'000;       ///< Remembered documents of one day that are compared with: the last ones.
  std::size_t most_in_memory = 250'000;  ///< Beyond so many, days that were not asked for of late are let go; those that a document needs always stay.
  std::size_t most_at_work = 350'000;    ///< Beyond so many also those that were, the ones used longest ago first: days that come in turn would else be loaded at every turn.
  std::size_t most_a_key = 32;           ///< Documents of a day looked up under one key: the last ones.
  std::size_t most_compared = 48;        ///< Documents compared with: those with most keys in common.
  std::size_t most_events = 64;          ///< Reports of a type in a story and day that a report is compared with: the last ones.
};

class StoryBook {
 public:
  explicit StoryBook(DayLoader load = {}, StoryLimits limits = {});
  StoryBook(StoryBook&&) noexcept;
  StoryBook& operator=(StoryBook&&) noexcept;
  ~StoryBook();

  /// Decides on the next document. A document that was added before must not be added again: that is for the caller to see to.
  DocumentDecision add(const NewDocument& document);

  /// Lets all days go, as after a rollback: they are loaded again when needed.
  void forget();

  std::size_t documents_in_memory() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace attache::stories
