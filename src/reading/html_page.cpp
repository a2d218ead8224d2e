#include "reading/html_page.h"

#include "base/day_order.h"
#include "reading/credits.h"
#include "reading/date_text.h"
#include "reading/document_builder.h"
#include "reading/furniture.h"
#include "reading/html_areas.h"
#include "reading/html_headline.h"
#include "reading/html_metadata.h"
#include "reading/html_root.h"
#include "reading/html_tidy.h"
#include "reading/html_tree.h"
#include "reading/language_id.h"
#include "reading/limits.h"
#include "reading/page_kind.h"
#include "reading/text.h"

#include <algorithm>
#include <unordered_set>

namespace attache::reading {
namespace {

/// Standfirsts are longer than this and shorter than paragraphs run together.
constexpr std::size_t kFewestStandfirstWords = 5;
constexpr std::size_t kMostStandfirstWords = 80;
/// Texts looked through for date and byline around headline and article.
constexpr std::uint32_t kTextsAround = 40;

/// What is done with a text of the page.
enum class Use : std::uint8_t { nothing, standfirst, heading, paragraph, caption, credit, byline, date, closing_credit, page_end };

/// Elements whose text is meant as text, however short.
bool is_text_element(HtmlTag tag) { return tag == HtmlTag::p || tag == HtmlTag::li || tag == HtmlTag::blockquote; }

/// Whether the page writes the day first in figures: as its dates show, that can be read in one way only or are known in other forms; as the country of its
/// address writes; as its language is written, if that is not English, which is written both ways.
std::optional<bool> day_order_of(const HtmlTree& tree, const PageMetadata& metadata, const Document& document) {
  DayOrderEvidence evidence;
  for (const auto& text : tree.texts()) evidence.add_text(text.text);
  for (const auto& meta : tree.metas()) evidence.add_text(meta.value);
  const auto address = stated_address(tree);
  for (const auto& day : {metadata.published, metadata.modified, day_from_url(address)}) evidence.add_known_day(day);
  if (evidence.disagrees()) return std::nullopt;
  if (const auto order = evidence.order(); order.day_first) return order.day_first;
  if (const auto habit = address_writes_day_first(address.empty() ? document.url : address)) return habit;
  // Languages that write the day first wherever they are spoken.
  constexpr std::string_view day_first[] = {"de", "fr", "es", "pt", "it", "nl", "da", "no", "nb", "fi", "pl", "cs", "sk", "ro", "tr", "id", "vi", "ru", "uk", "bg", "el", "ar", "hr", "sr", "ca"};
  const auto language = language_code(tree.language());
  if (std::find(std::begin(day_first), std::end(day_first), language) != std::end(day_first)) return true;
  return std::nullopt;
}

class PageReader {
 public:
  PageReader(const HtmlTree& tree, PageMetadata metadata, Document& document) : tree_(tree), metadata_(std::move(metadata)), document_(document) {
    areas_ = find_areas(tree);
    order_ = numeric_order(day_order_of(tree, metadata_, document));
    headline_ = find_headline(tree, areas_, metadata_);
    root_ = find_root().element;
  }

  void read() {
    const auto& root = tree_.elements()[root_];
    const auto count = static_cast<std::uint32_t>(tree_.texts().size());
    begin_ = root.first_text;
    end_ = std::min(root.end_text, count);
    if (headline_.shown && headline_.end_text <= end_) begin_ = std::max(begin_, headline_.end_text);
    document_.title = headline_.text;
    mark_prose_elements();
    read_head();
    read_article();
    drop_repetitions();
    read_behind();
    take_metadata();
    take_stated_text();
    read_dateline();
    for (auto& part : parts_) add_block(document_, part.kind, part.text);
    document_.kind = kind_of_page(tree_, areas_, metadata_, document_);
  }

 private:
  struct Part {
    BlockKind kind;
    std::string text;
    bool heading = false;
    bool said_before = false;
  };

  /// The article's element, believing less of what the page says where believing it leaves nothing.
  ArticleRoot find_root() {
    constexpr double kTooLittle = 200;
    constexpr double kMuchMore = 3;
    auto root = find_article_root(tree_, areas_, headline_);
    if (root.weight >= kTooLittle) return root;
    if (headline_.shown) {
      // The headline may be a link to this page from below the article.
      auto elsewhere = headline_;
      elsewhere.shown = false;
      const auto other = find_article_root(tree_, areas_, elsewhere);
      if (other.weight > kTooLittle && other.weight > kMuchMore * root.weight) {
        headline_ = elsewhere;
        root = other;
      }
    }
    // A short article is none the less one; below it readers may write more.
    constexpr double kShortArticle = 100;
    if (root.weight >= (headline_.shown ? kShortArticle : kTooLittle)) return root;
    std::vector<Area> nothing_outside = areas_;
    std::replace(nothing_outside.begin(), nothing_outside.end(), Area::outside, Area::content);
    const auto other = find_article_root(tree_, nothing_outside, headline_);
    if (other.weight > kTooLittle && other.weight > kMuchMore * root.weight) {
      root = other;
      for (auto i = root.element; i < tree_.elements()[root.element].end; ++i) areas_[i] = nothing_outside[i];
    }
    return root;
  }

  const TextBlock& text(std::uint32_t i) const { return tree_.texts()[i]; }
  const HtmlElement& element_of(std::uint32_t i) const { return tree_.elements()[text(i).element]; }
  Area area_of(std::uint32_t i) const { return areas_[text(i).element]; }

  /// Elements that hold prose directly: short texts in them are subheads and answers, not labels.
  void mark_prose_elements() {
    holds_prose_.assign(tree_.elements().size(), false);
    for (const auto& block : tree_.texts()) {
      if (is_prose(block)) holds_prose_[block.element] = true;
    }
  }

  /// A paragraph that says something about what it links to, unlike a teaser, which is a link from end to end.
  static bool is_sentence_of_links(const TextBlock& block, HtmlTag tag) {
    constexpr std::size_t kFewestUnlinked = 15;
    return tag == HtmlTag::p && ends_sentence(block.text) && count_words(block.text) >= kFewestStandfirstWords && block.linked * 5 < block.text.size() * 4 && block.text.size() - block.linked >= kFewestUnlinked;
  }

  /// The use that a text within the article has, or near it.
  Use use_of(std::uint32_t i) const {
    const auto& block = text(i);
    const std::string_view line = block.text;
    const auto area = area_of(i);
    // Systems put the day and the writer's link into a line of its own, often among tools.
    if (area == Area::outside) {
      const bool names_writer = block.author_link || starts_ignoring_case(line, "posted by ");
      return names_writer && (read_byline_behind_day(line) || read_byline(line)) ? Use::byline : Use::nothing;
    }
    // The writer is credited as the photographer is.
    if (area == Area::credit) return read_byline(line) ? Use::byline : Use::credit;
    if (area == Area::caption || area == Area::picture) {
      if (is_furniture(line)) return Use::nothing;
      return read_image_credit(line) ? Use::credit : Use::caption;
    }
    // A dateline's class on a whole paragraph says nothing about the rest of it.
    const bool dateline = is_prose(block) && (!agency_in_dateline(line).empty() || day_in_dateline(line));
    if (area == Area::date && !dateline) return Use::date;
    if (area == Area::byline && !dateline) return is_date_line(line) ? Use::date : Use::byline;
    if (says_the_same(line, headline_.text)) return Use::nothing;
    if (is_date_line(line)) return Use::date;
    if (read_byline_behind_day(line) || read_foreign_byline(line)) return Use::byline;
    if (is_furniture(line) || is_inline_link(line) || is_writers_post(line)) return Use::nothing;
    const auto tag = element_of(i).tag;
    if (begins_page_end(line)) return Use::page_end;
    if (read_byline(line) && !ends_sentence(line)) return Use::byline;
    if (labelled_caption(line)) return Use::caption;
    if (find_ignoring_case(line, "rights reserved") != std::string_view::npos && is_site_notice(line)) return Use::nothing;
    if (read_closing_credit(line)) return Use::closing_credit;
    if (read_image_credit(line)) return Use::credit;
    if (is_site_notice(line)) return Use::nothing;
    if (block.linked * 2 > block.text.size() && !is_sentence_of_links(block, tag)) return Use::nothing;
    if (is_heading_tag(tag)) return Use::heading;
    if (area == Area::standfirst) return Use::standfirst;
    if (is_prose(block) || is_text_element(tag) || ends_sentence(line) || holds_prose_[block.element]) return Use::paragraph;
    return Use::nothing;
  }

  void read_date(std::string_view line) {
    const auto found = find_day(line, order_);
    if (!found) return;
    if (const auto agency = agency_in_date_line(line); !agency.empty()) add_once(document_.agencies, agency);
    const bool update = is_update_line(line.substr(0, found->start)) && find_ignoring_case(line.substr(0, found->start), "published") == std::string_view::npos;
    auto& day = update ? shown_modified_ : shown_published_;
    if (!day) day = found->day;
    if (!update && !published_in_words_ && is_publication_line(line.substr(0, found->start))) published_in_words_ = found->day;
    const auto second = find_day(line, order_, found->end);
    if (!second) return;
    auto& second_day = is_update_line(line.substr(found->end, second->start - found->end)) ? shown_modified_ : shown_published_;
    if (!second_day) second_day = second->day;
  }

  void read_writer(std::string_view line, bool named_so) {
    if (has_day(line)) read_date(line);
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
    const auto words = count_words(text(i).text);
    return words >= kFewestStandfirstWords && words <= kMostStandfirstWords;
  }

  /// What stands between headline and article, or a little above where the page shows no headline.
  void read_head() {
    std::uint32_t from = begin_ > kTextsAround ? begin_ - kTextsAround : 0;
    const std::uint32_t headline_from = headline_.shown && headline_.end_text <= begin_ ? headline_.end_text : begin_;
    if (headline_.shown && headline_.first_text < begin_) from = headline_.first_text > kTextsAround ? headline_.first_text - kTextsAround : 0;
    bool lead_seen = false;
    for (auto i = from; i < begin_; ++i) {
      const auto use = use_of(i);
      const bool behind_headline = i >= headline_from;
      if (use == Use::date) read_date(text(i).text);
      if (use == Use::byline) read_writer(text(i).text, area_of(i) == Area::byline);
      if (!behind_headline) continue;
      if (use == Use::caption) read_caption(text(i).text);
      if (use == Use::credit) read_credit(text(i).text);
      const bool sentence = use == Use::standfirst || use == Use::paragraph || use == Use::heading;
      if (sentence && is_standfirst(i) && !lead_seen) {
        add_part(BlockKind::lead, text(i).text);
        lead_seen = use != Use::standfirst;
      }
    }
  }

  /// Behind the last text of the section that begins with the text at `i`, if it is a part of the article's element; `i` + 1 when none is.
  std::uint32_t section_end(std::uint32_t i) const {
    std::uint32_t end = i + 1;
    for (auto index = text(i).element; index != root_ && index != 0; index = tree_.elements()[index].parent) {
      const auto& element = tree_.elements()[index];
      if (element.first_text != i || element.end_text > end_) break;
      end = std::max(end, element.end_text);
    }
    return end;
  }

  std::size_t prose_between(std::uint32_t from, std::uint32_t to) const {
    std::size_t bytes = 0;
    for (auto i = from; i < to; ++i) {
      if (area_of(i) == Area::content && is_prose(text(i))) bytes += text(i).text.size();
    }
    return bytes;
  }

  /// A row of figures or names in the article.
  struct TableRow {
    std::string text;  ///< Its cells, a space between.
    std::uint32_t end_text;
  };

  std::uint32_t ancestor(std::uint32_t index, HtmlTag tag) const {
    constexpr int kFarthest = 6;
    for (int i = 0; i < kFarthest && index != root_ && index != 0; ++i, index = tree_.elements()[index].parent) {
      if (tree_.elements()[index].tag == tag) return index;
    }
    return 0;
  }

  /// The row that begins with the text at `i`, if its table shows data: several cells of a few words each in a row, and several such rows. Tables that hold
  /// a page together have one cell with paragraphs in it, or cells with menus.
  std::optional<TableRow> table_row_at(std::uint32_t i) const {
    const auto row = ancestor(text(i).element, HtmlTag::tr);
    if (row == 0 || tree_.elements()[row].first_text != i || area_of(i) != Area::content) return std::nullopt;
    const auto table = ancestor(row, HtmlTag::table);
    if (table == 0 || !is_data_row(row)) return std::nullopt;
    const auto& elements = tree_.elements();
    const auto neighbour = elements[row].end < elements[table].end ? elements[row].end : row_before(row, table);
    if (neighbour == 0 || elements[neighbour].tag != HtmlTag::tr || !is_data_row(neighbour)) return std::nullopt;
    TableRow found{{}, elements[row].end_text};
    for (auto j = i; j < found.end_text; ++j) found.text += (found.text.empty() ? "" : " ") + text(j).text;
    return found;
  }

  /// The row in front of one, 0 when it is the first.
  std::uint32_t row_before(std::uint32_t row, std::uint32_t table) const {
    constexpr std::uint32_t kFarthest = 60;
    for (auto i = row - 1; i > table && row - i < kFarthest; --i) {
      if (tree_.elements()[i].tag == HtmlTag::tr) return i;
    }
    return 0;
  }

  bool is_data_row(std::uint32_t row) const {
    constexpr std::size_t kLongestRow = 400;
    constexpr std::uint32_t kMostTexts = 20;
    const auto& element = tree_.elements()[row];
    const auto end = std::min<std::uint32_t>(element.end_text, static_cast<std::uint32_t>(tree_.texts().size()));
    if (end < element.first_text + 2 || end > element.first_text + kMostTexts) return false;
    std::size_t bytes = 0, linked = 0;
    std::uint32_t cells = 0, last_cell = 0;
    for (auto i = element.first_text; i < end; ++i) {
      const auto cell = ancestor(text(i).element, HtmlTag::td);
      if (cell == 0) return false;
      cells += cell != last_cell;
      last_cell = cell;
      bytes += text(i).text.size();
      linked += text(i).linked;
    }
    return cells >= 2 && bytes <= kLongestRow && linked * 2 <= bytes;
  }

  void read_article() {
    constexpr std::size_t kHeadOfArticle = 600;
    std::size_t prose_before = 0;
    bool paragraph_seen = false;
    for (auto i = begin_; i < end_; ++i) {
      if (const auto row = table_row_at(i)) {
        add_entry(row->text);
        i = row->end_text - 1;
        continue;
      }
      const std::string& line = text(i).text;
      switch (use_of(i)) {
        case Use::nothing: break;
        case Use::date:
          // A line with a day between paragraphs may be of an event that the text lists.
          if (prose_before < kHeadOfArticle || is_publication_line(line) || is_update_line(line)) read_date(line);
          else if (const auto found = find_day(line, order_); found && !day_within_) day_within_ = found->day;
          break;
        case Use::byline: read_writer(line, area_of(i) == Area::byline); break;
        case Use::caption: read_caption(line); break;
        case Use::credit: read_credit(line); break;
        case Use::closing_credit: read_closing(line); break;
        case Use::standfirst: add_part(paragraph_seen ? BlockKind::body : BlockKind::lead, line); break;
        case Use::heading:
          if (!paragraph_seen && is_standfirst(i) && ends_sentence(line)) add_part(BlockKind::lead, line);
          else if (paragraph_seen || count_words(line) > 1) add_part(BlockKind::body, line, true);
          break;
        case Use::paragraph:
          if (element_of(i).tag == HtmlTag::li) add_entry(line);
          else add_part(BlockKind::body, line);
          paragraph_seen = true;
          prose_before += line.size();
          break;
        case Use::page_end: {
          if (!paragraph_seen) break;
          if (const auto end = section_end(i); end > i + 1) {
            i = end - 1;
            break;
          }
          // Teasers hold less than the article; a box within it is followed by more of it.
          if (looked_ahead_ < kMostLooksAhead && ++looked_ahead_ && prose_between(i + 1, end_) * 3 <= prose_before) i = end_ - 1;
          break;
        }
      }
    }
    while (!parts_.empty() && parts_.back().heading) parts_.pop_back();
  }

  /// True when no other article begins between this one and the text at `i`.
  bool is_first_behind(std::uint32_t i) const {
    for (auto j = end_; j < i; ++j) {
      if (is_heading_tag(element_of(j).tag) || is_prose(text(j))) return false;
    }
    return true;
  }

  /// Credits and dates may stand behind the article.
  void read_behind() {
    const auto count = static_cast<std::uint32_t>(tree_.texts().size());
    for (auto i = end_; i < std::min(count, end_ + kTextsAround); ++i) {
      const auto use = use_of(i);
      if (use == Use::date && !shown_published_) read_date(text(i).text);
      if (use == Use::byline && shown_byline_.empty() && is_first_behind(i)) read_writer(text(i).text, false);
      if (use == Use::closing_credit && document_.agencies.empty()) read_closing(text(i).text);
    }
  }

  /// The day of the `time` element nearest to the headline, if there is one; `hour` as in the metadata.
  std::optional<Day> day_of_time_elements(std::optional<unsigned>& hour) const {
    std::optional<Day> first;
    for (std::uint32_t i = 0; i < tree_.elements().size(); ++i) {
      const auto& element = tree_.elements()[i];
      if (element.tag != HtmlTag::time) continue;
      auto day = day_from_attribute(element.datetime, order_);
      if (!day) {
        if (const auto found = find_day(tree_.text_of(i, 100), order_)) day = found->day;
      }
      if (!day) continue;
      if (!first) {
        first = day;
        hour = hour_in_utc(element.datetime);
      }
      if (areas_[element.parent] == Area::outside) continue;
      if (!headline_.shown || element.first_text + 3 >= headline_.first_text) {
        hour = hour_in_utc(element.datetime);
        return day;
      }
    }
    return first;
  }

  /// The day in a publishing system's sentence below the text: "This entry was posted on Monday, May 22, 2013 and is filed under World", or one that names the page.
  std::optional<Day> day_of_entry() const {
    constexpr std::size_t kLongest = 500;
    constexpr std::size_t kShortestTitle = 12;
    const std::string_view title = document_.title;
    for (const auto& block : tree_.texts()) {
      const std::string_view line = block.text;
      if (line.size() > kLongest || !is_publication_line(line)) continue;
      const bool names_page = find_ignoring_case(line, "entry was posted") != std::string_view::npos || (title.size() >= kShortestTitle && line.find(title) != std::string_view::npos);
      if (!names_page) continue;
      if (const auto found = find_day(line, order_)) return found->day;
    }
    return std::nullopt;
  }

  /// The day of the page's last change, which often stands at its foot.
  std::optional<Day> day_of_change() const {
    constexpr std::size_t kLongest = 160;
    constexpr std::size_t kTextsAtFoot = 60;
    const auto& texts = tree_.texts();
    for (std::size_t i = texts.size(); i-- > texts.size() - std::min(texts.size(), kTextsAtFoot);) {
      if (texts[i].text.size() > kLongest || !is_update_line(texts[i].text)) continue;
      if (const auto found = find_day(texts[i].text, order_)) return found->day;
    }
    return std::nullopt;
  }

  /// A day in a short text near headline or article: in one that says little else, or in any.
  std::optional<Day> day_near_headline(bool date_lines_only) const {
    constexpr std::uint32_t kAbove = 8;
    // Lines of days within the text are lists of events.
    const std::uint32_t below = date_lines_only ? 2 : 6;
    constexpr std::size_t kLongest = 120;
    const auto count = static_cast<std::uint32_t>(tree_.texts().size());
    const auto middle = headline_.shown ? headline_.first_text : begin_;
    const auto look = [&](std::uint32_t from, std::uint32_t to) -> std::optional<Day> {
      for (auto i = from; i < std::min(to, count); ++i) {
        if (text(i).text.size() > kLongest || is_prose(text(i)) || is_site_notice(text(i).text)) continue;
        if (date_lines_only && !is_date_line(text(i).text) && !is_publication_line(text(i).text)) continue;
        if (const auto found = find_day(text(i).text, order_)) return found->day;
      }
      return std::nullopt;
    };
    if (const auto day = look(middle, std::max(begin_, middle) + below)) return day;
    if (const auto day = look(middle > kAbove ? middle - kAbove : 0, middle)) return day;
    // Behind the article stand the days of others.
    return date_lines_only ? std::nullopt : look(end_, end_ + below);
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
    if (document_.byline.empty() || (agency_wrote && !shown_byline_.empty())) document_.byline = shown_byline_;
    choose_days();
  }

  /// The page's days, from all that says them. What is stated for machines comes first; then what readers are shown, as far as it is
  /// clear that it is about the page.
  void choose_days() {
    auto& published = document_.published;
    const auto take = [&](const std::optional<Day>& day, const char* from) {
      if (!day) return;
      published = day;
      document_.published_from = from;
    };
    const auto take_if_none = [&](const std::optional<Day>& day, const char* from) {
      if (!published) take(day, from);
    };
    take(metadata_.published, "metadata");
    auto hour = metadata_.published_hour;
    if (!published) take(day_of_time_elements(hour), "time element");
    take_if_none(published_in_words_, "shown");
    take_if_none(shown_published_, "shown");
    const auto near_headline = day_near_headline(true);
    const auto address_day = day_from_url(document_.url);
    // Addresses keep the day on which a page was made, whatever is done to it later.
    const bool address_is_first = address_day && (!published || *address_day <= *published + std::chrono::days(1));
    // A time in Universal Time may fall on another day than the site's own, which readers are shown.
    const auto is_sites_own = [&](const std::optional<Day>& day) {
      if (!day || !published || !hour) return false;
      return (*day == *published - std::chrono::days(1) && *hour < 13) || (*day == *published + std::chrono::days(1) && *hour > 9);
    };
    if (address_is_first) {
      if (address_day != published) take(address_day, "address");
    } else if (is_sites_own(shown_published_)) {
      take(shown_published_, "shown");
    } else if (is_sites_own(near_headline)) {
      take(near_headline, "shown");
    }
    take_if_none(near_headline, "shown");
    take_if_none(day_of_entry(), "shown");
    document_.modified = metadata_.modified ? metadata_.modified : shown_modified_;
    if (!document_.modified) document_.modified = day_of_change();
    // What says only when it was changed says at least when it was there.
    take_if_none(document_.modified, "last change");
    take_if_none(day_within_, "shown");
    take_if_none(day_near_headline(false), "shown");
    take_if_none(metadata_.pictured, "picture");
    if (document_.modified && published && *document_.modified < *published) document_.modified.reset();
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
    if (!document_.published) document_.published = day_in_dateline(body->text);
  }

  const HtmlTree& tree_;
  const PageMetadata metadata_;
  Document& document_;
  std::vector<Area> areas_;
  Headline headline_;
  std::vector<bool> holds_prose_;
  std::vector<Part> parts_;
  std::unordered_set<std::string> said_;
  bool repeats_ = false;  ///< The last paragraph or heading was said before.
  std::optional<Day> shown_published_;
  std::optional<Day> shown_modified_;
  std::optional<Day> day_within_;          ///< Of a line of the article that holds a day and says not of what.
  std::optional<Day> published_in_words_;  ///< As `shown_published_`, from a line that says that it is that.
  std::string shown_byline_;
  NumericOrder order_ = NumericOrder::unknown;
  std::uint32_t root_ = 0;
  std::uint32_t begin_ = 0;
  std::uint32_t end_ = 0;
  /// Looking ahead takes time by the page's length, so it is done a few times only.
  static constexpr int kMostLooksAhead = 8;
  int looked_ahead_ = 0;
};

}  // namespace

void read_html_page(std::string_view html, Document& document) {
  const HtmlTree tree(html);
  if (tree.trouble().too_many_tags) add_notice(document, ErrorKind::too_large, "more than " + std::to_string(kMaxTags) + " tags", "ignored the later ones");
  if (tree.trouble().too_deep) add_notice(document, ErrorKind::too_large, "elements nested deeper than " + std::to_string(kMaxOpenElements), "ignored the deeper ones");
  const auto order = numeric_order(day_order_of(tree, PageMetadata(), document));
  PageReader(tree, read_metadata(tree, order), document).read();
}

}  // namespace attache::reading
