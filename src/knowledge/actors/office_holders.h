#pragma once
/// Who holds the office that a page speaks of: "the French president" on a day, and whether somebody so called can.

#include "knowledge/actors/actor_lexicon.h"
#include "knowledge/actors/antecedents.h"
#include "knowledge/actors/draft.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace attache::knowledge {

/// Names the one holder that day of the office that an agent stands for.
void name_holder(const ActorLexicon& lexicon, std::optional<std::int32_t> day, ActorDraft& draft);

/// False when the lexicon or the page knows somebody of another name in the draft's office of that nation, which only one can hold.
bool may_hold_office(const ActorLexicon& lexicon, std::optional<std::int32_t> day, const Antecedents& antecedents, const ActorDraft& draft, std::string_view nation);

}  // namespace attache::knowledge
