#pragma once
/// Datelines: the place, day and agency that stand before a report's first sentence.

#include "language/tokenizer.h"

#include <attache/sentence.h>

#include <cstddef>
#include <span>
#include <string_view>

namespace attache::language {

/// The number of tokens of the dateline that begins a block, its dash or colon included; 0 when there is none.
///
/// Known are `BEIJING, May 22 (Reuters) -`, `Paris (AFP) —`, `KABUL, Afghanistan —`, `Beirut, Lebanon –`, `22 May 2013 –` and
/// `ISLAMABAD:`, also behind a byline ("By Ann Lee KABUL (Reuters) -").
std::size_t dateline_length(std::string_view text, std::span<const Piece> pieces);

/// True when the sentence is a dateline: the first of its block, with another behind it, that ends in a dash or colon.
bool is_dateline(std::span<const Sentence> sentences, std::size_t index);

}  // namespace attache::language
