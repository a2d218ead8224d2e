#pragma once
/// Where the sentences of a block begin.

#include "language/tokenizer.h"

#include <memory_resource>
#include <span>
#include <string_view>
#include <vector>

namespace attache::language {

/// Appends the index of each sentence's first token, the first being 0; nothing for no tokens. Linear in the tokens.
///
/// A sentence ends at a stop, with the closing marks attached to it, when what follows looks like a beginning: not
/// within `"Why?" he asked` or `Yahoo! said`, not behind an enumerator ("1. First"). A dateline ("BEIJING, May 22 (Reuters) -") is a
/// sentence of its own. What has no stop for `longest_sentence` tokens is cut, at a comma or the like if one is near.
void find_sentences(std::string_view text, std::span<const Piece> pieces, std::pmr::vector<std::uint32_t>& first_tokens);

constexpr std::size_t longest_sentence = 400;  ///< Tokens.

}  // namespace attache::language
