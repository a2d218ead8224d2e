#pragma once
/// Mends what parsers misread in runs of nouns.

#include <attache/sentence.h>

namespace attache::language {

/// "In defiance of *sanctions threats*": a parser may take the first noun for a verb that has the second for its object. A noun behind a preposition is no verb, so
/// the second noun, where it stands right behind the first, is the head of the two and the first its compound; what hung on the first hangs on the second.
/// The same where the second noun was taken for a verb in the present with neither subject nor object, nor a word that opens its clause.
///
/// "Between *Manila and communist rebels*": a name joined by "and" to an adjective is no modifier of the adjective's noun. The two are of one rank: the name takes the
/// noun's place, and the noun is joined to it. So is a noun whose adjective was given the "and".
///
/// "Asked for *adviser Peter Marlow's* resignation": a title taken for what the preposition governs describes the name; the preposition is that of what he owns.
///
/// Attachments and relations of the words concerned change. Idempotent.
void repair_compounds(Sentence& sentence);

}  // namespace attache::language
