#pragma once
/// When, where and how many: what the sentence says around an event.

#include "coding/draft.h"

#include <attache/document.h>
#include <attache/event.h>

#include <optional>

namespace attache::coding {

/// Fills date, end, precision and words: the date that hangs nearest above the event's words, else the sentence's only one, else the page's.
/// Marks as historical what lies far back.
void set_date(Event& event, const Draft& draft, const SentenceView& view, const std::vector<bool>& event_words, const Document& document);

/// Fills the place: one that hangs on the event's words or clause, else the sentence's only one, else `dateline` when given.
void set_location(Event& event, const Draft& draft, const SentenceView& view, const std::vector<bool>& event_words, const Location* dateline);

/// Fills the sizes that the frame counts.
void set_magnitudes(Event& event, const Draft& draft, const SentenceView& view);

}  // namespace attache::coding
