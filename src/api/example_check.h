#pragma once
/// Runs example sentences through the whole way from text to events.

#include "coding/frame_lexicon.h"

#include <attache/attache.h>

#include <functional>
#include <span>
#include <vector>

namespace attache {

/// Codes each sentence as a page of its own and hands on the events of those that give exactly what they are to give.
void code_good_examples(const Attache& attache, std::span<const coding::FrameExample> examples,
                        const std::function<void(const coding::FrameExample&, const std::vector<Event>&)>& on_coded);

/// Codes each sentence as a page of its own and compares with what it is to give: exactly these events. Returns how many failed, each a finding
/// with sentence, expected and coded events. Examples whose expectation cannot be read are passed over; linting reports them.
std::size_t check_examples(const Attache& attache, std::span<const coding::FrameExample> examples, std::vector<Error>& findings);

/// Likewise for contexts: each sentence has an event, and all or none of its events have the context.
std::size_t check_context_examples(const Attache& attache, std::span<const coding::ContextExample> examples, std::vector<Error>& findings);

}  // namespace attache
