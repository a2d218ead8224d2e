#include "reading/html_page.h"

#include "reading/credits.h"
#include "reading/date_lines.h"
#include "reading/document_builder.h"
#include "reading/furniture.h"
#include "reading/html_areas.h"
#include "reading/html_headline.h"
#include "reading/html_metadata.h"
#include "reading/html_root.h"
#include "reading/html_tree.h"
#include "reading/limits.h"
#include "reading/listed_days.h"
#include "reading/page_days.h"
#include "reading/page_kind.h"
#include "reading/page_view.h"
#include "reading/table_rows.h"
#include "reading/text.h"
#include "reading/text_use.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace attache::reading {
namespace {

/// Texts looked through for date and byline around headline and article.
constexpr std::uint32_t kTextsAround = 40;

/// Reads the article out of a page: what stands at its head, its texts in order, and what follows it.
class PageReader {
 public:
  PageReader(const PageView& page, const PageMetadata& metadata, NumericOrder order, Document& document)
      : page_(page), metadata_(metadata), document_(document), uses_(page), days_(page, metadata, order) {}

  void read() {
    document_.title = page_.headline.text;
    if (!document_.title.empty()) document_.title_from = page_.headline.shown ? "shown" : page_.headline.stated ? "metadata" : "window";
    read_head();
    read_article();
    drop_repetitions();
    read_behind();
    take_metadata();
    take_stated_text();
    read_dateline();
    for (auto& part : parts_) add_block(document_, part.kind, part.text);
    document_.kind = kind_of_page(page_.tree, page_.areas, metadata_, document_);
  }

 private:
  struct Part {
    BlockKind kind;
    std::string text;
    bool heading = false;
    bool said_before = false;
  };

  /// Takes the text for a line that says when the page was published or changed, unless it is one of a list of such.
  void read_date(std::uint32_t i) {
    const std::string_view line = page_.text(i).text;
    // Looking around takes time; of so many days none is the page's.
    constexpr int kMostDays = 100;
    if (++days_met_ > kMostDays) return;
    if (!is_publication_line(line) && is_listed_day(page_, i)) return;
    read_date(line);
  }

  void read_date(std::string_view line) {
    if (!days_.read_line(line)) return;
    if (const auto agency = agency_in_date_line(line); !agency.empty()) add_once(document_.agencies, agency);
  }

  void read_writer(std::string_view line, bool named_so) {
    read_date(line);
    auto credit = read_byline(line);
    if (!credit) credit = read_byline_behind_day(line);
    if (!credit) credit = read_foreign_byline(line);
    if (credit) {
      if (shown_byline_.empty()) shown_byline_ = credit->byline;
      for (const auto& agency : credit->agencies) add_once(document_.agencies, agency);
      return;
    }
    if (is_news_agency(strip(line, " .,"))) return add_once(document_.agencies, strip(line, " .,"));
    // The byline's element holds the name alone, without "By".
    constexpr std::size_t kMostNameWords = 6;
    if (!named_so || !shown_byline_.empty() || is_furniture(line) || ends_sentence(line)) return;
    credit = read_byline("By " + std::string(line));
    if (!credit || count_words(credit->byline) > kMostNameWords) return;
    shown_byline_ = credit->byline;
    for (const auto& agency : credit->agencies) add_once(document_.agencies, agency);
  }

  void read_closing(std::string_view line) {
    const auto credit = read_closing_credit(line);
    if (!credit) return;
    if (shown_byline_.empty()) shown_byline_ = credit->byline;
    for (const auto& agency : credit->agencies) add_once(document_.agencies, agency);
  }

  void read_caption(std::string_view line) {
    const auto label = labelled_caption(line);
    const auto caption = split_caption(label ? *label : line);
    add_once(document_.image_credits, caption.credit);
    if (count_words(caption.text) >= 3) add_part(BlockKind::caption, caption.text);
  }

  void read_credit(std::string_view line) {
    const auto credit = read_image_credit(line);
    add_once(document_.image_credits, credit ? std::string_view(*credit) : strip(line, " ()[]"));
  }

  /// Adds a part unless it was said before: pages repeat captions, pull quotes and whole articles for other screens.
  void add_part(BlockKind kind, std::string_view line, bool heading = false) {
    constexpr std::size_t kShortest = 40;
    const std::string said(line);
    repeats_ = said.size() >= kShortest && !said_.insert(said).second;
    parts_.push_back({kind, said, heading, repeats_});
  }

  /// Adds an entry of a list or table, of which many may be the same; said before only where all that stands around it was.
  void add_entry(std::string_view line) { parts_.push_back({BlockKind::body, std::string(line), false, repeats_}); }

  /// Drops what is said twice: a pull quote, a copy for small screens. A text in which many passages come again among new ones says them
  /// again itself: a meal plan, a list of results.
  void drop_repetitions() {
    constexpr int kFewestOfText = 4;
    int passages = 0;
    for (std::size_t i = 0; i < parts_.size(); ++i) passages += parts_[i].said_before && (i == 0 || !parts_[i - 1].said_before);
    if (passages < kFewestOfText) std::erase_if(parts_, [](const Part& part) { return part.said_before; });
  }

  bool is_standfirst(std::uint32_t i) const {
    const auto words = count_words(page_.text(i).text);
    return words >= kFewestStandfirstWords && words <= kMostStandfirstWords;
  }

  /// What stands between headline and article, or a little above where the page shows no headline.
  void read_head() {
    std::uint32_t from = page_.begin > kTextsAround ? page_.begin - kTextsAround : 0;
    const std::uint32_t headline_from = page_.headline.shown && page_.headline.end_text <= page_.begin ? page_.headline.end_text : page_.begin;
    if (page_.headline.shown && page_.headline.first_text < page_.begin) from = page_.headline.first_text > kTextsAround ? page_.headline.first_text - kTextsAround : 0;
    bool lead_seen = false;
    for (auto i = from; i < page_.begin; ++i) {
      const auto use = uses_.of(i);
      const bool behind_headline = i >= headline_from;
      if (use == TextUse::date) read_date(i);
      if (use == TextUse::byline) read_writer(page_.text(i).text, page_.area_of(i) == Area::byline);
      if (!behind_headline) continue;
      if (use == TextUse::caption) read_caption(page_.text(i).text);
      if (use == TextUse::credit) read_credit(page_.text(i).text);
      const bool sentence = use == TextUse::standfirst || use == TextUse::paragraph || use == TextUse::heading;
      // An entry of a list above the article is a menu's, unless it is a sentence.
      if (page_.element_of(i).tag == HtmlTag::li && !ends_sentence(page_.text(i).text)) continue;
      if (sentence && is_standfirst(i) && !lead_seen) {
        add_part(BlockKind::lead, page_.text(i).text);
        lead_seen = use != TextUse::standfirst;
      }
    }
  }

  /// Behind the last text of the section that begins with the text at `i`, if it is a part of the article's element; `i` + 1 when none is.
  std::uint32_t section_end(std::uint32_t i) const {
    std::uint32_t end = i + 1;
    for (auto index = page_.text(i).element; index != page_.root && index != 0; index = page_.tree.elements()[index].parent) {
      const auto& element = page_.tree.elements()[index];
      if (element.first_text != i || element.end_text > page_.end) break;
      end = std::max(end, element.end_text);
    }
    return end;
  }

  std::size_t prose_between(std::uint32_t from, std::uint32_t to) const {
    std::size_t bytes = 0;
    for (auto i = from; i < to; ++i) {
      if (page_.area_of(i) == Area::content && is_prose(page_.text(i))) bytes += page_.text(i).text.size();
    }
    return bytes;
  }

  void read_article() {
    constexpr std::size_t kHeadOfArticle = 600;
    std::size_t prose_before = 0;
    bool paragraph_seen = false;
    for (auto i = page_.begin; i < page_.end; ++i) {
      if (const auto row = table_row_at(page_, i)) {
        add_entry(row->text);
        i = row->end_text - 1;
        continue;
      }
      const std::string& line = page_.text(i).text;
      switch (uses_.of(i)) {
        case TextUse::nothing: break;
        case TextUse::date:
          if (prose_before < kHeadOfArticle || is_publication_line(line) || is_update_line(line)) read_date(i);
          else days_.read_line_within(line);
          break;
        case TextUse::byline: read_writer(line, page_.area_of(i) == Area::byline); break;
        case TextUse::caption: read_caption(line); break;
        case TextUse::credit: read_credit(line); break;
        case TextUse::closing_credit: read_closing(line); break;
        case TextUse::standfirst: add_part(paragraph_seen ? BlockKind::body : BlockKind::lead, line); break;
        case TextUse::heading:
          if (!paragraph_seen && is_standfirst(i) && ends_sentence(line)) add_part(BlockKind::lead, line);
          else if (paragraph_seen || count_words(line) > 1) add_part(BlockKind::body, line, true);
          break;
        case TextUse::paragraph:
          if (page_.element_of(i).tag == HtmlTag::li) add_entry(line);
          else add_part(BlockKind::body, line);
          paragraph_seen = true;
          prose_before += line.size();
          days_.forget_line_within();
          break;
        case TextUse::page_end: {
          if (!paragraph_seen) break;
          if (const auto end = section_end(i); end > i + 1) {
            i = end - 1;
            break;
          }
          // Teasers hold less than the article; a box within it is followed by more of it.
          if (looked_ahead_ < kMostLooksAhead && ++looked_ahead_ && prose_between(i + 1, page_.end) * 3 <= prose_before) i = page_.end - 1;
          break;
        }
      }
    }
    while (!parts_.empty() && parts_.back().heading) parts_.pop_back();
  }

  /// True when no other article begins between this one and the text at `i`.
  bool is_first_behind(std::uint32_t i) const {
    for (auto j = page_.end; j < i; ++j) {
      if (is_heading_tag(page_.element_of(j).tag) || is_prose(page_.text(j))) return false;
    }
    return true;
  }

  /// Credits and dates may stand behind the article.
  void read_behind() {
    const auto count = page_.text_count();
    for (auto i = page_.end; i < std::min(count, page_.end + kTextsAround); ++i) {
      const auto use = uses_.of(i);
      if (use == TextUse::date && !days_.published_shown()) read_date(i);
      if (use == TextUse::byline && shown_byline_.empty() && is_first_behind(i)) read_writer(page_.text(i).text, false);
      if (use == TextUse::closing_credit && document_.agencies.empty()) read_closing(page_.text(i).text);
    }
  }

  void take_metadata() {
    if (!metadata_.url.empty()) document_.url = metadata_.url;
    document_.short_url = metadata_.short_url;
    document_.section = metadata_.section;
    document_.publication = metadata_.site;
    document_.language = metadata_.language;
    document_.byline = metadata_.byline;
    const bool agency_wrote = is_news_agency(metadata_.byline);
    if (agency_wrote) add_once(document_.agencies, metadata_.byline);
    const bool as_shown = document_.byline.empty() || (agency_wrote && !shown_byline_.empty());
    if (as_shown) document_.byline = shown_byline_;
    if (!document_.byline.empty()) document_.byline_from = as_shown ? "shown" : "metadata";
    days_.choose(document_);
  }

  /// Some pages show a beginning only and state the whole text for search engines.
  void take_stated_text() {
    std::size_t shown = 0;
    for (const auto& part : parts_) shown += part.kind == BlockKind::body || part.kind == BlockKind::lead ? part.text.size() : 0;
    if (metadata_.article_text.size() < 200 || shown * 2 >= metadata_.article_text.size()) return;
    std::erase_if(parts_, [](const Part& part) { return part.kind == BlockKind::body; });
    said_.clear();
    std::string_view rest = metadata_.article_text;
    while (!rest.empty()) {
      const auto end = rest.find('\n');
      if (const auto line = trim(rest.substr(0, end)); !line.empty() && !is_furniture(line)) add_part(BlockKind::body, line);
      rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    }
  }

  void read_dateline() {
    const auto body = std::find_if(parts_.begin(), parts_.end(), [](const Part& part) { return part.kind == BlockKind::body; });
    if (body == parts_.end()) return;
    if (const auto agency = agency_in_dateline(body->text); !agency.empty()) add_once(document_.agencies, agency);
    if (document_.published) return;
    document_.published = day_in_dateline(body->text);
    if (document_.published) document_.published_from = "dateline";
  }

  const PageView& page_;
  const PageMetadata& metadata_;
  Document& document_;
  const TextUses uses_;
  PageDays days_;
  std::vector<Part> parts_;
  std::unordered_set<std::string> said_;
  bool repeats_ = false;  ///< The last paragraph or heading was said before.
  std::string shown_byline_;
  /// Looking ahead takes time by the page's length, so it is done a few times only.
  static constexpr int kMostLooksAhead = 8;
  int looked_ahead_ = 0;
  int days_met_ = 0;
};

/// What of the page the article is in.
PageView view_of(const HtmlTree& tree, const PageMetadata& metadata) {
  PageView page{tree, find_areas(tree), {}};
  page.headline = find_headline(tree, page.areas, metadata);
  const auto root = settle_article_root(tree, page.areas, page.headline);
  page.root = root.element;
  page.begin = root.first_text;
  page.end = std::min(root.end_text, page.text_count());
  if (page.headline.shown && page.headline.end_text <= page.end) page.begin = std::max(page.begin, page.headline.end_text);
  return page;
}

void say_trouble(const TidyTrouble& trouble, Document& document) {
  if (trouble.too_many_tags) add_notice(document, ErrorKind::too_large, "more than " + std::to_string(kMaxTags) + " tags", "ignored the later ones");
  if (trouble.too_deep) add_notice(document, ErrorKind::too_large, "elements nested deeper than " + std::to_string(kMaxOpenElements), "ignored the deeper ones");
  if (trouble.frames) add_notice(document, ErrorKind::unsupported, "the page is made of frames, whose pages are files of their own", "read what it shows without them");
}

void read_tree(const HtmlTree& tree, Document& document) {
  say_trouble(tree.trouble(), document);
  const PageDayOrder order(tree, document.url);
  const auto metadata = read_metadata(tree, order.by_text());
  const auto page = view_of(tree, metadata);
  PageReader(page, metadata, order.by_all(metadata), document).read();
}

}  // namespace

void read_html_page(std::string_view html, Document& document) {
  const Document blank = document;
  read_tree(HtmlTree(html), document);
  const bool any_text = std::any_of(document.blocks.begin(), document.blocks.end(), [](const Block& block) { return block.kind == BlockKind::body || block.kind == BlockKind::lead; });
  if (any_text || find_ignoring_case(html, "<noscript") == std::string_view::npos) return;
  // A page that scripts build may hold its article for readers without them.
  Document without_scripts = blank;
  read_tree(HtmlTree(html, Scripts::blocked), without_scripts);
  if (!without_scripts.blocks.empty()) document = std::move(without_scripts);
}

}  // namespace attache::reading
