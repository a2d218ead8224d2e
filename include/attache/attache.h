#pragma once
/// Attaché reads the world's news and writes down who did what to whom, when, where, and according to whom.
///
/// A short manual:
///
///     auto attache = attache::Attache::open();            // models and lexicon are built in; or name your own in Options
///     if (!attache) { … to_string(attache.error()) … }
///     attache::Document page;                             // or read one: reading/reader.h, `attache read`
///     page.published = attache::day_from_iso("2021-03-04");
///     page.blocks.push_back({attache::BlockKind::body, "France recalled its ambassador to Ruritania on Tuesday."});
///     for (const attache::Event& event : attache->code(page)) {
///       event.type;                // "COERCE"
///       event.actors[0].code;      // "FRA"
///       event.date;                // 2021-03-02
///       event.reason;              // the frame and the rules that fired
///     }
///
/// An `Attache` is immutable once opened: share it between any number of threads. The same document gives the same
/// events on any machine. Input trouble is an `Error` value that says what, where and what was done about it.

#include <attache/document.h>
#include <attache/error.h>
#include <attache/event.h>
#include <attache/mention.h>
#include <attache/related_pair.h>
#include <attache/sentence.h>

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attache {

class Knowledge;

namespace coding {
struct Explanation;
class Ontology;
}

/// How an `Attache` is opened.
struct Options {
  std::string lexicon;  ///< A lexicon folder of YAML files, or an image compiled from one; empty for the built-in lexicon.
  std::vector<std::string> overlays;  ///< Folders with `actors/` and `agents/` of one's own, whose entries come before the lexicon's.
  std::string model;    ///< A parser model file; empty for the built-in one.
  std::string kernels;  ///< The parser's inner loops: `portable`, `avx2` or `avx512`, with the same trees from each; empty for the fastest.
  std::string classifier;  ///< A classifier file; empty for the built-in one.
  bool without_classifier = false;    ///< Code by grammar and lexicon alone; `relate` then judges nothing.
  bool parse_every_sentence = false;  ///< Parse also those in which the lexical scan sees no event.
};

/// How far a document is worked through. Each includes those before it.
enum class Depth : std::uint8_t { words, trees, mentions, events };

/// A document worked through. Its views point into the document, which must outlive it, into `memory` and into the `Attache`.
struct Analysis {
  std::vector<Sentence> sentences;
  std::vector<SentenceMentions> mentions;  ///< One for each sentence; empty below `Depth::mentions`.
  std::vector<Event> events;               ///< In reading order; empty below `Depth::events`.
  std::shared_ptr<const void> memory;      ///< Owns lemmas and the like.
};

class Attache {
 public:
  /// Errors: those of reading the named files; `internal` when an image or model is damaged; `malformed` for a lexicon folder with mistakes.
  static Result<Attache> open(const Options& options = {});
  Attache(Attache&&) noexcept;
  Attache& operator=(Attache&&) noexcept;
  ~Attache();

  /// The events a document reports, in reading order.
  std::vector<Event> code(const Document& document) const;

  /// Works through several documents at once, which is faster than one by one; the results do not depend on the company.
  std::vector<Analysis> analyse(std::span<const Document> documents, Depth depth) const;

  /// Whom a phrase by itself names on a day: "the French president". Several for a compound, nobody when it names no actor; without a day
  /// people are what they were last. `context` is text that stood before it, which may say whose "the defence minister" is.
  std::vector<Entity> resolve(std::string_view phrase, std::optional<Day> day, std::string_view context = {}) const;

  /// What happens between a given actor and a given recipient, as the classifier judges it; one judgement for each pair.
  std::vector<Judgement> relate(std::span<const RelatedPair> pairs) const;

  /// What the classifier looks at in each pair, sorted hashes: what it is trained on (`attache train classifier`).
  std::vector<std::vector<std::uint32_t>> describe(std::span<const RelatedPair> pairs) const;

  /// The whole way of one document, every sentence parsed, with each frame tried and why an event was or was not coded.
  Analysis explain(const Document& document, coding::Explanation& explanation) const;

  /// What it knows of actors and places, for tools that look into it (src/knowledge/knowledge.h).
  const Knowledge& knowledge() const;
  /// PLOVER's types and CAMEO's codes (src/coding/ontology.h).
  const coding::Ontology& ontology() const;

  const std::string& lexicon_version() const;  ///< Hash of the compiled lexicon, sixteen hexadecimal digits.
  const std::string& model_version() const;    ///< Hash of the model file, sixteen hexadecimal digits.

 private:
  struct Parts;
  explicit Attache(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace attache
