#include "knowledge/actors/office_holders.h"

#include "knowledge/actors/entities.h"
#include "knowledge/actors/name_words.h"
#include "language/word_list.h"

#include <algorithm>
#include <string>

namespace attache::knowledge {
namespace {

using language::word_list;

bool share_a_word(std::string_view one, std::string_view other) {
  const auto theirs = lexicon_words(other);
  const auto words = lexicon_words(one);
  return std::any_of(words.begin(), words.end(), [&](const LexiconWord& word) {
    return std::any_of(theirs.begin(), theirs.end(), [&](const LexiconWord& their) { return their.text == word.text; });
  });
}

/// What whoever rules is called.
constexpr auto rulers = word_list({"leader", "head of state"});

/// The one holder of the body's, region's or city's office: by its name, by the agent's word, as a region's, and of whoever is called its head.
std::optional<std::uint32_t> holder_in_body(const ActorLexicon& lexicon, std::int32_t day, const ActorDraft& draft, const Entity& entity) {
  const std::string_view office = draft.office.empty() ? std::string_view(draft.lemma) : std::string_view(draft.office);
  const auto holder = [&](std::string_view called) { return lexicon.holder_on(called, entity.code, draft.office_of, day); };
  if (office == "commissioner" && entity.sector == "COP") return holder("police chief");
  if (lexicon.has_trait(office, OfficeTrait::many_holders)) return std::nullopt;
  if (const auto found = holder(office)) return found;
  if (const auto found = holder("regional " + std::string(office))) return found;
  if (office == "prime minister") {
    if (const auto found = holder("governor")) return found;  // as the lexicon calls all who govern a province
  }
  if (!draft.head) return std::nullopt;
  std::optional<std::uint32_t> head;
  for (const OfficeRecord& candidate : lexicon.offices()) {
    if (!has(candidate.traits, OfficeTrait::heads_bodies)) continue;
    const auto found = holder(lexicon.text(candidate.name));
    if (found && head && *found != *head) return std::nullopt;
    if (found) head = found;
  }
  return head;
}

/// The one holder of the state's office. Who is called its leader may hold one of several, and where the state itself has none, the chief of its one service is meant.
std::optional<std::uint32_t> holder_in_state(const ActorLexicon& lexicon, std::int32_t day, const Entity& entity) {
  const std::uint16_t traits = lexicon.office_traits(entity.office);
  if (has(traits, OfficeTrait::many_holders) || has(traits, OfficeTrait::of_places)) return std::nullopt;
  if (const auto found = lexicon.holder_on(entity.office, entity.code, day)) return found;
  if (has(traits, OfficeTrait::of_services)) return lexicon.holder_in_any_body(entity.office, entity.code, day);
  if (!rulers.contains(entity.office)) return std::nullopt;
  if (const std::string_view leading = lexicon.led_by(entity.code); entity.office == "leader" && !leading.empty()) return lexicon.holder_on(leading, entity.code, day);
  for (const OfficeRecord& candidate : lexicon.offices()) {
    if (!has(candidate.traits, OfficeTrait::rules)) continue;
    if (const auto found = lexicon.holder_on(lexicon.text(candidate.name), entity.code, day)) return found;
  }
  return std::nullopt;
}

}  // namespace

void name_holder(const ActorLexicon& lexicon, std::optional<std::int32_t> day, ActorDraft& draft) {
  if (draft.kind != DraftKind::agent || draft.plural || !day) return;
  for (Entity& entity : draft.mention.entities) {
    if (entity.code.empty() || !entity.identifier_text.empty() || entity.sector == "ELI") continue;
    std::optional<std::uint32_t> found;
    if (!draft.office_of.empty()) found = holder_in_body(lexicon, *day, draft, entity);
    // The leader of Hamas is not the state's.
    const bool states_own = draft.office_of.empty() || (!rulers.contains(entity.office) && !lexicon.has_trait(entity.office, OfficeTrait::rules));
    if (!found && !entity.office.empty() && states_own) found = holder_in_state(lexicon, *day, entity);
    if (!found) continue;
    entity.identifier_text = lexicon.text(lexicon.actor(*found).name);
    entity.identifier_id = lexicon.text(lexicon.actor(*found).id);
    add_step(entity, "the office was " + entity.identifier_text + "'s that day");
  }
}

bool may_hold_office(const ActorLexicon& lexicon, std::optional<std::int32_t> day, const Antecedents& antecedents, const ActorDraft& draft, std::string_view nation) {
  if (!lexicon.has_trait(draft.office, OfficeTrait::one_holder)) return true;
  if (day) {
    if (const auto holder = lexicon.holder_on(draft.office, nation, *day); holder && !share_a_word(draft.name, lexicon.text(lexicon.actor(*holder).name))) return false;
  }
  return std::none_of(antecedents.all().begin(), antecedents.all().end(), [&](const Antecedent& known) {
    const Entity& entity = known.entities.front();
    return known.kind == DraftKind::person && entity.code == nation && entity.office == draft.office && !share_a_word(draft.name, entity.identifier_text);
  });
}

}  // namespace attache::knowledge
