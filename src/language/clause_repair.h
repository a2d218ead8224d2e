#pragma once
/// Finds the verb of clauses that were read as one long noun phrase.

#include <attache/sentence.h>

namespace attache::language {

/// "China detained Uighurs in Xinjiang." can be taken for a kind of Uighurs, "The opposition called for talks." for an opposition so called: parsers trained on
/// whole-page prose do so with short sentences and headlines. A clause (the whole sentence or what somebody says) whose head is a noun without copula or subject has no
/// predicate, so one of the participles in it must be that:
///
///   - a participle before the head with a noun before it ("[China] detained [Uighurs]"): English puts no nouns before an attributive participle, but for
///     those joined by a hyphen. The noun becomes its subject, the head its object.
///   - a participle before a noun that hangs on the head without preposition ("[Troops] attacked [rebels]"): likewise.
///   - a participle behind the head that has an object of its own or the tag of a past tense ("[The opposition] called for talks"): the head becomes its subject.
///
/// Attachments and relations of the words concerned change, and the participle's tag to that of the past tense. Idempotent.
void repair_clauses(Sentence& sentence);

}  // namespace attache::language
