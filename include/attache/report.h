#pragma once
/// One report of one event as a value: what a record of the event record, version 1, holds (docs/event_record.md).

#include <attache/document.h>
#include <attache/event.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace attache {

/// Where a report comes from: the record's `cite_info`. What the page does not give is empty.
struct Citation {
  std::string document;               ///< The document's id, `citation` in the record.
  std::string url;
  std::string title;
  std::string publication;            ///< Site or newspaper.
  std::string language;               ///< ISO 639-1.
  std::vector<std::string> agencies;  ///< News agencies credited, as printed.
  std::optional<Day> published;
};

/// How a document is cited.
Citation citation_of(const Document& document);

/// What made a record: stands in every one, so that a file says by itself how it was made.
struct CoderVersion {
  std::string name = "attache";  ///< Of an imported record the data set: `gdelt`, `icews`, `polecat`.
  std::string version;           ///< Of the program, such as `0.1.0`, or of the data set where its files say.
  std::string lexicon;           ///< Hash of the compiled lexicon, sixteen hexadecimal digits.
  std::string model;             ///< Hash of the model file, sixteen hexadecimal digits.
};

/// What is known of an event beyond one report: by merging reports, or because the data set it was taken from counts them.
struct EventMentions {
  std::string event;               ///< Id of the merged event; the same in all its reports.
  std::string story;               ///< Id of the story it belongs to.
  std::uint64_t reports = 0;       ///< Times it was told.
  std::uint64_t sources = 0;       ///< Publications that told it.
  std::uint64_t articles = 0;      ///< Documents that told it.
  std::optional<Day> first, last;  ///< Days of publication of the first and the last report.
};

/// One record: who did what to whom as one page tells it, where it is told, and what coded it.
struct Report {
  Event event;
  Citation citation;
  CoderVersion coder;
  std::optional<EventMentions> mentions;
};

}  // namespace attache
