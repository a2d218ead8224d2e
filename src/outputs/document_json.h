#pragma once
/// A document as read, as one line of JSON: what `attache read` gives and `attache code` takes again.

#include <attache/document.h>

#include <string>

namespace attache::outputs {

/// Appends the document with its blocks as one line of JSON with its line end.
void append_document_json(const Document& document, std::string& out);

}  // namespace attache::outputs
