#pragma once
/// Joins nouns that were read as a noun with an object.

#include <attache/sentence.h>

namespace attache::language {

/// "In defiance of *sanctions threats*": a parser may take the first noun for a verb that has the second for its object. A noun behind a preposition is no verb, so
/// the second noun, where it stands right behind the first, is the head of the two and the first its compound; what hung on the first hangs on the second.
/// Attachments and relations of the words concerned change. Idempotent.
void repair_compounds(Sentence& sentence);

}  // namespace attache::language
