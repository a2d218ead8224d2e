#pragma once
/// What is known about a page's time while its sentences are read in order.

#include "knowledge/calendar/day_order.h"

#include <attache/date.h>
#include <attache/mention.h>
#include <attache/sentence.h>

#include <optional>
#include <span>

namespace attache::knowledge {

/// Start with what the page says, call `remember` after each sentence.
struct CalendarContext {
  std::optional<Day> published;       ///< The page's date.
  std::optional<Day> dateline;        ///< The day in the dateline ("TOKYO, May 20 —"), when it has one.
  DayOrder day_order;                 ///< Whether 5/6/2013 is 5 June on this page.

  std::optional<Day> last_date;       ///< The last date that the text named or implied,
  DatePrecision last_precision = DatePrecision::day;  ///< how precisely,
  std::uint32_t last_date_sequence = 0;  ///< and in which sentence.
  std::optional<int> last_year;       ///< The year that was last written out, and where:
  bool last_year_with_month = false;  ///< together with a month,
  std::uint32_t last_year_block = 0;  ///< in this block,
  std::uint32_t last_year_sequence = 0;  ///< in this sentence.
  std::uint32_t told_dates = 0;          ///< Dates with a year written out that lies well before the page's.
  std::uint32_t present_dates = 0;       ///< Dates within days of the page's.

  /// The page tells of the past by years: a month or day without one belongs to the year told of, however long ago it was named.
  bool tells_history() const { return told_dates >= 2 && told_dates > 3 * present_dates; }

  /// The date that "two days later" counts from in that sentence: the last one, unless it was named so far back that it is another matter's.
  std::optional<Day> anchor_for(std::uint32_t sequence) const;

  /// The day from which "yesterday" counts.
  std::optional<Day> reference() const { return dateline ? dateline : published; }

  /// Notes what the dates of a sentence say for those that follow.
  void remember(const Sentence& sentence, std::span<const DateMention> dates);
};

}  // namespace attache::knowledge
