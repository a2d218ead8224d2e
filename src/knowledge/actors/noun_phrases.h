#pragma once
/// What a noun phrase says of itself by its form: how far it goes, and whether it speaks of somebody known, former, or somebody's.

#include "knowledge/actors/draft.h"
#include "language/tree.h"

#include <attache/mention.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace attache::knowledge {

/// The text of some tokens.
std::string words_of(const Tree& tree, std::uint32_t first, std::uint32_t last);

/// True with "the", "this", "both": it may be somebody named before.
bool is_definite(const Tree& tree, Tree::Index head);

/// True for a noun with a clitic: "China's".
bool is_possessive(const Tree& tree, Tree::Index noun);

/// True for "'s" and "'" as tokens of their own.
bool is_clitic(std::string_view text);

/// True when "former" or the like stands before the words, within the phrase and behind an owner's clitic.
bool is_former(const Tree& tree, std::uint32_t first);

/// The extent of the noun phrase, kept to the words themselves when the tree runs away with it.
Tree::Span extent(const Tree& tree, Tree::Index head, std::uint32_t first, std::uint32_t last);

/// Writes down where the mention stands.
void place_mention(ActorDraft& draft, Tree::Span span, Tree::Index head);

/// Writes down the entity's words and where they stand.
void place_entity(const Tree& tree, Entity& entity, Tree::Span span);

}  // namespace attache::knowledge
