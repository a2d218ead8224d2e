#pragma once
/// The actors of a page: names and phrases of each sentence, understood with what the rest of the page says.

#include "knowledge/actors/actor_lexicon.h"
#include "knowledge/places/gazetteer.h"

#include <attache/document.h>
#include <attache/mention.h>
#include <attache/sentence.h>

#include <span>
#include <vector>

namespace attache::knowledge {

/// Fills `mentions[i].actors` for every parsed sentence; its places must be there already. Ordered by first token.
void find_actors(const ActorLexicon& lexicon, const Gazetteer& gazetteer, const Document& document, std::span<const Sentence> sentences, std::vector<SentenceMentions>& mentions);

}  // namespace attache::knowledge
