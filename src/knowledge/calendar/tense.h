#pragma once
/// Whether a sentence speaks of what was or of what will be at one of its words.

#include <attache/sentence.h>

#include <cstdint>

namespace attache::knowledge {

enum class Direction : std::uint8_t {
  past,
  future,
  timetable,  ///< A present tense with a date on it: "the summit opens on Friday"; ahead, or near.
  intended,   ///< Ahead of a time that is past itself: "was expected to pass on Wednesday"; just behind, or ahead.
  unknown,
};

/// The direction that the verb governing the token gives: from the tree and the Penn tags when parsed, else from the
/// auxiliaries before it in its clause. A headline's present tense tells of the past.
Direction direction_at(const Sentence& sentence, std::uint32_t token);

}  // namespace attache::knowledge
