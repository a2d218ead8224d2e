#pragma once
/// Articles written in Markdown.

#include <attache/document.h>

#include <string_view>

namespace attache::reading {

/// Reads the fields before the text (`title: …` between lines of hyphens), then headings, paragraphs, list items and quotations; marks
/// of emphasis, links and pictures go, their words stay. `text` is UTF-8.
void read_markdown(std::string_view text, Document& document);

}  // namespace attache::reading
