#pragma once
/// What was seen, tried and decided in a document, drawn for people: `attache explain`.

#include "coding/explanation.h"

#include <attache/attache.h>

#include <string>

namespace attache::outputs {

/// For each sentence its tree, its mentions and how each was resolved, every frame tried, and the events with their reasons.
std::string explanation_text(const Document& document, const Analysis& analysis, const coding::Explanation& explanation);

}  // namespace attache::outputs
