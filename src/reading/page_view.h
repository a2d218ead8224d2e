#pragma once
/// A page with what was found out about it so far, as the parts of its reader see it.

#include "reading/html_areas.h"
#include "reading/html_headline.h"
#include "reading/html_tree.h"

#include <cstdint>
#include <vector>

namespace attache::reading {

/// A page's tree, what its elements are for, its headline, and the texts from `begin` up to `end` that the article is looked for in.
struct PageView {
  const HtmlTree& tree;
  std::vector<Area> areas;
  Headline headline;
  std::uint32_t root = 0;  ///< The article's element.
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t text_count() const { return static_cast<std::uint32_t>(tree.texts().size()); }
  const TextBlock& text(std::uint32_t i) const { return tree.texts()[i]; }
  const HtmlElement& element_of(std::uint32_t i) const { return tree.elements()[text(i).element]; }
  Area area_of(std::uint32_t i) const { return areas[text(i).element]; }
};

}  // namespace attache::reading
