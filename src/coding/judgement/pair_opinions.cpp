#include "coding/judgement/pair_opinions.h"

#include <algorithm>
#include <numeric>

namespace attache::coding {
namespace {

/// The same country, sector and person, be it under another word: "the editor … him".
bool same_people(const Participants& some, const Participants& others) {
  return std::equal(some.begin(), some.end(), others.begin(), others.end(), [](const Participant& one, const Participant& other) {
    return one.entity->code == other.entity->code && one.entity->sector == other.entity->sector && one.entity->identifier_text == other.entity->identifier_text;
  });
}

bool same(const Tree::Span& one, const Tree::Span& other) { return one.first == other.first && one.last == other.last; }

}  // namespace

void PairOpinions::use(const SentenceView& view, const Matches& matches, const std::vector<Draft>& drafts) {
  view_ = &view;
  matches_ = &matches;
  told_ = drafts;
  known_.clear();
}

void PairOpinions::describe(const Pair& pair) {
  features_.clear();
  describer_.describe(*view_, *matches_, told_, pair, features_);
}

TypeScores PairOpinions::of(const Pair& pair) {
  const auto known = std::find_if(known_.begin(), known_.end(), [&](const Known& one) { return same(one.pair.actor, pair.actor) && same(one.pair.recipient, pair.recipient); });
  if (known != known_.end()) return known->scores;
  describe(pair);
  known_.push_back({pair, model_.types(features_)});
  return known_.back().scores;
}

std::optional<Pair> PairOpinions::pair_of(const Draft& draft) const {
  const Participant* actor = draft.actor.empty() ? nullptr : &draft.actor.front();
  const Participant* other = !draft.recipient.empty() ? &draft.recipient.front() : draft.actor.size() > 1 ? &draft.actor[1] : nullptr;
  if (!actor || !other || actor->token == none || other->token == none) return std::nullopt;
  const Pair pair{span_of(*view_, *actor), span_of(*view_, *other)};
  if (pair.actor.first < pair.recipient.last && pair.recipient.first < pair.actor.last) return std::nullopt;
  return pair;
}

std::optional<TypeScores> PairOpinions::of(const Draft& draft, const std::vector<Draft>& drafts) {
  const auto pair = pair_of(draft);
  if (!pair) return std::nullopt;
  TypeScores scores = of(*pair);
  for (const Draft& other : drafts) {
    if (!other.alive() || other.kind.type == draft.kind.type) continue;
    if (same_people(other.actor, draft.actor) && same_people(other.recipient, draft.recipient)) scores[static_cast<std::size_t>(other.kind.type)] = 0;
  }
  const double sum = std::accumulate(scores.begin(), scores.end(), 0.0);
  if (sum > 0) {
    for (double& score : scores) score /= sum;
  }
  return scores;
}

std::string PairOpinions::mode(const Pair& pair, EventType type) {
  describe(pair);
  return model_.mode(features_, type);
}

std::string PairOpinions::own_type(const Pair& pair, EventType type) {
  if (!model_.has_own_types()) return {};
  describe(pair);
  const auto own = model_.own_types(features_, type);
  return own.empty() || own.front().second <= 0.5 ? std::string() : own.front().first;
}

}  // namespace attache::coding
