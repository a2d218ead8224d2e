#pragma once
/// What is written down of an entity, and the reasons for it.

#include "knowledge/actors/actor_lexicon.h"

#include <attache/mention.h>

#include <cstdint>
#include <optional>
#include <string_view>

namespace attache::knowledge {

/// The step that gives somebody unnamed the nation that the page speaks of at that point; the nation's code follows.
inline constexpr std::string_view page_speaks_of = "in a page that speaks of ";

/// True for one whose nation nothing says but that the page speaks of it.
bool is_of_page_nation(const Entity& entity);

/// Adds a step to an entity's reason.
void add_step(Entity& entity, std::string_view step);

/// Gives the entity a sector: its own when it has none, else one more. Nothing for one that it has, or for an empty one.
void add_sector(Entity& entity, std::string_view sector);

/// Fills code, sectors, identifier and office with what the lexicon says of the person or body on that day.
Standing describe_actor(const ActorLexicon& lexicon, std::uint32_t actor, std::optional<std::int32_t> day, Entity& entity);

/// True for those who have a sector that one can be a former member of: offices, armies and services.
bool can_be_former(const Entity& entity);

/// Makes the entity one who was something once.
void make_former(Entity& entity);

}  // namespace attache::knowledge
