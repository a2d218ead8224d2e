#pragma once
/// The closed class of words that calendar expressions are made of.

#include <attache/sentence.h>

#include <cstdint>
#include <string_view>
#include <vector>

namespace attache::knowledge {

/// What a word is to the calendar.
enum class WordKind : std::uint8_t {
  none,
  // Words that can carry an expression:
  month,        ///< value 1–12.
  weekday,      ///< value 0 Monday … 6 Sunday.
  weekdays,     ///< "Mondays": value as above.
  unit,         ///< value is a `Unit`; plural where `plural`.
  unit_length,  ///< "three-day", "two-week" in one token: value is a `Unit`, count in `count`.
  daypart,      ///< morning, afternoon, evening, night, noon, midnight.
  season,       ///< value 0 spring, 1 summer, 2 autumn, 3 winter.
  deictic,      ///< today, yesterday, tomorrow: value is the shift in days.
  decade,       ///< "1970s": value 1970; "70s", "'70s", "seventies": value 70.
  composite,    ///< "2013-05-22", "22/04/2013", "5/22": read again when met.
  quarter,      ///< "Q3": value 3.
  half_year,    ///< "H1": value 1.
  month_pair,   ///< "May-June": values in `value` and `count`.
  joined_part,  ///< "mid-2011", "early-May" in one token: value is a `Part`.
  adverb,       ///< daily, weekly …: value is a `Unit`.
  observance,   ///< May begin the name of a feast or anniversary.
  number,       ///< Digits or a number word: read again with `read_numeral`.
  // Words that shape one:
  article,      ///< a, an.
  the,
  this_,        ///< this, current.
  that,         ///< that.
  last,         ///< last.
  past,         ///< past.
  previous,     ///< previous, preceding: value -1.
  next,         ///< next.
  coming,       ///< coming, upcoming.
  following,    ///< following, ensuing, subsequent: value 1.
  same,
  recent,
  each,         ///< each, every.
  ago,
  earlier,
  later,
  before,
  after,        ///< after, following when a preposition is read.
  early,
  late,
  mid,
  beginning,    ///< beginning, start.
  rest,         ///< rest, remainder.
  end,          ///< end, close.
  middle,
  of,
  in,           ///< in, during, within, throughout, over: value 1 for within.
  on,
  at,
  since,
  until,        ///< until, till, by: value 1 for by.
  from,
  to,           ///< to, through.
  between,
  and_,
  comma,
  dash,         ///< - – —.
  slash,
  short_year,   ///< "'98" in one token: value 98.
  apostrophe,   ///< 's or '.
  few,          ///< few, several, some, many, couple, number, dozens: value 0, or 2 for couple.
  half,
  year_word,    ///< AD, CE: value 1; BC, BCE: value -1.
  day_word,     ///< "eve".
  old,
  approximately,  ///< about, around, some, nearly, almost, over, more, than, least.
};

/// Which part of a span is meant.
enum class Part : std::uint8_t {
  whole, early, middle, late, beginning, end, first_half, second_half,
  so_far,   ///< "earlier this month": up to the page's date.
  to_come,  ///< "later this month", "the rest of the year": after the page's date.
};

/// Units of time, smallest first. A fortnight is two weeks; a night counts as its day.
enum class Unit : std::uint8_t { hour, day, night, week, fortnight, weekend, month, quarter, season, half, year, decade, century };

struct Word {
  WordKind kind = WordKind::none;
  bool capital = false;   ///< Begins with a capital letter.
  bool plural = false;
  std::int16_t value = 0;
  std::int16_t count = 0;
};

/// What one token is to the calendar. Case matters for the months and weekdays that are other words too.
Word classify(const Token& token);

/// All words of a sentence; empty when none can carry an expression, so that most sentences cost one lookup a word.
void classify(const Sentence& sentence, std::vector<Word>& words);

}  // namespace attache::knowledge
