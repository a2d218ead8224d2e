#pragma once
/// From blocks of text to sentences of tokens.

#include "base/arena.h"

#include <attache/document.h>
#include <attache/sentence.h>

#include <vector>

namespace attache {

/// Appends the document's sentences, block by block and numbered from 0 within the document; tags and trees are left empty.
///
/// A sentence never reaches over a block, so a headline without a stop is one. Tokens cover every character but blanks, in order,
/// and follow the conventions of the English Universal Dependencies treebanks (`language/tokenizer.h`, `language/sentence_boundaries.h`).
/// No sentence is longer than 400 tokens, no token longer than 1,024 bytes. Views point into the document's blocks; the arena is
/// used for work space. A block that is not valid UTF-8 gives no sentences.
void segment(const Document& document, Arena& arena, std::vector<Sentence>& sentences);

}  // namespace attache
