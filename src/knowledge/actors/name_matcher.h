#pragma once
/// The names and agents that the lexicon knows, found in a sentence's words.

#include "knowledge/actors/atoms.h"
#include "knowledge/actors/name_words.h"

#include <attache/sentence.h>

#include <span>
#include <vector>

namespace attache::knowledge {

/// Appends the longest sequences of words that the lexicon knows, from left to right, no two overlapping. No tree is needed.
void match_names(const AtomContext& context, std::span<const Token> tokens, std::span<const NameWord> words, std::vector<Atom>& atoms);

}  // namespace attache::knowledge
