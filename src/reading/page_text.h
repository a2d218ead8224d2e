#pragma once
/// Plain text, and text scraped from a page with the page's navigation, date line, captions and credits still in it.

#include <attache/document.h>

#include <string_view>

namespace attache::reading {

/// The article in a text: headline, date, byline, standfirst, address, captions with credits, paragraphs, and the credits at the end.
/// Lines that belong to the page and not to the article (menus, share buttons, related links) are left out. `text` is valid UTF-8.
/// Fills all of `document` but `id`, `source` and `language`.
void read_page_text(std::string_view text, Document& document);

/// All of a text, nothing left out: each paragraph is a block of the body. A paragraph ends at a line without words; other line ends are blanks.
void read_paragraphs(std::string_view text, Document& document);

}  // namespace attache::reading
