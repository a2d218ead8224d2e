#pragma once
/// Finds the calendar expressions of a sentence and resolves them.

#include "knowledge/calendar/context.h"

#include <attache/mention.h>
#include <attache/sentence.h>

#include <vector>

namespace attache::knowledge {

/// Appends the sentence's dates in order of their first token. Works on tokens alone; tags and tree, where there are any, decide
/// the direction of "on Friday" and tell months from names. What the context cannot resolve has no `start`: without a page
/// date nothing is invented. Prepositions stand outside the mention and are kept as its `bound`.
void find_dates(const Sentence& sentence, const CalendarContext& context, std::vector<DateMention>& dates);

}  // namespace attache::knowledge
