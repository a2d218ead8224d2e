#pragma once
/// Words that name nobody and point to somebody named elsewhere: pronouns, "the North", "both sides", "the group", "the country".

#include "knowledge/actors/actor_lexicon.h"
#include "knowledge/actors/antecedents.h"
#include "knowledge/actors/draft.h"
#include "language/tree.h"

#include <optional>
#include <string_view>
#include <vector>

namespace attache::knowledge {

/// What a pronoun of the third person wants; nothing for other words.
std::optional<Wanted> wanted_by(std::string_view pronoun);

/// "I", "our": whoever speaks.
bool is_speakers_pronoun(std::string_view word);

/// "The country": a state as such and nobody in it.
bool is_nation_noun(std::string_view lemma);

/// Whether the state of that code is what the noun says: "the kingdom" in a story of Saudi Arabia and Yemen.
bool is_such_a_state(const ActorLexicon& lexicon, std::string_view noun, std::string_view code);

/// "The group": whatever body was named.
bool is_body_noun(std::string_view lemma);

/// "The North": one of two lands.
bool is_direction(std::string_view word);

/// True for a noun counted so: "both sides", "the two neighbours".
bool counts_two(const Tree& tree, Tree::Index head);

/// True for a capitalised headline, in which capitals make no name.
bool is_in_title_case(const Tree& tree);

/// Adds the sentence's pointing words as drafts that nothing is known of yet. A noun that somebody was named by before ("the league" behind
/// "the Arab League") points as well.
void add_pointing_words(const Tree& tree, const Antecedents& antecedents, std::vector<ActorDraft>& drafts);

}  // namespace attache::knowledge
