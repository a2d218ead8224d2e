#pragma once
/// What a calendar expression says, before it is known which day that is.

#include "knowledge/calendar/words.h"

#include <attache/mention.h>

#include <cstdint>
#include <optional>
#include <string_view>

namespace attache::knowledge {

/// The word that points: "this week", "last week", "next week".
enum class Pointing : std::uint8_t { none, this_one, last, next };

struct Expression {
  enum class Form : std::uint8_t {
    date,        ///< Some of weekday, day, month and year: "Wednesday", "12 December", "in 2012".
    span,        ///< A season, quarter, half, decade or century, with or without its year.
    step,        ///< Whole units from the page's date: "last month", "two weeks ago", "yesterday".
    window,      ///< Several units up to or from the page's date: "the past two weeks".
    anchored,    ///< Units from another event: "a day after", "the following year".
    ordinal,     ///< One of several within a span: "the third week of June", "the last Friday of May".
    observance,  ///< A feast or anniversary.
    length,      ///< "for two weeks", "a three-day visit".
    repeated,    ///< "every Monday", "weekly".
    impossible,  ///< A date that the calendar does not have, or that can be read in two ways.
  };

  std::uint32_t first = 0, last = 0;  ///< Tokens, end-exclusive.
  Form form = Form::date;
  std::optional<int> year;
  std::optional<int> month;
  std::optional<int> day;
  std::optional<int> weekday;        ///< 0 Monday … 6 Sunday.
  std::optional<int> end_day;        ///< "3–5 May".
  std::optional<int> end_year;       ///< "1939–45".
  std::optional<int> outer_step;     ///< The span around it counted from the page's: "May last year" is -1, "Tuesday this week" 0.
  Unit outer_unit = Unit::year;      ///< Unit of that step.
  Part part = Part::whole;
  Pointing pointing = Pointing::none;
  Unit unit = Unit::day;             ///< Of span, step, window, anchored, ordinal, length, repeated.
  int end_month = 0;                 ///< "May-June": 6.
  int count = 0;                     ///< Steps (negative: back), units of a window or length; the number of a season, quarter, half or decade; the ordinal (-1: last).
  bool outer_same = false;           ///< "March the same year": the year of the last date.
  bool names_event = false;          ///< The event that an anchored time counts from follows: "a day after the vote".
  int extra_days = 0;                ///< "a week ago tomorrow": 1; "two months and three days ago": -3.
  int run = 1;                       ///< "the first six months": consecutive units of an ordinal.
  bool vague = false;                ///< "several", "recent": the count is a guess and nothing is computed from it.
  bool short_year = false;           ///< The year or decade has two digits: its century must be found.
  bool plural_step = false;          ///< Counted in units ("a year ago") and not named ("last year").
  int observance = -1;               ///< Index into the observances.
  DateMention::Bound bound = DateMention::Bound::at;
  std::string_view day_order;        ///< How it is known which of the figures is the day, where both could be.
  bool day_first = false;            ///< And whether the first is.
  const char* note = nullptr;        ///< Why it is impossible.
};

}  // namespace attache::knowledge
