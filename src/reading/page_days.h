#pragma once
/// When a page was published and when it was changed, from all that says so.

#include "base/day_order.h"
#include "reading/date_text.h"
#include "reading/html_metadata.h"
#include "reading/page_view.h"

#include <attache/date.h>
#include <attache/document.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace attache::reading {

/// Whether a page writes the day first in figures: as its dates show, that can be read in one way only or are known in other forms; as the country of its
/// address writes; as its language is written, if that is not English, which is written both ways.
class PageDayOrder {
 public:
  /// `fetched_from` is the address that the page was had from; its own counts for more.
  PageDayOrder(const HtmlTree& tree, std::string_view fetched_from);

  /// By what the page shows and its address alone.
  NumericOrder by_text() const { return order_of(evidence_); }
  /// Also by the days that its metadata give.
  NumericOrder by_all(const PageMetadata& metadata) const;

 private:
  NumericOrder order_of(const DayOrderEvidence& evidence) const;

  DayOrderEvidence evidence_;
  std::string address_;
  std::string language_;
};

/// Gathers the days that a page's lines say, and weighs them with what its tags, its address and its other texts say. Page and metadata must outlive it.
class PageDays {
 public:
  PageDays(const PageView& page, const PageMetadata& metadata, NumericOrder order) : page_(page), metadata_(metadata), order_(order) {}

  /// Takes a line about the page: "Published 22 May 2013, updated 23 May 2013". False when no day is in it.
  bool read_line(std::string_view line);
  /// Takes a line behind the article's first paragraphs: at its end such a line dates the article, but further paragraphs show that it dates what they tell.
  void read_line_within(std::string_view line);
  void forget_line_within() { within_.reset(); }

  /// True when a line said when the page was published.
  bool published_shown() const { return shown_published_.has_value(); }

  /// Gives the document its days, and a notice where a date that the page gives for itself is none. What is stated for machines comes first; then what
  /// readers are shown, as far as it is clear that it is about the page.
  void choose(Document& document) const;

 private:
  std::optional<Day> day_of_time_elements(std::optional<unsigned>& hour) const;
  std::optional<Day> day_of_entry(std::string_view title) const;
  std::optional<Day> day_of_change(bool& always_changed) const;
  std::optional<Day> day_near_headline(bool date_lines_only) const;
  void say_impossible(Document& document) const;

  const PageView& page_;
  const PageMetadata& metadata_;
  NumericOrder order_;
  std::optional<Day> shown_published_;
  std::optional<Day> shown_modified_;
  std::optional<Day> within_;              ///< Of the article's last line, if that holds a day and says not of what.
  std::optional<Day> published_in_words_;  ///< As `shown_published_`, from a line that says that it is that.
  std::string shown_impossible_;           ///< A date of the page that no calendar has.
};

}  // namespace attache::reading
