#pragma once
/// The names and agents that the lexicon knows, found in a sentence's words.

#include "knowledge/actors/atoms.h"
#include "knowledge/actors/name_words.h"

#include <attache/sentence.h>

#include <span>
#include <vector>

namespace attache::knowledge {

/// A sentence's words as names are compared, and the names and agents that the lexicon knows among them.
struct SentenceNames {
  std::vector<NameWord> words;
  std::vector<Atom> atoms;
  bool page_decides = false;  ///< Some words name lands of several states: which one is meant, the page must say.
};

/// The longest sequences of words that the lexicon knows, from left to right, no two overlapping. No tree is needed.
SentenceNames match_names(const AtomContext& context, std::span<const Token> tokens);

}  // namespace attache::knowledge
