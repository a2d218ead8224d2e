#pragma once
/// Roles that the grammar leaves open: who else in the trigger's clause can only be meant.
///
/// Parsers hang phrases on the wrong word, and writers put the other side where no frame lists it: "provided tents *to help families in Chad*".
/// Somebody known who stands in the clause, on the right side of the trigger, behind a fitting preposition, and in no other event's
/// phrase, is taken then, with less certainty than grammar gives.

#include "coding/draft.h"
#include "coding/roles.h"

namespace attache::coding {

/// Looks for candidates in one sentence.
class OpenRoles {
 public:
  OpenRoles(const SentenceView& view, const FrameLexicon& lexicon, const ParticipantFinder& finder) : view_(view), lexicon_(lexicon), finder_(finder) {}
  void use(const Matches& matches) { matches_ = &matches; }

  /// The nearest candidate behind the trigger: by steps in the tree, a preposition that the frame lists counting for two, a topic's ("on",
  /// "over") against. Nothing when the draft's type makes no sense of such a one (`in Chad` undergoes an attack, not a protest).
  RoleFound recipient(const Draft& draft, const RoleSources& sources, KindMask wanted) const;

  /// For an active trigger without subject of its own: who stands right before it, where a parser missed the clause ("*rebels* seized the town"), or the
  /// subject of a clause around it ("*Chad* sent troops to help defend the town").
  RoleFound actor(const Draft& draft, KindMask wanted) const;

  /// Who stands right before an active trigger that has no subject, or is taken for a part of its name.
  RoleFound close_before(const Draft& draft, KindMask wanted) const;

  /// For a passive or a noun without agent: a "by" phrase farther below, which a parser hung on a word between: "the abduction of men accused
  /// of spying *by rebels*".
  RoleFound agent_below(const Draft& draft, KindMask wanted) const;

  /// Whom a noun is aimed at in its own words: "an *anti-Chadian* protest".
  RoleFound opposed(const Draft& draft) const;

  /// The town before the word for violence is where it struck, whoever did it: "a *Kabul* bombing killed five".
  RoleFound struck_town(const Draft& draft) const;

  /// Whoever is in the place where a protest is held: "protests in *Nairobi*", "the *Paris* protests".
  RoleFound people_of_place(const Draft& draft) const;

  /// The country of the place where police or courts acted, when nobody else did: "was arrested in *Chad*".
  RoleFound authority_of_place(const Draft& draft) const;

 private:
  /// "Launched *missiles targeting* troops": arms do what their user does.
  RoleFound user_of_arms(const Draft& draft, KindMask wanted) const;

  bool belongs(Index token, const Draft& draft, float& distance) const;
  bool is_noun_of_violence(Index token) const;
  bool is_other_event(Index token, const Draft& draft) const;
  float preposition_cost(Index token, const RoleSources& sources, const Draft& draft) const;

  const SentenceView& view_;
  const FrameLexicon& lexicon_;
  const ParticipantFinder& finder_;
  const Matches* matches_ = nullptr;
};

}  // namespace attache::coding
