#pragma once
/// Tags, lemmas, dependency trees and names for sentences, from a trained model.

#include "base/arena.h"

#include <attache/error.h>
#include <attache/sentence.h>

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

namespace attache {

/// Immutable once opened; any number of threads may parse with one at the same time.
class Parser {
 public:
  /// Opens a model (docs/model_format.md) in place: the bytes must outlive the parser and be aligned to 64.
  /// `kernels` names the inner loops to use, "portable", "avx2" or "avx512", and is empty for the fastest that this processor
  /// has; trees are the same from all. Errors: `internal` when the bytes are no model, of another version, or damaged;
  /// `unsupported` for kernels that this processor lacks.
  static Result<Parser> open(std::span<const std::byte> model, std::string_view kernels = {});
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
