#pragma once
/// The coder's events in labelled sentences, graded.

#include "coding/judgement/confidence_fit.h"

#include <attache/attache.h>

#include <span>
#include <vector>

namespace attache {

/// Codes the pairs' texts and grades those events whose participants the labels speak of. An event is right when a labelled pair has its type and its participants, and wrong when the
/// pair with its participants has another type or `none`. An event that names only one side is right when some pair has its type with that one on that side, and wrong when pairs with
/// that one have only other types. Where the labels say whose code a participant should have, its record must have no other. Where CONCEDE and RETREAT are one in the labels (`YIELD`), both are that.
std::vector<coding::GradedEvent> grade_events(const Attache& attache, std::span<const RelatedPair> pairs);

}  // namespace attache
