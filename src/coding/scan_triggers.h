#pragma once
/// The frame lexicon's triggers as the lexical scan wants them.

#include "coding/frame_lexicon.h"

#include <string>
#include <vector>

namespace attache::coding {

/// For `ScanVocabulary::triggers`: lemmas without which no frame can apply, one word, or two that must both stand in the sentence.
/// Light verbs, and operators that say nothing by themselves, are left out, since they do nothing without a frame's trigger. Sorted, without repetition.
std::vector<std::string> scan_triggers(const FrameLexicon& lexicon);

}  // namespace attache::coding
