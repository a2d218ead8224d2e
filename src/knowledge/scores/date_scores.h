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

/// True when the mention says what one of the gold values says. A plain value must agree in day and precision. A range must begin and end on the
/// same days; one counted from the page's date ("the past three weeks") may hold that day or not, which is a matter of convention. A gold value with
/// only one end must agree with the mention's limit ("after February": not before 1 March).
bool agrees(const DateMention& date, const GoldDate& gold, std::optional<Day> page);

/// Scores the mentions of one text; the expression that shares most characters with a gold one is its answer. Adds to the table by the gold's form, and a
/// line for each wrong answer to `wrong`.
void score_dates(const DatedText& text, std::span<const Sentence> sentences, std::span<const SentenceMentions> mentions, TallyTable& table,
                 std::vector<std::string>& wrong);

}  // namespace attache::knowledge
