#pragma once
/// Puts right relations that contradict the rest of their tree.

#include <attache/sentence.h>

namespace attache::language {

///   - A noun behind a verb with its particle ("took in refugees", "carried out the attack") that is called oblique but has no preposition
///     becomes the verb's object, when the verb has none: in Universal Dependencies an oblique noun has a case marker unless it is a time
///     or a measure, which has a relation of its own.
///   - A passive subject of a verb without passive auxiliary ("the army struck positions", "the Vatican called for peace") becomes a plain
///     one where the verb has a direct object or a finite tag. A headline's passive ("Minister killed in attack") has neither.
/// Trees stay as they are; only relations change.
void repair_labels(Sentence& sentence);

}  // namespace attache::language
