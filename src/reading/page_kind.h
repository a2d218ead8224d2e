#pragma once
/// Whether a page is an article, and what it is when it is not.

#include "reading/html_areas.h"
#include "reading/html_metadata.h"
#include "reading/html_tree.h"

#include <attache/document.h>

#include <vector>

namespace attache::reading {

/// The page's kind by what it says of itself and by what is in it; `document` has its blocks.
///   live blog  its own statement, or its address or headline with several days or times in the text
///   gallery    its own statement, or more text below pictures than in paragraphs
///   stub       few words, and a wall: its own statement, an element named for one, a call to subscribe at the end
///   listing    its own statement or no statement at all, no day, and headlines that lead elsewhere outweigh the text
PageKind kind_of_page(const HtmlTree& tree, const std::vector<Area>& areas, const PageMetadata& metadata, const Document& document);

}  // namespace attache::reading
