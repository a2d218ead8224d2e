#pragma once
/// How well resolved calendar expressions agree with known ones.

#include "knowledge/scores/gold_dates.h"
#include "knowledge/scores/tally.h"

#include <attache/mention.h>
#include <attache/sentence.h>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace attache::knowledge {

/// A date as the gold corpora write it: `2013-05-22`, `2013-05` or `2013` by its precision; `start/end` for a range; empty when unresolved.
std::string written(const DateMention& date);

/// How far an answer agrees with the gold.
enum class Agrees : std::uint8_t {
  no,
  in_substance,  ///< The same time by other conventions; see `agreement`.
  exactly,
};

/// Where the gold expression stands in the mention that answers it.
struct Overlap {
  bool at_begin = true;  ///< It begins where the mention begins.
  bool at_end = true;    ///< It ends where the mention ends.
};

/// How far the mention says what one of the gold values says. A date that the corpus calls impossible is answered rightly by none.
///
/// Exactly, for a plain value: day and precision are the same; of a count of weeks ("two weeks ago") the day; of two dates that the corpus annotates one by one
/// ("8 May 1921 – 3 June 1990") the ends of our range. For a range: it begins on the same day and ends on the same, the corpora's ends translated: they are
/// exclusive for a unit, stand on the first day of the last unit where the text names both ends, and leave out the page's day in "the last three months". For a value with one
/// end ("before 2015", "since May"): the same limit on the same side.
///
/// In substance, further: the page's own day may be counted in or not; a count of months or years from the page's date, of which a corpus says that it leads to
/// a day and we that it leads to that month or year, agrees when the day lies in it; a week or a part of a span ("early May", "the end of the year"), whose
/// bounds are custom, agrees when the two share half of the longer; feasts of the Islamic calendar, which begin at sunset and by sight of the moon, agree within
/// a day; a limit agrees where no word before the mention says on which side it is.
Agrees agreement(const DateMention& date, const GoldDate& gold, std::optional<Day> page, Overlap overlap);

/// Scores the mentions of one text; the expression that shares most characters with a gold one is its answer. Adds to the table by the gold's
/// form and the text's genre, exact agreement and agreement in substance apart, and a line for each answer that does not even agree in substance to `wrong`.
void score_dates(const DatedText& text, std::span<const Sentence> sentences, std::span<const SentenceMentions> mentions, TallyTable& table,
                 std::vector<std::string>& wrong);

}  // namespace attache::knowledge
