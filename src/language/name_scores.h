#pragma once
/// How well names agree with a gold standard: a name is right when its words and its kind are.

#include "language/agreement.h"
#include "language/names.h"

#include <array>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace attache {

/// Names of all kinds together and of each kind.
struct NameAgreement {
  Agreement all;
  std::array<Agreement, kNameKinds> kinds;

  NameAgreement& operator+=(const NameAgreement& other);
};

struct NameEvaluation {
  NameAgreement total;
  std::vector<NameAgreement> sentences;  ///< In the order of the gold data.
};

/// Finds the names of one document's sentences, whose words are given: it sets the tokens' `name`.
using NameFunction = std::function<void(std::span<Sentence>)>;

/// Runs a finder of names over the gold words and scores what it finds.
NameEvaluation evaluate_names(std::span<const NamedDocument> gold, const NameFunction& find);

/// A table for people: a line for all names and one for each kind, as `to_table` of parses.
std::string to_table(const NameEvaluation& evaluation);

}  // namespace attache
