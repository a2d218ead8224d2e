#pragma once
/// Markup cut into tags and texts.

#include "reading/html_tag.h"

#include <string>
#include <string_view>

namespace attache::reading {

/// One tag as it stands in a page.
struct HtmlToken {
  std::string name;  ///< Lower case.
  bool end = false;
  bool self_closing = false;
  bool hidden = false;  ///< `hidden`, `display: none`.
  HtmlAttributes attributes;
};

/// Reads tags as the HTML standard's tokenizer does, as far as matters here. The page must outlive it and what it gives.
class HtmlTokenizer {
 public:
  explicit HtmlTokenizer(std::string_view page) : page_(page) {}

  std::size_t at() const { return at_; }
  void move_to(std::size_t at) { at_ = at; }
  bool done() const { return at_ >= page_.size(); }

  /// The text up to the next tag, comment or the end.
  std::string_view read_text();

  /// Reads the tag at the place, which holds `<`; false when it was a comment, a declaration or broken.
  bool read_tag(HtmlToken& tag);

  /// Skips to behind the end tag of the element; the content. The rest of the page when it has no end.
  std::string_view skip_raw(std::string_view name);

 private:
  void skip_comment();
  void skip_space();
  void read_attributes(HtmlToken& tag);
  std::string_view read_value();

  std::string_view page_;
  std::size_t at_ = 0;
};

}  // namespace attache::reading
