#pragma once
/// The coder's façade: sentences with trees and mentions in, event records out.

#include "coding/explanation.h"

#include <attache/document.h>
#include <attache/error.h>
#include <attache/event.h>
#include <attache/mention.h>
#include <attache/sentence.h>

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace attache {

namespace coding {
class FrameLexicon;
class PairModel;
}

/// Codes events with a compiled lexicon of frames. Immutable; one may serve any number of threads.
class EventCoder {
 public:
  /// Reads `ontology/`, `frames/`, `composition/` and `contexts/` of a lexicon folder. Errors: `not_found`, `malformed` with file and line.
  static Result<EventCoder> compile(const std::string& lexicon_dir);
  /// Reads what `to_image` wrote; the bytes need not outlive it. Error `internal` when they are damaged.
  static Result<EventCoder> open(std::span<const std::byte> image);
  /// The compiled lexicon as bytes; the same folder gives the same bytes.
  std::string to_image() const;

  /// The events that the document reports, in reading order. `mentions` has one entry for each sentence. Sentences that are not parsed
  /// report nothing. `classifier`, when given, finds participants that the grammar
  /// left out. `explanation`, when given, receives every trigger tried and why it was or was not coded.
  std::vector<Event> code(const Document& document, std::span<const Sentence> sentences, std::span<const SentenceMentions> mentions,
                          coding::Explanation* explanation = nullptr, const coding::PairModel* classifier = nullptr) const;

  const coding::FrameLexicon& lexicon() const { return *lexicon_; }

 private:
  explicit EventCoder(std::shared_ptr<const coding::FrameLexicon> lexicon) : lexicon_(std::move(lexicon)) {}
  std::shared_ptr<const coding::FrameLexicon> lexicon_;
};

}  // namespace attache
