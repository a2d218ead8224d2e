#include "reading/page_days.h"

#include "reading/date_lines.h"
#include "reading/document_builder.h"
#include "reading/furniture.h"
#include "reading/language_id.h"
#include "reading/listed_days.h"
#include "reading/text.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace attache::reading {
namespace {

/// Languages that write the day first wherever they are spoken.
constexpr std::string_view kDayFirstLanguages[] = {"de", "fr", "es", "pt", "it", "nl", "da", "no", "nb", "fi", "pl", "cs", "sk",
                                                   "ro", "tr", "id", "vi", "ru", "uk", "bg", "el", "ar", "hr", "sr", "ca"};

}  // namespace

PageDayOrder::PageDayOrder(const HtmlTree& tree, std::string_view fetched_from) : address_(stated_address(tree)), language_(language_code(tree.language())) {
  for (const auto& text : tree.texts()) evidence_.add_text(text.text);
  for (const auto& meta : tree.metas()) evidence_.add_text(meta.value);
  evidence_.add_known_day(day_from_url(address_));
  if (address_.empty()) address_ = fetched_from;
}

NumericOrder PageDayOrder::by_all(const PageMetadata& metadata) const {
  auto evidence = evidence_;
  evidence.add_known_day(metadata.published);
  evidence.add_known_day(metadata.modified);
  return order_of(evidence);
}

NumericOrder PageDayOrder::order_of(const DayOrderEvidence& evidence) const {
  if (evidence.disagrees()) return NumericOrder::unknown;
  if (const auto order = evidence.order(); order.day_first) return numeric_order(order.day_first);
  if (const auto habit = address_writes_day_first(address_)) return numeric_order(habit);
  const bool day_first = std::find(std::begin(kDayFirstLanguages), std::end(kDayFirstLanguages), language_) != std::end(kDayFirstLanguages);
  return day_first ? NumericOrder::day_first : NumericOrder::unknown;
}

bool PageDays::read_line(std::string_view line) {
  const auto found = find_day(line, order_);
  if (!found) {
    if (shown_impossible_.empty()) shown_impossible_ = find_impossible_day(line);
    return false;
  }
  const auto before = line.substr(0, found->start);
  const bool update = is_update_line(before) && find_ignoring_case(before, "published") == std::string_view::npos;
  auto& day = update ? shown_modified_ : shown_published_;
  if (!day) day = found->day;
  if (!update && !published_in_words_ && is_publication_line(before)) published_in_words_ = found->day;
  const auto second = find_day(line, order_, found->end);
  if (!second) return true;
  auto& second_day = is_update_line(line.substr(found->end, second->start - found->end)) ? shown_modified_ : shown_published_;
  if (!second_day) second_day = second->day;
  return true;
}

void PageDays::read_line_within(std::string_view line) {
  if (const auto found = find_day(line, order_)) within_ = found->day;
}

/// The day of the `time` element nearest to the headline, if there is one; `hour` as in the metadata.
std::optional<Day> PageDays::day_of_time_elements(std::optional<unsigned>& hour) const {
  constexpr int kMostTimes = 60;
  std::optional<Day> first;
  int times = 0;
  for (std::uint32_t i = 0; i < page_.tree.elements().size() && times < kMostTimes; ++i) {
    const auto& element = page_.tree.elements()[i];
    if (element.tag != HtmlTag::time) continue;
    ++times;
    auto day = day_from_attribute(element.datetime, order_);
    if (!day) {
      if (const auto found = find_day(page_.tree.text_of(i, 100), order_)) day = found->day;
    }
    if (!day || is_listed_time(page_, i)) continue;
    if (!first) {
      first = day;
      hour = hour_in_utc(element.datetime);
    }
    if (page_.areas[element.parent] == Area::outside) continue;
    if (!page_.headline.shown || element.first_text + 3 >= page_.headline.first_text) {
      hour = hour_in_utc(element.datetime);
      return day;
    }
  }
  return first;
}

/// The day in a publishing system's sentence below the text: "This entry was posted on Monday, May 22, 2013 and is filed under World", or one that names the page.
std::optional<Day> PageDays::day_of_entry(std::string_view title) const {
  constexpr std::size_t kLongest = 500;
  constexpr std::size_t kShortestTitle = 12;
  for (const auto& block : page_.tree.texts()) {
    const std::string_view line = block.text;
    if (line.size() > kLongest || !is_publication_line(line)) continue;
    const bool names_page = find_ignoring_case(line, "entry was posted") != std::string_view::npos || (title.size() >= kShortestTitle && line.find(title) != std::string_view::npos);
    if (!names_page) continue;
    if (const auto found = find_day(line, order_)) return found->day;
  }
  return std::nullopt;
}

/// The day of the page's last change, which often stands at its foot; `always_changed` where the line is one of a page that many write.
std::optional<Day> PageDays::day_of_change(bool& always_changed) const {
  constexpr std::size_t kLongest = 160;
  constexpr std::size_t kTextsAtFoot = 60;
  const auto& texts = page_.tree.texts();
  for (std::size_t i = texts.size(); i-- > texts.size() - std::min(texts.size(), kTextsAtFoot);) {
    if (texts[i].text.size() > kLongest || !is_update_line(texts[i].text)) continue;
    if (const auto found = find_day(texts[i].text, order_)) {
      always_changed = is_edit_line(texts[i].text);
      return found->day;
    }
  }
  return std::nullopt;
}

/// A day in a short text near headline or article: in one that says little else, or in any.
std::optional<Day> PageDays::day_near_headline(bool date_lines_only) const {
  constexpr std::uint32_t kAbove = 8;
  constexpr std::uint32_t kFarthestHeadline = 100;
  // Lines of days within the text are lists of events.
  const std::uint32_t below = date_lines_only ? 2 : 6;
  constexpr std::size_t kLongest = 120;
  const auto count = page_.text_count();
  const auto middle = page_.headline.shown ? page_.headline.first_text : page_.begin;
  const auto look = [&](std::uint32_t from, std::uint32_t to) -> std::optional<Day> {
    for (auto i = from; i < std::min(to, count); ++i) {
      const std::string_view line = page_.text(i).text;
      if (line.size() > kLongest || is_prose(page_.text(i)) || is_site_notice(line)) continue;
      const auto found = find_day(line, order_);
      if (!found) continue;
      const bool says_published = is_publication_line(line);
      if (date_lines_only && !says_published && !is_date_line(line)) continue;
      if (says_published || !is_listed_day(page_, i)) return found->day;
    }
    return std::nullopt;
  };
  // Where the article's text begins far from its headline, what stands between is about something else.
  const auto article = std::max(page_.begin, middle);
  const bool far = article > middle + kFarthestHeadline;
  if (const auto day = look(middle, far ? middle + kFarthestHeadline : article + below)) return day;
  if (const auto day = look(middle > kAbove ? middle - kAbove : 0, middle)) return day;
  // Behind the article stand the days of others.
  return date_lines_only ? std::nullopt : look(page_.end, page_.end + below);
}

void PageDays::choose(Document& document) const {
  auto& published = document.published;
  const auto take = [&](const std::optional<Day>& day, const char* from) {
    if (!day) return;
    published = day;
    document.published_from = from;
  };
  const auto take_if_none = [&](const std::optional<Day>& day, const char* from) {
    if (!published) take(day, from);
  };
  take(metadata_.published, "metadata");
  auto hour = metadata_.published_hour;
  if (!published) take(day_of_time_elements(hour), "time element");
  take_if_none(published_in_words_, "shown");
  const auto near_headline = !published || hour ? day_near_headline(true) : std::nullopt;
  // A page that was changed years after a day in its text, which does not say of what it is, tells of that day: it is an entry of an encyclopedia, a biography.
  constexpr auto kLongBefore = std::chrono::days(365);
  const bool of_an_event = shown_published_ && metadata_.modified && shown_published_ != near_headline && *shown_published_ + kLongBefore < *metadata_.modified;
  if (!of_an_event) take_if_none(shown_published_, "shown");
  const auto address_day = day_from_url(document.url);
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
  if (!published) take(day_of_entry(document.title), "shown");
  document.modified = metadata_.modified ? metadata_.modified : shown_modified_;
  bool always_changed = false;
  if (!document.modified) document.modified = day_of_change(always_changed);
  // What says only when it was changed says at least when it was there; but a page that many write was there long before.
  if (!always_changed) take_if_none(document.modified, "last change");
  take_if_none(within_, "shown");
  if (!published) take(day_near_headline(false), "shown");
  take_if_none(metadata_.pictured, "picture");
  if (document.modified && published && *document.modified < *published) document.modified.reset();
  if (document.modified) document.modified_from = metadata_.modified ? "metadata" : "shown";
  say_impossible(document);
}

void PageDays::say_impossible(Document& document) const {
  const auto& impossible = metadata_.impossible_day.empty() ? shown_impossible_ : metadata_.impossible_day;
  if (impossible.empty()) return;
  add_notice(document, ErrorKind::malformed, "the page's date \"" + impossible + "\" is in no calendar", document.published ? "took another that it gives" : "took none");
}

}  // namespace attache::reading
