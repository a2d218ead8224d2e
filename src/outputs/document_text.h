#pragma once
/// A document as read, for people: plain text, or Markdown.

#include <attache/document.h>

#include <string>

namespace attache::outputs {

/// Appends the title, a line with byline, publication, day and address, and the blocks, each a paragraph; captions in brackets. An empty
/// line, a line of equals signs and an empty line end the document.
void append_document_text(const Document& document, std::string& out);

/// Appends the document as Markdown with its fields before the text, as `attache read` takes it again.
void append_document_markdown(const Document& document, std::string& out);

}  // namespace attache::outputs
