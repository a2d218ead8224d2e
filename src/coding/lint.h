#pragma once
/// What can be wrong with frames and operators although they read well. One file for each kind of check; every finding names file and
/// line of the entry. `folder` is the lexicon folder that was read.

#include "coding/frame_lexicon.h"

#include <attache/error.h>

#include <string>
#include <vector>

namespace attache::coding {

/// Triggers that are listed twice, and those that are never chosen because another frame's always wins at the same words.
void lint_triggers(const FrameLexicon& lexicon, const std::string& folder, std::vector<Error>& findings);

/// Frames and outcomes whose CAMEO code stands for another PLOVER type.
void lint_codes(const FrameLexicon& lexicon, const std::string& folder, std::vector<Error>& findings);

/// Frames that no example shows at work, and expected events that cannot be read or name types and modes that do not exist.
void lint_examples(const FrameLexicon& lexicon, const std::vector<FrameExample>& examples, const std::string& folder, std::vector<Error>& findings);

/// A finding at an entry's line.
Error finding(const std::string& path, std::uint32_t line, std::string message);

/// Where a frame or an operator was read from.
std::string path_of(const std::string& folder, const Frame& frame);
std::string path_of(const std::string& folder, const Operator& operation);

}  // namespace attache::coding
