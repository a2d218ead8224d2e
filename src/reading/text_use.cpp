#include "reading/text_use.h"

#include "reading/credits.h"
#include "reading/date_lines.h"
#include "reading/furniture.h"
#include "reading/listed_days.h"
#include "reading/text.h"

namespace attache::reading {
namespace {

/// A picture's text outside of elements for such is no longer than this.
constexpr std::size_t kLongestCaption = 400;

/// Elements whose text is meant as text, however short.
bool is_text_element(HtmlTag tag) { return tag == HtmlTag::p || tag == HtmlTag::li || tag == HtmlTag::blockquote; }

/// A paragraph that says something about what it links to, unlike a teaser, which is a link from end to end.
bool is_sentence_of_links(const TextBlock& block, HtmlTag tag) {
  constexpr std::size_t kFewestUnlinked = 15;
  return tag == HtmlTag::p && ends_sentence(block.text) && count_words(block.text) >= kFewestStandfirstWords && block.linked * 5 < block.text.size() * 4 && block.text.size() - block.linked >= kFewestUnlinked;
}

}  // namespace

TextUses::TextUses(const PageView& page) : page_(page), holds_prose_(page.tree.elements().size(), false) {
  for (const auto& block : page.tree.texts()) {
    if (is_prose(block)) holds_prose_[block.element] = true;
  }
}

TextUse TextUses::of(std::uint32_t i) const {
  const auto& block = page_.text(i);
  const std::string_view line = block.text;
  const auto area = page_.area_of(i);
  // Systems put the day and the writer's link into a line of its own, often among tools.
  if (area == Area::outside) {
    const bool names_writer = block.author_link || starts_ignoring_case(line, "posted by ");
    return names_writer && (read_byline_behind_day(line) || read_byline(line)) ? TextUse::byline : TextUse::nothing;
  }
  // The writer is credited as the photographer is.
  if (area == Area::credit) return read_byline(line) ? TextUse::byline : TextUse::credit;
  if (area == Area::caption || area == Area::picture) {
    if (is_furniture(line)) return TextUse::nothing;
    if (read_image_credit(line)) return TextUse::credit;
    return is_site_notice(line) ? TextUse::nothing : TextUse::caption;
  }
  // A dateline's class on a whole paragraph says nothing about the rest of it.
  const bool dateline = is_prose(block) && (!agency_in_dateline(line).empty() || day_in_dateline(line));
  if (area == Area::date && !dateline) return TextUse::date;
  if (area == Area::byline && !dateline) return is_date_line(line) ? TextUse::date : TextUse::byline;
  if (says_the_same(line, page_.headline.text)) return TextUse::nothing;
  const auto tag = page_.element_of(i).tag;
  if (is_date_line(line)) return is_heading_of_chronicle(page_, i) ? TextUse::heading : TextUse::date;
  if (is_hour(line)) return TextUse::nothing;
  if (tag == HtmlTag::p && is_place_and_day(line)) return TextUse::date;
  if (read_byline_behind_day(line) || read_foreign_byline(line)) return TextUse::byline;
  if (is_furniture(line) || is_inline_link(line) || is_writers_post(line)) return TextUse::nothing;
  if (begins_page_end(line)) return TextUse::page_end;
  if (read_byline(line) && !ends_sentence(line)) return TextUse::byline;
  if (labelled_caption(line) || (line.size() <= kLongestCaption && mentions_image_credit(line) && !split_caption(line).credit.empty())) return TextUse::caption;
  if (find_ignoring_case(line, "rights reserved") != std::string_view::npos && is_site_notice(line)) return TextUse::nothing;
  if (read_closing_credit(line)) return TextUse::closing_credit;
  if (read_image_credit(line)) return TextUse::credit;
  if (is_site_notice(line)) return TextUse::nothing;
  if (block.linked * 2 > block.text.size() && !is_sentence_of_links(block, tag)) return TextUse::nothing;
  if (is_heading_tag(tag)) return TextUse::heading;
  if (area == Area::standfirst) return TextUse::standfirst;
  if (is_prose(block) || is_text_element(tag) || ends_sentence(line) || holds_prose_[block.element]) return TextUse::paragraph;
  return TextUse::nothing;
}

}  // namespace attache::reading
