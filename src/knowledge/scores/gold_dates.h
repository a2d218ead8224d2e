#pragma once
/// Texts with resolved calendar expressions, from the corpora that the date finder is measured on.

#include "knowledge/scores/gold_text.h"

#include <attache/date.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace attache::knowledge {

/// A calendar expression and what it means. Several values when the corpus allows several.
struct GoldDate {
  GoldSpan span;
  std::string text;
  std::string form;  ///< What kind of value it has: `day`, `month`, `year`, `range`.
  struct Value {
    std::string when;          ///< `2013-05-22`, `2013-05` or `2013`: first day and precision must agree. Empty for a range.
    std::optional<Day> start;  ///< Of a range, inclusive; nothing for an open one.
    std::optional<Day> end;
  };
  std::vector<Value> values;
};

/// A text with its date and the expressions in it.
struct DatedText {
  GoldDocument gold;
  std::string genre;  ///< Where the corpus has genres.
  std::vector<GoldDate> dates;
};

/// Reads one of three shapes, told apart by their fields:
/// GUM's (`sents` of words, `dates` with `when`), TIMEX's (`text`, `timex` with `value`) and that of Recognizers-Text (`input`, `ref`, `results`).
/// Kept are dates of one day, month or year, and of Recognizers-Text also ranges. Of its inputs, which are spoken to a calendar program, those are kept
/// that a news report could contain: a statement (no question, nobody addressed, no order to a program), without a time of the clock, whose
/// weekdays, months and feasts are capitalised, of at least two words more than the expression; and in it those expressions that are written in words, or in figures as year-month-day or with a four-digit year behind
/// day and month, without signs of comparison and calendar shorthand ("eoy", "ytd", "cw"). A line that is of none of the shapes is reported and left out.
std::vector<DatedText> read_dated_texts(std::string_view bytes, const std::string& path, const std::function<void(const Error&)>& report);

}  // namespace attache::knowledge
