#pragma once
/// The element that holds the article.

#include "reading/html_areas.h"
#include "reading/html_headline.h"
#include "reading/html_tree.h"

#include <cstdint>
#include <vector>

namespace attache::reading {

/// An element, the texts in it that the article is among, and how much of the article they are.
struct ArticleRoot {
  std::uint32_t element = 0;
  std::uint32_t first_text = 0;
  std::uint32_t end_text = 0;
  double weight = 0;  ///< About the bytes of prose less those of what is not; 0 when no element holds more of the one than of the other.
};

/// The element with the most of the page's prose and the least of what is not. Every text has a weight, prose counting for and
/// links, menus and other areas against; the element with the heaviest sum is it, or the innermost one within it that has nearly all
/// of that. Where the article is in several elements side by side, as systems that build pages from components write it, it is the element about them, and of
/// its texts those of the neighbors that together weigh most. Prefix sums give every element's weight at once, so this takes time by the page's length alone.
ArticleRoot find_article_root(const HtmlTree& tree, const std::vector<Area>& areas, const Headline& headline);

/// Likewise, believing less of what the page says where believing it leaves nothing: that its headline is where it is shown, and that its names for areas
/// are true. What is no longer believed is changed in `headline` and `areas`.
ArticleRoot settle_article_root(const HtmlTree& tree, std::vector<Area>& areas, Headline& headline);

}  // namespace attache::reading
