#pragma once
/// Who is meant by "he", "its", "the North", "both countries", "the group" and "the fishermen": words that point to somebody named elsewhere.

#include "knowledge/actors/actor_lexicon.h"
#include "knowledge/actors/draft.h"
#include "knowledge/actors/nation_focus.h"
#include "language/tree.h"

#include <attache/mention.h>

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <span>
#include <string>
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
  /// Somebody who may be meant by a later word.
  struct Antecedent {
    std::vector<Entity> entities;
    DraftKind kind = DraftKind::agent;
    Gender gender = Gender::unknown;
    bool plural = false;
    bool collective = false;
    bool modifier = false;
    std::string lemma;
    std::uint32_t actor = ActorDraft::no_actor;
    std::uint32_t sequence = 0;
    Tree::Index token = 0;
    Tree::Index first = 0, last = 0;
    Tree::Index first_conjunct = 0;  ///< Of the coordination it stands in.
    std::string last_noun;           ///< The noun that names it: "league" of the Arab League.
    enum class Role : std::uint8_t { subject, object, other } role = Role::other;
    bool speaker = false;
    float certainty = 0;
  };

  enum class Wanted : std::uint8_t { man, woman, thing, several, speaker };

  void add_pointing_words(std::vector<ActorDraft>& drafts) const;
  void resolve_draft(ActorDraft& draft);
  void resolve_pronoun(ActorDraft& draft);
  void resolve_agent(ActorDraft& draft);
  bool take_nation(ActorDraft& draft);
  bool take_compass(ActorDraft& draft);
  bool take_pair(ActorDraft& draft);
  std::map<std::string, int, std::less<>> times_named(std::string_view noun) const;
  bool can_be_one_of(std::string_view noun, const Antecedent& known) const;
  bool take_noun_of_name(ActorDraft& draft);
  bool take_body(ActorDraft& draft, bool any_sector);
  bool take_same_noun(ActorDraft& draft);
  bool take_place(ActorDraft& draft);
  void take_focus(ActorDraft& draft);
  bool may_hold_office(const ActorDraft& draft, const std::string& nation) const;
  void remember(const ActorDraft& draft);
  const Antecedent* speaker_of(Tree::Index pronoun) const;
  const Antecedent* best_antecedent(Tree::Index pronoun, Wanted wanted, bool possessive) const;
  double salience(const Antecedent& candidate, Tree::Index pronoun, Wanted wanted, bool possessive) const;
  void point_to(ActorDraft& draft, const Antecedent& antecedent, std::string_view via, float factor) const;
  void take_namesake(ActorDraft& draft);
  bool in_title_case() const;
  void name_holder(ActorDraft& draft) const;
  Antecedent::Role role_of(Tree::Index head) const;

  const ActorLexicon& lexicon_;
  std::optional<std::int32_t> day_;
  NationFocus& focus_;
  std::vector<std::string> nations_;
  std::deque<Antecedent> memory_;
  const Tree* tree_ = nullptr;
  std::span<const PlaceMention> places_;
  std::uint32_t sequence_ = 0;
};

}  // namespace attache::knowledge
