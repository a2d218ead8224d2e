#pragma once
/// The article in an HTML page.

#include <attache/document.h>

#include <string_view>

namespace attache::reading {

/// Finds the article's title, standfirst, paragraphs and captions, and what the page says about itself. `html` is valid UTF-8.
/// Time and memory are bounded whatever the page holds (reading/limits.h). Fills all of `document` but `id` and `source`.
void read_html_page(std::string_view html, Document& document);

}  // namespace attache::reading
