#pragma once
/// Dates that count from another event.

#include <attache/mention.h>

namespace attache::knowledge {

/// Settles a mention that has a `shift` by the day of the event it counts from: start, end and reason are set anew.
/// A mention without a shift is left as it is.
void resolve_relative(DateMention& mention, Day anchor);

}  // namespace attache::knowledge
