#pragma once
/// People by name, with or without a title: "Iranian Foreign Minister X", "the former president, Y".

#include "knowledge/actors/draft.h"
#include "knowledge/actors/phrase_view.h"

#include <string>
#include <vector>

namespace attache::knowledge {

/// Of several people of that full name the one of the owner's country, of the title's office, in office that day. Nobody, and all of them
/// as rivals, when that leaves more than one; `likeliest` where the name is one person's.
const Use* the_one_meant(const PhraseView& phrase, const Use* likeliest, std::vector<std::string>& rivals);

/// Fills draft and entity for a person; `use` is nothing for those whom the lexicon does not know by the name alone.
void compose_person(const PhraseView& phrase, const Use* use, ActorDraft& draft, Entity& entity);

}  // namespace attache::knowledge
