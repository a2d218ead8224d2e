#pragma once
/// One record of an event that several reports tell: each field from the report that tells most of it.

#include <attache/event.h>

#include <span>

namespace attache::stories {

/// The event of all reports together. Words, trigger, modality and confidence are those of the surest report; sides, day and place come
/// from the reports that are most precise about them; contexts of all are joined; magnitudes become the widest range. The id is the first
/// report's. `reports` has at least one, in the order they came in.
Event merged_event(std::span<const Event> reports);

}  // namespace attache::stories
