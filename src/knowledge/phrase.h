#pragma once
/// A phrase by itself, as an analyst would look it up: "Iranian Foreign Minister Mohammad Javad Zarif" on a day.

#include "knowledge/knowledge.h"
#include "language/parser.h"

#include <attache/date.h>
#include <attache/mention.h>

#include <optional>
#include <string_view>
#include <vector>

namespace attache {

/// Whom the phrase names on that day: several for a compound ("Putin and Johnson", "US and British officials"), nobody when it names no
/// actor. Read as a page of its own, of which `context` is the text before the phrase. Without a day people are what they were last.
std::vector<Entity> resolve_phrase(const Knowledge& knowledge, const Parser& parser, std::string_view phrase, std::optional<Day> day,
                                   std::string_view context = {});

}  // namespace attache
