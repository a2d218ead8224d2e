#pragma once
/// What the parts of a page are for, by what tags, roles and class names say.

#include "reading/html_tree.h"

#include <cstdint>
#include <vector>

namespace attache::reading {

/// The use of an element; elements within it share it.
enum class Area : std::uint8_t {
  content,     ///< Nothing says that it is something else.
  outside,     ///< Navigation, comments, links to other articles, advertisements, notices, what is not shown.
  standfirst,  ///< The summary between headline and article.
  byline,      ///< Who wrote it, and often when.
  date,        ///< When it was published or changed.
  picture,     ///< A figure.
  caption,     ///< The text under a picture.
  credit,      ///< Whose picture it is.
};

/// True for text that reads like an article's: long enough or a sentence, and hardly linked.
bool is_prose(const TextBlock& text);

/// The area of each element. A name that would put most of the page's prose outside is not believed: sites name things after what stands
/// in them or beside them ("with-sidebar", "no-comments").
std::vector<Area> find_areas(const HtmlTree& tree);

}  // namespace attache::reading
