#pragma once
/// Elements and attributes that tell the article from the rest of a page.

#include <array>
#include <cstdint>
#include <string_view>

namespace attache::reading {

/// Elements of a tidied page. Those that differ only in looks are one: `pre` and `form` are `div`, `em` is `span`, `th` is `td`.
enum class HtmlTag : std::uint8_t {
  html, div, section, article, main, aside, header, footer, nav, figure, figcaption, blockquote, ul, ol, li, table, tbody, tr, td, h1, h2, h3, h4, h5, h6, p, span, time,
};

constexpr bool is_heading_tag(HtmlTag tag) { return tag >= HtmlTag::h1 && tag <= HtmlTag::h6; }

/// Attributes that say what an element is for; all others are passed over.
enum class HtmlAttribute : std::uint8_t {
  class_names, id, role, data_component, data_testid, itemprop, property, name, content, href, rel, datetime, lang, type, count,
};

/// The attributes of one tag, as in the page: entities are not replaced. Of one given twice the first counts.
class HtmlAttributes {
 public:
  std::string_view operator[](HtmlAttribute attribute) const { return values_[static_cast<std::size_t>(attribute)]; }
  bool empty() const { return given_ == 0; }

  void set(HtmlAttribute attribute, std::string_view value) {
    const auto bit = 1U << static_cast<unsigned>(attribute);
    if (given_ & bit) return;
    given_ |= bit;
    values_[static_cast<std::size_t>(attribute)] = value;
  }

  void clear() {
    if (given_ == 0) return;
    values_ = {};
    given_ = 0;
  }

 private:
  std::array<std::string_view, static_cast<std::size_t>(HtmlAttribute::count)> values_{};
  unsigned given_ = 0;
};

}  // namespace attache::reading
