#pragma once
/// Whose people they are of whom nobody says: on a page about one nation's police and courts, a name that nobody knows is one of its people.

#include "coding/draft.h"

#include <attache/mention.h>

#include <span>
#include <string>

namespace attache::coding {

/// The state of at least three in five of the page's actors that have a country; empty when there is none.
std::string home_nation(std::span<const SentenceMentions> mentions);

/// Takes people whom the lexicon does not know for private people of a state where an event of violence or justice befalls them: of the state whose police or
/// courts act, else of the page's home nation, unless another state's side takes part. Who does violence at home is at home too.
void settle_unknown_people(Draft& draft, const SentenceView& view, const std::string& home, EntityStore& store);

}  // namespace attache::coding
