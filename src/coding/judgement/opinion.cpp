#include "coding/judgement/opinion.h"

namespace attache::coding {

std::optional<TypeScores> Opinion::of(const SentenceView& view, const Matches& matches, std::span<const Draft> drafts, const Draft& draft) {
  const Participant* actor = draft.actor.empty() ? nullptr : &draft.actor.front();
  const Participant* other = !draft.recipient.empty() ? &draft.recipient.front() : draft.actor.size() > 1 ? &draft.actor[1] : nullptr;
  if (!actor || !other || actor->token == none || other->token == none) return std::nullopt;
  const Pair pair{span_of(view, *actor), span_of(view, *other)};
  if (pair.actor.first < pair.recipient.last && pair.recipient.first < pair.actor.last) return std::nullopt;
  features_.clear();
  describer_.describe(view, matches, drafts, pair, features_);
  return model_.types(features_);
}

}  // namespace attache::coding
