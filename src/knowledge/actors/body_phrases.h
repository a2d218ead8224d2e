#pragma once
/// Bodies by name: those of the lexicon, several of one name, short names, and those that only their own words describe.

#include "knowledge/actors/draft.h"
#include "knowledge/actors/phrase_view.h"

namespace attache::knowledge {

/// Fills draft and entity for the body that a use of the phrase's name stands for.
void compose_body(const PhraseView& phrase, const Use& use, ActorDraft& draft, Entity& entity);

/// "Labour": nobody until the page says that the body is meant.
void compose_short_name(const PhraseView& phrase, ActorDraft& draft, Entity& entity);

/// A name that the lexicon does not have: what owners, places within it and the head of the name say of it.
void compose_unknown_name(const PhraseView& phrase, ActorDraft& draft, Entity& entity);

/// "The Shin Bet security service", "the Haaretz newspaper": the draft of a body that a noun beside it only says again what it is; `noun` is
/// what the noun gives by itself. -1 for others.
int described_body(const PhraseView& phrase, const Entity& noun);

}  // namespace attache::knowledge
