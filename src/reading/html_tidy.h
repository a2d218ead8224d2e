#pragma once
/// A page's markup cut down to what tells the article from the rest, and nested properly.

#include "reading/html_tag.h"

#include <cstdint>
#include <string_view>

namespace attache::reading {

/// What a text links to.
enum class LinkKind : std::uint8_t { none, other, author };

/// Takes what a page consists of, in its order. Texts and attributes are views into the page, their entities as they are.
class HtmlSink {
 public:
  virtual ~HtmlSink() = default;
  virtual void open(HtmlTag tag, const HtmlAttributes& attributes, bool hidden) = 0;
  virtual void close() = 0;  ///< The innermost open element ends.
  virtual void text(std::string_view text, LinkKind link) = 0;
  virtual void line_break() = 0;
  virtual void rule() = 0;
  virtual void meta(const HtmlAttributes& attributes) = 0;
  virtual void linked(const HtmlAttributes& attributes) = 0;  ///< A `link` element.
  virtual void title(std::string_view text) = 0;              ///< Of the window; once at the most.
  virtual void language(std::string_view tag) = 0;            ///< As `html` declares it.
  virtual void json_ld(std::string_view script) = 0;
};

/// Where a page goes beyond what is read of one.
struct TidyTrouble {
  bool too_many_tags = false;  ///< More than `kMaxTags`; the later ones were ignored.
  bool frames = false;         ///< It is a set of frames: what they show is elsewhere.
  bool too_deep = false;       ///< Nested deeper than `kMaxOpenElements`; the deeper tags were ignored.
};

/// Whether scripts are taken to run: where they do not, a page shows what its `noscript` elements hold.
enum class Scripts : std::uint8_t { run, blocked };

/// One pass over the markup, linear in its length. What it gives is nested properly: every element is closed, in order, where HTML's
/// rules of implied end tags close it, and no paragraph spans blocks. Scripts, styles, forms' controls and phrase markup without
/// attributes are gone. Of the standard's tree building nothing is done that takes more time than the page has bytes: text within a table stays where it
/// stands, and phrase markup ends with its block.
TidyTrouble tidy_html(std::string_view page, HtmlSink& sink, Scripts scripts = Scripts::run);

}  // namespace attache::reading
