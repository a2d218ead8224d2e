#pragma once
/// A page's markup cut down to what tells the article from the rest, and made safe to build a tree from.

#include <string>
#include <string_view>
#include <vector>

namespace attache::reading {

/// A page before its tree is built.
struct TidyPage {
  std::string html;                       ///< Properly nested; scripts, styles, forms' controls and phrase markup gone.
  std::vector<std::string_view> json_ld;  ///< What the page's JSON-LD scripts hold; views into the page.
  bool too_many_tags = false;             ///< More than `kMaxTags`; the later ones were ignored.
  bool too_deep = false;                  ///< Nested deeper than `kMaxOpenElements`; the deeper tags were ignored.
};

/// One pass over the markup, linear in its length. What it gives is nested properly: every element is closed, in order, where HTML's
/// rules of implied end tags close it, and no link or paragraph spans blocks. A tree builder for HTML takes time by the depth of open
/// elements for each tag and may rebuild open phrase markup in every block: both are bounded here and not left to the page.
/// Links that span blocks are reopened in each of them. Only attributes that say what an element is for are kept.
TidyPage tidy_html(std::string_view page);

}  // namespace attache::reading
