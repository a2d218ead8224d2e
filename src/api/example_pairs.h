#pragma once
/// Labelled pairs out of the lexicon's own example sentences.

#include "coding/frame_lexicon.h"

#include <attache/attache.h>

#include <span>
#include <vector>

namespace attache {

/// The pairs of those examples that are coded as they are to be: each actor with each recipient, and those who do something together
/// both ways. Nothing of an example that fails.
std::vector<RelatedPair> pairs_of_examples(const Attache& attache, std::span<const coding::FrameExample> examples);

}  // namespace attache
