#pragma once
/// Gives gerunds that were read as adjectives back their objects.

#include <attache/sentence.h>

namespace attache::language {

/// "Denied *hacking South Korean stations*": a parser may take the stations for what was denied, and for hacking ones. Behind a verb that governs gerunds and next to it, with no article
/// between, the gerund is what was denied and the noun its object. "Stopped advancing troops" stays as it is: verbs that people do to people are left alone.
///
/// "Interrupted *by protesting legislators*": behind "by", a verb that takes no object describes those who follow.
///
/// Attachments and relations of the words concerned change. Idempotent.
void repair_gerunds(Sentence& sentence);

}  // namespace attache::language
