#pragma once
/// The knowledge layer's façade: who, where, when and how many, for every sentence of a page.

#include <attache/document.h>
#include <attache/error.h>
#include <attache/mention.h>
#include <attache/sentence.h>

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attache {

struct ScanVocabulary;

namespace knowledge {
class ActorLexicon;
struct LexiconFile;
}  // namespace knowledge
namespace knowledge {
class Gazetteer;
}

/// The compiled dictionaries of actors and places. Immutable; any number of threads may annotate with one.
class Knowledge {
 public:
  /// Reads `actors/`, `agents/` and `gazetteer/` of a lexicon folder. Errors: `not_found`, `malformed` with file and line.
  static Result<Knowledge> compile(const std::string& lexicon_dir);
  /// The same from an image's own source with the `actors/` and `agents/` of further folders, whose entries come before it. Errors as above.
  static Result<Knowledge> overlay(std::span<const std::byte> image, std::span<const std::string> folders);
  /// Reads what `to_image` wrote in place; the bytes, aligned to 64, must outlive it. Error `internal` when they are damaged.
  static Result<Knowledge> open(std::span<const std::byte> image);
  /// The dictionaries as bytes; the same folder gives the same bytes.
  std::string to_image() const;

  /// Finds the mentions of every sentence; `mentions` becomes as long as `sentences`. Actors need trees: a sentence that is not parsed
  /// gets none, but what it names still helps to understand the others. Dates count from the page's date.
  void annotate(const Document& document, std::span<const Sentence> sentences, std::vector<SentenceMentions>& mentions) const;

  /// The places that are known, for scores and exports.
  const knowledge::Gazetteer& gazetteer() const;

  /// The compiled dictionary of actors, for those who look into it.
  const knowledge::ActorLexicon& actors() const;

  /// Adds the names and kinds of actors that make a sentence worth parsing.
  void add_scan_words(ScanVocabulary& vocabulary) const;

 private:
  struct Parts;
  static Result<Knowledge> build(std::span<const knowledge::LexiconFile> files, std::string_view gazetteer);
  explicit Knowledge(std::shared_ptr<const Parts> parts) : parts_(std::move(parts)) {}
  std::shared_ptr<const Parts> parts_;
};

}  // namespace attache
