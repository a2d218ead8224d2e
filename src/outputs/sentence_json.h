#pragma once
/// A sentence with its words and tree as one line of JSON.

#include <attache/document.h>
#include <attache/sentence.h>

#include <string>

namespace attache::outputs {

/// Appends the sentence as one line of JSON with its line end. Offsets are code points into the block's text; `head` counts
/// the sentence's tokens from 0 and is -1 for the root.
void append_sentence_json(const Sentence& sentence, const Document& document, std::string& out);

}  // namespace attache::outputs
