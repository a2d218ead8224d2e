#pragma once
/// A page as elements and the blocks of text in them, in document order.

#include "base/arena.h"
#include "reading/html_tag.h"
#include "reading/html_tidy.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace attache::reading {

/// An element. Its descendants are the elements from behind it up to `end`. Its strings live as long as the tree.
struct HtmlElement {
  HtmlTag tag = HtmlTag::html;
  std::uint32_t parent = 0;   ///< The document element is its own parent.
  std::uint32_t end = 0;      ///< Behind its last descendant.
  std::uint32_t first_text = 0;  ///< The first text block that begins within it or behind it.
  std::uint32_t end_text = 0;    ///< Behind its last text block.
  std::string_view names;     ///< Class, id, role and the like, lower case, words parted by single spaces, camelCase cut; a space at both ends.
  std::string_view itemprop;
  std::string_view datetime;  ///< A `time` element's attribute.
  bool hidden = false;        ///< The page does not show it.
  bool block = false;         ///< It begins and ends a line in print.
};

/// A run of text that nothing breaks but phrase markup: a paragraph, a heading, a list item's text.
struct TextBlock {
  std::string text;            ///< White space folded; never empty.
  std::uint32_t element = 0;   ///< The innermost block element that holds it.
  std::uint32_t linked = 0;    ///< Bytes of it that are links.
  bool author_link = false;    ///< A link in it names a writer (`rel="author"`).
};

/// A tag of the page's head that says something about it.
struct MetaTag {
  std::string name;   ///< `name`, `property` or `itemprop` of `meta`; `rel` of `link`. Lower case.
  std::string value;  ///< `content` or `href`.
};

/// The tree of a page. The first element is `html`, whatever the page says.
class HtmlTree {
 public:
  /// `page` must outlive the tree.
  explicit HtmlTree(std::string_view page, Scripts scripts = Scripts::run);

  const std::vector<HtmlElement>& elements() const { return elements_; }
  const std::vector<TextBlock>& texts() const { return texts_; }
  const std::vector<MetaTag>& metas() const { return metas_; }
  const std::string& title() const { return title_; }        ///< Of the window.
  const std::string& language() const { return language_; }  ///< As the page declares it.
  const std::vector<std::string_view>& json_ld() const { return json_ld_; }  ///< What its JSON-LD scripts hold; views into the page.
  const TidyTrouble& trouble() const { return trouble_; }

  /// The texts within an element, joined by spaces, as far as `limit` bytes.
  std::string text_of(std::uint32_t element, std::size_t limit) const;

 private:
  class Builder;
  Arena arena_;  ///< Of the elements' strings.
  std::vector<HtmlElement> elements_;
  std::vector<TextBlock> texts_;
  std::vector<MetaTag> metas_;
  std::string title_;
  std::string language_;
  std::vector<std::string_view> json_ld_;
  TidyTrouble trouble_;
};

/// True when one of the element's names is the word.
bool has_name(const HtmlElement& element, std::string_view word);

/// True for elements of one kind and purpose: the same tag and, but for numbers, the same names ("post 39294", "post 39375").
bool are_alike(const HtmlElement& a, const HtmlElement& b);

}  // namespace attache::reading
