#pragma once
/// Who is meant by "he", "its", "the North", "both countries", "the group" and "the fishermen": words that point to somebody named elsewhere.

#include "knowledge/actors/actor_lexicon.h"
#include "knowledge/actors/antecedents.h"
#include "knowledge/actors/draft.h"
#include "knowledge/actors/nation_focus.h"
#include "language/tree.h"

#include <attache/mention.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attache::knowledge {

/// Goes through a page's sentences in order and remembers whom they name.
class References {
 public:
  References(const ActorLexicon& lexicon, std::optional<std::int32_t> day, NationFocus& focus) : lexicon_(lexicon), day_(day), focus_(focus) {}

  /// Nations that the page names anywhere, by canonical name: "the North" is looked for among them.
  void know_nation(std::string_view name);

  /// Completes the sentence's drafts, adds those of pronouns and other words that point, and remembers all of them.
  void resolve(const Tree& tree, std::span<const PlaceMention> places, std::uint32_t sequence, std::vector<ActorDraft>& drafts);

 private:
  const ActorDraft* owner_of(const ActorDraft& draft, std::span<const ActorDraft> drafts) const;
  bool take_owner(ActorDraft& draft, std::span<const ActorDraft> drafts) const;
  void resolve_draft(ActorDraft& draft);
  void resolve_pronoun(ActorDraft& draft);
  void resolve_agent(ActorDraft& draft);
  bool is_first_but(const Antecedent& other, std::string_view code) const;
  bool take_nation(ActorDraft& draft);
  void take_direction(ActorDraft& draft);
  const Use* land_named(std::string_view direction, std::string_view other_land) const;
  bool take_pair(ActorDraft& draft);
  bool take_noun_of_name(ActorDraft& draft);
  bool take_body(ActorDraft& draft, bool any_sector);
  bool take_same_noun(ActorDraft& draft);
  bool take_nation_of_rebels(ActorDraft& draft);
  bool take_place(ActorDraft& draft);
  bool take_nation_of_noun(ActorDraft& draft);
  void take_focus(ActorDraft& draft);
  bool take_short_name(ActorDraft& draft);
  void take_minister(ActorDraft& draft);
  void take_compatriot(ActorDraft& draft);
  void recognise_by_nation(ActorDraft& draft, std::uint32_t actor, const std::string& which, float least);
  void take_namesake(ActorDraft& draft);
  void remember(const ActorDraft& draft);
  void point_to(ActorDraft& draft, const Antecedent& antecedent, std::string_view via, float factor) const;

  const ActorLexicon& lexicon_;
  std::optional<std::int32_t> day_;
  NationFocus& focus_;
  std::vector<std::string> nations_;
  Antecedents antecedents_;
  const Tree* tree_ = nullptr;
  std::span<const PlaceMention> places_;
  std::uint32_t sequence_ = 0;
};

}  // namespace attache::knowledge
