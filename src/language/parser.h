#pragma once
/// Tags, lemmas, dependency trees and names for sentences, from a trained model.

#include "base/arena.h"

#include <attache/error.h>
#include <attache/sentence.h>

#include <cstddef>
#include <memory>
#include <span>

namespace attache {

/// Immutable once opened; any number of threads may parse with one at the same time.
class Parser {
 public:
  /// Opens a model (docs/model_format.md) in place: the bytes must outlive the parser and be aligned to 64.
  /// Error `internal` when they are no model, of another version, or damaged.
  static Result<Parser> open(std::span<const std::byte> model);
  Parser(Parser&&) noexcept;
  Parser& operator=(Parser&&) noexcept;
  ~Parser();

  /// Fills upos, xpos, lemma, head, relation and name of every token, and the sentences' `parsed` and `margin`. Every tree has
  /// one root and no cycle. Sentences are worked on in groups of like length, which is what makes it fast; what a sentence gets
  /// does not depend on the others. One of more than 160 words is parsed in pieces, cut at its punctuation, that hang from the
  /// first. Lemmas point into the arena, tags into the model.
  void parse(std::span<Sentence* const> sentences, Arena& arena) const;

 private:
  struct Parts;
  explicit Parser(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace attache
