#pragma once
/// Compiles actors and agents into the image that `ActorLexicon` reads.

#include "base/image.h"
#include "knowledge/actors/lexicon_files.h"

namespace attache::knowledge {

/// Adds the sections `actors.*`. The same source gives the same bytes.
void build_actor_lexicon(const LexiconSource& source, ImageWriter& image);

}  // namespace attache::knowledge
