#pragma once
/// The article's headline: what it says, and where the page shows it.

#include "reading/html_areas.h"
#include "reading/html_metadata.h"
#include "reading/html_tree.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace attache::reading {

/// A headline.
struct Headline {
  std::string text;
  bool stated = false;           ///< By the page's metadata; else by the window's title, where the page does not show it.
  bool shown = false;            ///< The page shows it, as the texts from `first_text` up to `end_text`.
  std::uint32_t first_text = 0;
  std::uint32_t end_text = 0;
};

/// The heading that says what the page's title or metadata say; else what these say; else the first heading. Headings that share no
/// word with title and metadata are names of sites and sections.
Headline find_headline(const HtmlTree& tree, const std::vector<Area>& areas, const PageMetadata& metadata);

/// A window's title without the site's name behind or before it.
std::string_view without_site(std::string_view title, std::string_view site);

/// True when both say the same but for case, punctuation and space.
bool says_the_same(std::string_view a, std::string_view b);

}  // namespace attache::reading
