#pragma once
/// Kinds of people and offices without a name: "Chinese fishermen", "political and military leaders", "the head of the U.S. mission".

#include "knowledge/actors/draft.h"
#include "knowledge/actors/phrase_view.h"

namespace attache::knowledge {

/// True for words that name nobody by themselves: "the head" of nothing said, "former Soviet republics".
bool is_nobody_alone(const PhraseView& phrase);

/// Fills the draft with the entities of the agent: one, or one for each of several owners ("US and British officials").
void compose_agent(const PhraseView& phrase, ActorDraft& draft);

}  // namespace attache::knowledge
