#pragma once
/// Whether a date or place hangs on an event or on something else in its sentence.

#include "coding/draft.h"

#include <limits>
#include <vector>

namespace attache::coding {

/// The distance of what does not belong to the event.
constexpr int far = std::numeric_limits<int>::max();

/// True for a word of the event itself: its trigger, its light verbs and the operators that applied.
bool is_own_word(const Draft& draft, Index token);

/// Where the words of another event, or a clause of its own, stand between the mention and what it would belong to.
bool belongs_elsewhere(const SentenceView& view, const Draft& draft, const std::vector<bool>& event_words, Index at);

}  // namespace attache::coding
