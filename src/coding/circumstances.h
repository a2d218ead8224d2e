#pragma once
/// When, where and how many: what the sentence says around an event.

#include "coding/draft.h"

#include <attache/document.h>
#include <attache/event.h>

#include <optional>

namespace attache::coding {

/// Fills date, end, precision and words: the date that hangs nearest above the event's words, else the sentence's only one, else `page`: the day of the report
/// as its dateline or the page gives it, without words; nothing when that is not known.
/// Marks as historical what lies far back.
void set_date(Event& event, const Draft& draft, const SentenceView& view, const std::vector<bool>& event_words, std::optional<Day> page);

/// Fills the place and the others of its name: the place that hangs nearest on the event's words, its object, its subject or a clause around; else
/// the dateline's when given, as less precise than it says. What only takes part is no place; where nothing says where, none is filled.
void set_location(Event& event, const Draft& draft, const SentenceView& view, const std::vector<bool>& event_words, const PlaceMention* dateline);

/// Fills the sizes that the frame counts.
void set_magnitudes(Event& event, const Draft& draft, const SentenceView& view);

}  // namespace attache::coding
