#include "knowledge/actors/office_holders.h"

#include "knowledge/actors/entities.h"
#include "knowledge/actors/name_words.h"
#include "language/word_list.h"

#include <algorithm>

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

}  // namespace

void name_holder(const ActorLexicon& lexicon, std::optional<std::int32_t> day, ActorDraft& draft) {
  // Of these there are many at a time; that the lexicon knows only one says nothing.
  static constexpr auto shared_offices = word_list({"ambassador", "envoy", "special envoy", "governor", "mayor", "commander", "minister", "senator", "deputy prime minister", "vice premier",
                                                    "deputy foreign minister", "deputy minister", "deputy president", "member of parliament", "general", "adviser", "negotiator", "spokesman"});
  if (draft.kind != DraftKind::agent || draft.plural || !day || shared_offices.contains(draft.office)) return;
  for (Entity& entity : draft.mention.entities) {
    if (entity.office.empty() || entity.code.empty() || !entity.identifier_text.empty()) continue;
    const auto found = lexicon.holder_on(entity.office, entity.code, *day);
    if (!found) continue;
    entity.identifier_text = lexicon.text(lexicon.actor(*found).name);
    entity.identifier_id = lexicon.text(lexicon.actor(*found).id);
    add_step(entity, "the office was " + entity.identifier_text + "'s that day");
  }
}

bool may_hold_office(const ActorLexicon& lexicon, std::optional<std::int32_t> day, const Antecedents& antecedents, const ActorDraft& draft, std::string_view nation) {
  static constexpr auto sole = word_list({"president", "prime minister", "foreign minister", "defence minister", "defense minister", "interior minister", "chancellor", "king", "queen",
                                          "finance minister", "vice president", "emperor", "supreme leader", "parliament speaker"});
  if (!sole.contains(draft.office)) return true;
  if (day) {
    if (const auto holder = lexicon.holder_on(draft.office, nation, *day); holder && !share_a_word(draft.name, lexicon.text(lexicon.actor(*holder).name))) return false;
  }
  return std::none_of(antecedents.all().begin(), antecedents.all().end(), [&](const Antecedent& known) {
    const Entity& entity = known.entities.front();
    return known.kind == DraftKind::person && entity.code == nation && entity.office == draft.office && !share_a_word(draft.name, entity.identifier_text);
  });
}

}  // namespace attache::knowledge
