#include "reading/page_text.h"

#include "base/day_order.h"
#include "reading/credits.h"
#include "reading/date_lines.h"
#include "reading/date_text.h"
#include "reading/document_builder.h"
#include "reading/furniture.h"
#include "reading/text.h"
#include "reading/text_lines.h"

#include <algorithm>
#include <optional>

namespace attache::reading {
namespace {

constexpr auto npos = std::string_view::npos;

/// From so many words on, a line is taken for a paragraph even without a stop at its end.
constexpr std::size_t kParagraphWords = 30;
/// A sentence of its own with so many words is a paragraph; a shorter one may be a headline with a stop.
constexpr std::size_t kSentenceWords = 9;
constexpr std::size_t kFewestHeadlineWords = 3;
constexpr std::size_t kMostHeadlineWords = 28;
/// Standfirsts are longer than headlines and shorter than paragraphs run together.
constexpr std::size_t kMostStandfirstWords = 80;

/// What a line of a page is.
enum class Role { furniture, address, date, byline, image_credit, caption, closing_credit, page_end, label, short_text, paragraph };

struct PageLine {
  std::string text;
  Role role = Role::short_text;
  bool gap_before = false;
};

bool is_address(std::string_view line) {
  if (line.find(' ') != npos) {
    const auto colon = line.find(": ");
    if (colon > 20 || line.find(' ', colon + 2) != npos) return false;
    line = line.substr(colon + 2);
  }
  return (line.starts_with("http://") || line.starts_with("https://")) && line.find('.') != npos;
}

std::string_view address_in(std::string_view line) { return line.substr(line.rfind(' ') == npos ? 0 : line.rfind(' ') + 1); }

/// "Oslo, 4 March 2021": a place, and the day.
bool is_place_and_date(std::string_view line) {
  constexpr std::size_t kLongest = 70;
  if (line.size() > kLongest || count_words(line) > 9) return false;
  const auto found = find_day(line, NumericOrder::day_first);
  if (!found || found->start == 0) return false;
  const auto before = strip(line.substr(0, found->start), " ,-–—|:");
  const auto words = split_words(before);
  if (words.empty() || words.size() > 4) return false;
  const bool capitals = std::all_of(words.begin(), words.end(), [](std::string_view word) { return !is_lower(word.front()); });
  return capitals && is_date_line(line.substr(found->start));
}

/// A field at the head of an exported article: "Title: …".
struct Label {
  std::string_view name;
  std::string_view value;
};

std::optional<Label> head_label(std::string_view line) {
  constexpr std::string_view names[] = {"title", "headline", "date", "published", "publication date", "publication", "source", "author", "byline", "by", "url", "link"};
  const auto colon = line.find(':');
  if (colon > 20) return std::nullopt;
  const auto name = trim(line.substr(0, colon));
  const auto value = trim(line.substr(colon + 1));
  for (const auto known : names) {
    if (equal_ignoring_case(known, name) && !value.empty()) return Label{known, value};
  }
  return std::nullopt;
}

Role role_of(std::string_view line) {
  if (is_address(line)) return Role::address;
  if (is_date_line(line) || is_place_and_date(line)) return Role::date;
  if (is_furniture(line) || is_writers_post(line)) return Role::furniture;
  if (labelled_caption(line)) return Role::caption;
  if (read_byline(line)) return Role::byline;
  // "mk/rt (AFP, dpa)" has the signs of both.
  if (read_closing_credit(line)) return Role::closing_credit;
  if (read_image_credit(line)) return Role::image_credit;
  if (begins_page_end(line)) return Role::page_end;
  if (is_inline_link(line) || is_site_notice(line)) return Role::furniture;
  const auto words = count_words(line);
  if (words >= kParagraphWords || (words >= kSentenceWords && ends_sentence(line))) return Role::paragraph;
  return Role::short_text;
}

std::vector<PageLine> classify(std::vector<TextLine> lines) {
  std::vector<PageLine> page;
  page.reserve(lines.size());
  for (auto& line : lines) {
    const Role role = role_of(line.text);
    page.push_back({std::move(line.text), role, line.gap_before});
  }
  // A text above a picture's credit is what the picture shows, if it reads like it or a credit of its own ends it.
  for (std::size_t i = 1; i < page.size(); ++i) {
    if (page[i].role != Role::image_credit || page[i].gap_before) continue;
    auto& above = page[i - 1];
    if (above.role == Role::paragraph || above.role == Role::short_text) above.role = Role::caption;
  }
  for (auto& line : page) {
    if (line.role != Role::paragraph && line.role != Role::short_text) continue;
    if (mentions_image_credit(line.text) && !split_caption(line.text).credit.empty()) line.role = Role::caption;
  }
  return page;
}

/// Where the parts of the page begin: the headline's line, and the first line behind the head.
class Layout {
 public:
  explicit Layout(const std::vector<PageLine>& page) : page_(page) {
    find_first_paragraph();
    find_headline();
  }

  std::optional<std::size_t> headline() const { return headline_; }
  std::size_t first_paragraph() const { return first_paragraph_; }

 private:
  void find_first_paragraph() {
    first_paragraph_ = page_.size();
    for (std::size_t i = 0; i < page_.size(); ++i) {
      if (page_[i].role == Role::paragraph) {
        first_paragraph_ = i;
        return;
      }
    }
  }

  bool can_be_headline(std::size_t i) const {
    if (page_[i].role != Role::short_text && page_[i].role != Role::paragraph) return false;
    const auto words = count_words(page_[i].text);
    return words >= kFewestHeadlineWords && words <= kMostHeadlineWords;
  }

  /// The same line again, or the line with the site's name behind it: pages say their headline twice and nothing else.
  bool is_said_twice(std::size_t i) const {
    const std::string& text = page_[i].text;
    constexpr std::size_t kLooksAhead = 200;
    for (std::size_t j = 0; j < std::min(page_.size(), i + kLooksAhead); ++j) {
      if (j != i && page_[j].text.starts_with(text) && page_[j].text.size() <= text.size() + 50) return true;
    }
    return false;
  }

  /// A text of one sentence is its own article and has no headline.
  bool is_one_sentence() const {
    const PageLine* only = nullptr;
    for (const auto& line : page_) {
      if (line.role != Role::short_text && line.role != Role::paragraph) continue;
      if (only) return false;
      only = &line;
    }
    return only && ends_sentence(only->text);
  }

  void find_headline() {
    if (is_one_sentence()) return;
    std::size_t anchor = first_paragraph_;
    for (std::size_t i = 0; i < anchor; ++i) {
      if (page_[i].role == Role::date || page_[i].role == Role::byline) {
        if (any_headline_before(i)) anchor = i;
        break;
      }
    }
    // What comes before the date or the first paragraph in one run of text: headline, then standfirst.
    std::size_t i = anchor;
    while (i > 0 && !can_be_headline(i - 1)) --i;
    if (i == 0) {
      headline_without_head();
      return;
    }
    std::size_t first = i - 1;
    while (first > 0 && can_be_headline(first - 1) && (!page_[first].gap_before || is_standfirst_like(first))) --first;
    headline_ = first;
    for (std::size_t j = 0; j < anchor; ++j) {
      if (can_be_headline(j) && is_said_twice(j)) {
        headline_ = j;
        // The later of the two is the one above the article.
        for (std::size_t k = j + 1; k < anchor; ++k) {
          if (page_[k].text == page_[j].text) headline_ = k;
        }
        break;
      }
    }
  }

  /// A line behind an empty line that continues a headline: a sentence, or longer than what stands above it.
  bool is_standfirst_like(std::size_t i) const {
    return ends_sentence(page_[i].text) || count_words(page_[i].text) > count_words(page_[i - 1].text) + 3;
  }

  bool any_headline_before(std::size_t end) const {
    for (std::size_t i = 0; i < end; ++i) {
      if (can_be_headline(i)) return true;
    }
    return false;
  }

  /// A text whose first line is a whole sentence has that for a headline when it is short and a paragraph follows.
  void headline_without_head() {
    constexpr std::size_t kShortSentence = 14;
    if (first_paragraph_ >= page_.size()) return;
    const auto& line = page_[first_paragraph_];
    const bool followed = first_paragraph_ + 1 < page_.size() && count_words(line.text) <= kShortSentence && can_be_headline(first_paragraph_) &&
                          std::any_of(page_.begin() + static_cast<std::ptrdiff_t>(first_paragraph_) + 1, page_.end(),
                                      [](const PageLine& other) { return other.role == Role::paragraph; });
    if (!followed) return;
    headline_ = first_paragraph_;
  }

  const std::vector<PageLine>& page_;
  std::size_t first_paragraph_ = 0;
  std::optional<std::size_t> headline_;
};

/// Cuts " - Site" or " | Site" from a headline taken from a window's title.
std::string_view without_site_name(std::string_view title, const std::vector<PageLine>& page, Document& document) {
  for (const std::string_view separator : {" | ", " - ", " – ", " — ", " :: "}) {
    const auto at = title.rfind(separator);
    if (at == npos || at == 0) continue;
    const auto before = title.substr(0, at);
    const bool said_alone = std::any_of(page.begin(), page.end(), [&](const PageLine& line) { return line.text == before; });
    if (!said_alone) continue;
    document.publication = std::string(title.substr(at + separator.size()));
    return before;
  }
  return title;
}

class PageReader {
 public:
  PageReader(std::vector<PageLine> page, Document& document) : page_(std::move(page)), document_(document) { find_day_order(); }

  void read() {
    const std::size_t start = read_labels();
    const Layout layout(page_);
    any_paragraph_ = layout.first_paragraph() < page_.size();
    std::size_t from = start;
    if (document_.title.empty() && layout.headline()) {
      const auto title = without_site_name(page_[*layout.headline()].text, page_, document_);
      document_.title = std::string(title);
      from = std::max(from, *layout.headline() + 1);
      read_before_headline(*layout.headline());
    }
    add_block(document_, BlockKind::headline, document_.title);
    const std::size_t end = article_end(std::max(from, layout.first_paragraph()));
    read_article(from, end);
    read_behind_article(end);
    read_dateline();
  }

 private:
  /// Days in figures are read as the page's other figures or the country of its address have it.
  void find_day_order() {
    DayOrderEvidence evidence;
    std::string_view address = document_.url;
    for (const auto& line : page_) {
      evidence.add_text(line.text);
      if (address.empty() && is_address(line.text)) address = address_in(line.text);
    }
    if (evidence.disagrees()) return;
    const auto order = evidence.order();
    order_ = numeric_order(order.day_first ? order.day_first : address_writes_day_first(address));
  }

  /// "Title: …" and the like at the head of an export; the first line behind them.
  std::size_t read_labels() {
    std::size_t i = 0;
    std::size_t labels = 0;
    for (; i < page_.size() && i < 12; ++i) {
      const auto label = head_label(page_[i].text);
      if (!label) {
        if (labels > 0) break;
        continue;
      }
      ++labels;
      page_[i].role = Role::label;
      if (label->name == "title" || label->name == "headline") document_.title = std::string(label->value);
      else if (label->name == "date" || label->name.starts_with("publi")) {
        if (const auto day = find_day(label->value, order_)) document_.published = day->day;
        else if (label->name == "publication") document_.publication = std::string(label->value);
      } else if (label->name == "source") document_.publication = std::string(label->value);
      else if (label->name == "url" || label->name == "link") document_.url = std::string(label->value);
      else document_.byline = std::string(label->value);
    }
    // A lone "Source: Reuters" is a credit and not the head of an export.
    if (labels < 2 && document_.title.empty()) {
      document_.publication.clear();
      for (std::size_t j = 0; j < i; ++j) {
        if (page_[j].role == Role::label) page_[j].role = role_of(page_[j].text);
      }
      return 0;
    }
    return labels > 0 ? i : 0;
  }

  /// Date and byline may stand above the headline.
  void read_before_headline(std::size_t headline) {
    for (std::size_t i = 0; i < headline; ++i) {
      if (page_[i].role == Role::date) read_date(page_[i].text);
      if (page_[i].role == Role::byline) read_writer(page_[i].text);
    }
  }

  void read_date(std::string_view line) {
    if (const auto agency = agency_in_date_line(line); !agency.empty()) add_once(document_.agencies, agency);
    // One line may say both: "Published 4 March 2021 | Updated 5 March 2021".
    const auto first = find_day(line, order_);
    if (!first) return;
    const bool update = is_update_line(line.substr(0, first->start)) && !document_.modified;
    if (update && find_ignoring_case(line.substr(0, first->start), "published") == npos) {
      document_.modified = first->day;
    } else if (!document_.published) {
      document_.published = first->day;
    }
    const auto second = find_day(line, order_, first->end);
    if (!second) return;
    if (is_update_line(line.substr(first->end, second->start - first->end))) document_.modified = second->day;
    else if (!document_.published) document_.published = second->day;
  }

  void read_writer(std::string_view line) {
    const auto credit = read_byline(line);
    if (!credit) return;
    if (document_.byline.empty()) document_.byline = credit->byline;
    for (const auto& agency : credit->agencies) add_once(document_.agencies, agency);
    if (has_day(line)) read_date(line);
  }

  void read_picture(std::size_t i) {
    const auto label = labelled_caption(page_[i].text);
    const auto caption = split_caption(label ? *label : std::string_view(page_[i].text));
    add_block(document_, BlockKind::caption, caption.text);
    const bool credit_follows = i + 1 < page_.size() && page_[i + 1].role == Role::image_credit;
    if (!credit_follows) add_once(document_.image_credits, caption.credit);
  }

  /// True when the text at `i` stands between headline and article: a sentence or two that something else than text parts from it.
  bool is_standfirst(std::size_t i, bool byline_seen) const {
    if (byline_seen || count_words(page_[i].text) > kMostStandfirstWords) return false;
    if (page_[i].role == Role::short_text) return any_paragraph_;
    for (std::size_t j = i + 1; j < page_.size(); ++j) {
      switch (page_[j].role) {
        case Role::caption: case Role::image_credit: case Role::date: case Role::byline: return true;
        case Role::paragraph: case Role::page_end: case Role::closing_credit: return false;
        default: break;
      }
    }
    return false;
  }

  /// The first line behind the article: links to others, or the end.
  std::size_t article_end(std::size_t from) const {
    std::size_t words_before = 0;
    for (std::size_t i = from; i < page_.size(); ++i) {
      if (page_[i].role == Role::paragraph) words_before += count_words(page_[i].text);
      if (page_[i].role != Role::page_end || words_before == 0) continue;
      std::size_t words_behind = 0;
      for (std::size_t j = i + 1; j < page_.size(); ++j) {
        if (page_[j].role == Role::paragraph) words_behind += count_words(page_[j].text);
      }
      // Teasers are shorter than the article; a box within it is followed by more of it.
      if (words_behind * 3 <= words_before) return i;
    }
    return page_.size();
  }

  /// Lines without a stop that stand together are a list of links, unless they are the article's subheads, which stand alone.
  bool is_in_link_list(std::size_t i) const {
    const auto is_short = [&](std::size_t k) { return k < page_.size() && (page_[k].role == Role::short_text || page_[k].role == Role::furniture) && !ends_sentence(page_[k].text); };
    if (!is_short(i)) return false;
    const std::size_t neighbours = (i > 0 && is_short(i - 1)) + is_short(i + 1) + (i > 1 && is_short(i - 1) && is_short(i - 2)) + (is_short(i + 1) && is_short(i + 2));
    return neighbours >= 2;
  }

  void read_article(std::size_t from, std::size_t end) {
    bool in_head = true;
    bool byline_seen = !document_.byline.empty() && !page_.empty() && from > 0 && page_[from - 1].role == Role::byline;
    for (std::size_t i = from; i < end; ++i) {
      const auto& line = page_[i];
      switch (line.role) {
        case Role::furniture: case Role::label: case Role::page_end: break;
        case Role::address:
          if (document_.url.empty()) document_.url = std::string(address_in(line.text));
          break;
        case Role::date: read_date(line.text); break;
        case Role::byline:
          if (in_head || document_.byline.empty()) read_writer(line.text);
          byline_seen = true;
          break;
        case Role::image_credit: add_once(document_.image_credits, *read_image_credit(line.text)); break;
        case Role::caption: read_picture(i); break;
        case Role::closing_credit: read_closing(line.text); break;
        case Role::short_text: case Role::paragraph:
          if (line.text == document_.title) break;
          if (in_head && is_standfirst(i, byline_seen)) {
            add_block(document_, BlockKind::lead, line.text);
          } else if (!is_in_link_list(i)) {
            add_block(document_, BlockKind::body, line.text);
            if (line.role == Role::paragraph) in_head = false;
          }
          break;
      }
    }
  }

  void read_closing(std::string_view line) {
    const auto credit = read_closing_credit(line);
    if (document_.byline.empty()) document_.byline = credit->byline;
    for (const auto& agency : credit->agencies) add_once(document_.agencies, agency);
  }

  /// Credits and the address may stand behind the links.
  void read_behind_article(std::size_t end) {
    for (std::size_t i = end; i < page_.size(); ++i) {
      if (page_[i].role == Role::closing_credit && document_.agencies.empty()) read_closing(page_[i].text);
      if (page_[i].role == Role::date && !document_.published) read_date(page_[i].text);
    }
  }

  /// The day and the agency in "OSLO, March 3, 2021 (Reuters) - …".
  void read_dateline() {
    const auto body = std::find_if(document_.blocks.begin(), document_.blocks.end(), [](const Block& block) { return block.kind == BlockKind::body; });
    if (body == document_.blocks.end()) return;
    if (const auto agency = agency_in_dateline(body->text); !agency.empty()) add_once(document_.agencies, agency);
    if (document_.published) return;
    document_.published = day_in_dateline(body->text);
  }

  std::vector<PageLine> page_;
  Document& document_;
  NumericOrder order_ = NumericOrder::unknown;
  bool any_paragraph_ = false;
};

}  // namespace

void read_page_text(std::string_view text, Document& document) { PageReader(classify(split_lines(text)), document).read(); }

void read_paragraphs(std::string_view text, Document& document) {
  std::string paragraph;
  const auto end_paragraph = [&] {
    add_block(document, BlockKind::body, fold_space(paragraph));
    paragraph.clear();
  };
  while (!text.empty()) {
    const auto end = text.find('\n');
    const auto line = text.substr(0, end);
    text = end == npos ? std::string_view() : text.substr(end + 1);
    if (trim(line).empty()) {
      end_paragraph();
    } else {
      paragraph.append(line).append("\n");
    }
  }
  end_paragraph();
}

}  // namespace attache::reading
