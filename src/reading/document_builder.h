#pragma once
/// What every kind of input does at the end: fill the fields that follow from others.

#include <attache/document.h>

#include "reading/reader.h"

#include <string>
#include <string_view>

namespace attache::reading {

/// Appends a block unless it is empty or the document is full; long text is cut into several blocks.
void add_block(Document& document, BlockKind kind, std::string_view text);

/// Appends the value unless it is empty or there already.
void add_once(std::vector<std::string>& list, std::string_view value);

/// Adds a notice, up to a number that nobody would read further.
void add_notice(Document& document, ErrorKind kind, std::string message, std::string action);

/// Makes the title the first block, finds the language when it is not known, takes the default date when there is none and says so in a
/// notice, and gives the document an id when it has none: sixteen hexadecimal digits that depend on address, title and blocks alone.
void finish_document(Document& document, const ReadOptions& options);

}  // namespace attache::reading
