#pragma once
/// Articles in the news agencies' XML: NewsML-G2, NewsML 1 and NITF.

#include <attache/document.h>

#include <functional>
#include <pugixml.hpp>

namespace attache::reading {

/// Reads every text item below `root`, or `root` itself; each document begins as a copy of `blank`. Items without text, such as pictures
/// and packages of links, give none.
void read_news_items(pugi::xml_node root, const Document& blank, const std::function<void(Document&&)>& on_document);

}  // namespace attache::reading
