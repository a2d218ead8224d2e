#include "coding/judgement/pair_features.h"

#include "base/hash.h"

#include <algorithm>

namespace attache::coding {
namespace {

/// How far outside the pair words are looked at.
constexpr Index kOutside = 8;
/// Of the words between, as many from either end.
constexpr Index kBetween = 14;

bool is_content(const Token& token) {
  return token.upos == Upos::noun || token.upos == Upos::verb || token.upos == Upos::adj || token.upos == Upos::adv || token.upos == Upos::propn;
}

bool overlaps(const Tree::Span& a, const Tree::Span& b) { return a.first < b.last && b.first < a.last; }

}  // namespace

void PairFeatures::add(Source source, std::initializer_list<std::string_view> parts) {
  text_.clear();
  for (const auto part : parts) {
    text_ += part;
    text_ += '\x1f';
  }
  const auto hash = static_cast<Feature>(stable_hash(text_) >> 32);
  features_->push_back(source == Source::words ? hash | word_bit : hash & ~word_bit);
}

std::string_view PairFeatures::lemma(Index token) const {
  const Token& word = view_->token(token);
  if (word.upos == Upos::propn) return "<name>";
  if (word.upos == Upos::num) return "<number>";
  return word.lemma;
}

void PairFeatures::add_word_and_types(std::string_view where, Index token) {
  add(Source::words, {where, lemma(token)});
  if (!is_content(view_->token(token))) return;
  const std::uint32_t types = lexicon_.types_of(view_->lemma(token));
  for (std::size_t type = 0; type < event_type_count; ++type) {
    if (types >> type & 1) add(Source::grammar, {where, "type", name_of(static_cast<EventType>(type))});
  }
}

bool PairFeatures::on_path(Index token) const {
  return std::find(actor_path_.begin(), actor_path_.end(), token) != actor_path_.end() ||
         std::find(recipient_path_.begin(), recipient_path_.end(), token) != recipient_path_.end();
}

bool PairFeatures::between(Index token) const {
  const auto& left = pair_.actor.first < pair_.recipient.first ? pair_.actor : pair_.recipient;
  const auto& right = pair_.actor.first < pair_.recipient.first ? pair_.recipient : pair_.actor;
  return left.last <= token && token < right.first;
}

const Entity* PairFeatures::entity_in(const Tree::Span& span) const {
  for (Index token = span.first; token < span.last; ++token) {
    const auto mention = view_->actor_mention(token);
    if (mention < 0) continue;
    const auto& entities = view_->mentions().actors[static_cast<std::size_t>(mention)].entities;
    if (!entities.empty()) return &entities.front();
  }
  return nullptr;
}

/// Words before, between and behind the two.
void PairFeatures::add_surface() {
  const Index size = view_->size();
  const Index first = std::min(pair_.actor.first, pair_.recipient.first);
  const Index last = std::max(pair_.actor.last, pair_.recipient.last);
  for (Index token = std::max<Index>(0, first - kOutside); token < first; ++token) add_word_and_types("before", token);
  for (Index token = last; token < std::min(size, last + kOutside); ++token) add_word_and_types("behind", token);
  const Index begin = std::min(pair_.actor.last, pair_.recipient.last);
  const Index end = std::max(pair_.actor.first, pair_.recipient.first);
  Index previous = none;
  for (Index token = begin; token < end; ++token) {
    if (token - begin >= kBetween && end - token > kBetween) continue;
    if (view_->token(token).upos == Upos::punct) continue;
    add_word_and_types("between", token);
    add(Source::words, {"between", order_, lemma(token)});
    if (previous != none) add(Source::words, {"between two", lemma(previous), lemma(token)});
    previous = token;
  }
  const Index distance = end - begin;
  add(Source::grammar, {"distance", distance <= 0 ? "0" : distance <= 2 ? "2" : distance <= 5 ? "5" : distance <= 10 ? "10" : "far", order_});
}

void PairFeatures::add_participants() {
  const Entity* actor = entity_in(pair_.actor);
  const Entity* recipient = entity_in(pair_.recipient);
  const std::string_view actor_sector = !actor ? "unknown" : actor->sector.empty() ? "state" : std::string_view(actor->sector);
  const std::string_view recipient_sector = !recipient ? "unknown" : recipient->sector.empty() ? "state" : std::string_view(recipient->sector);
  add(Source::grammar, {"actor", actor_sector});
  add(Source::grammar, {"recipient", recipient_sector});
  add(Source::grammar, {"sectors", actor_sector, recipient_sector});
  if (actor && recipient && !actor->code.empty() && !recipient->code.empty()) add(Source::grammar, {"countries", actor->code == recipient->code ? "same" : "two"});
  for (const auto& [name, span] : {std::pair("actor's word", pair_.actor), std::pair("recipient's word", pair_.recipient)}) {
    for (Index token = span.first; token < span.last; ++token) {
      if (is_content(view_->token(token))) add(Source::words, {name, lemma(token)});
    }
  }
}

/// A predicate on the way between the two: its word, what negates it, its auxiliaries, voice and closest dependents.
void PairFeatures::add_predicate(std::string_view where, Index token) {
  const Tree& tree = view_->tree();
  add_word_and_types(where, token);
  add(Source::grammar, {where, "relation", name_of(tree.relation(token))});
  if (tree.is_passive(token)) add(Source::grammar, {where, "passive"});
  for (const Index child : tree.children(token)) {
    const Token& word = view_->token(child);
    switch (tree.relation(child)) {
      case Relation::aux:
      case Relation::mark:
      case Relation::compound_prt:
      case Relation::det: add(Source::words, {where, name_of(tree.relation(child)), word.lemma}); break;
      case Relation::advmod:
        add(Source::words, {where, "advmod", word.lemma});
        if (word.lemma == "not" || word.lemma == "never") add(Source::grammar, {where, "negated"});
        break;
      case Relation::obj:
      case Relation::xcomp:
      case Relation::ccomp:
        if (!on_path(child)) add_word_and_types("beside", child);
        break;
      default: break;
    }
  }
}

/// The tree between the two: from each up to where they meet.
void PairFeatures::add_path() {
  const Tree& tree = view_->tree();
  const auto relation_of = [&](Index token) { return token == none ? std::string_view("none") : name_of(tree.relation(token)); };
  const std::string actor_preposition = tree.preposition(actor_);
  const std::string recipient_preposition = tree.preposition(recipient_);
  add(Source::grammar, {"actor is", relation_of(actor_), actor_preposition});
  add(Source::grammar, {"recipient is", relation_of(recipient_), recipient_preposition});
  add(Source::grammar, {"they are", relation_of(actor_), relation_of(recipient_)});
  std::string shape;
  for (const Index token : actor_path_) shape += std::string("<") + std::string(relation_of(token));
  shape += '^';
  for (const Index token : recipient_path_) shape += std::string(">") + std::string(relation_of(token));
  add(Source::grammar, {"path", relation_of(actor_), shape, relation_of(recipient_)});
  add(Source::grammar, {"steps", std::to_string(std::min<std::size_t>(actor_path_.size(), 5)), std::to_string(std::min<std::size_t>(recipient_path_.size(), 5))});
  for (const Index token : actor_path_) add_predicate(token == meeting_ ? "meeting" : "above actor", token);
  for (const Index token : recipient_path_) {
    if (token != meeting_) add_predicate("above recipient", token);
  }
  if (meeting_ != none) {
    add(Source::words, {"meeting", lemma(meeting_), relation_of(actor_), relation_of(recipient_)});
    add(Source::words, {"meeting", lemma(meeting_), recipient_preposition});
    for (const Index above : tree.governors(meeting_)) add_word_and_types("over meeting", above);
  }
  if (!actor_path_.empty()) add(Source::words, {"actor's", lemma(actor_path_.front()), relation_of(actor_)});
  if (!recipient_path_.empty()) add(Source::words, {"recipient's", lemma(recipient_path_.front()), relation_of(recipient_), recipient_preposition});
}

/// The lexicon's triggers, by where they stand to the pair.
void PairFeatures::add_triggers() {
  const auto where = [&](Index token) -> std::string_view {
    return on_path(token) ? "on the path" : between(token) ? "between" : "elsewhere";
  };
  for (const Match& match : matches_->frames) {
    const Frame& frame = lexicon_.frames()[lexicon_.trigger(match.trigger).index];
    add(Source::grammar, {"frame", where(match.head()), name_of(frame.kind.type)});
    add(Source::grammar, {"frame", name_of(frame.kind.type), frame.kind.mode});
    add(Source::words, {"frame", where(match.head()), frame.name});
  }
  for (const Match& match : matches_->operators) {
    add(Source::grammar, {"operator", where(match.head()), lexicon_.operators()[lexicon_.trigger(match.trigger).index].name});
  }
}

/// What the composer made of the sentence, by how it fits the pair.
void PairFeatures::add_drafts(std::span<const Draft> drafts) {
  const auto side = [&](const Participants& participants) -> std::string_view {
    bool actor = false, recipient = false;
    for (const auto& participant : participants) {
      actor = actor || pair_.actor.contains(participant.token) || (participant.token != none && view_->tree().is_within(participant.token, actor_));
      recipient = recipient || pair_.recipient.contains(participant.token) || (participant.token != none && view_->tree().is_within(participant.token, recipient_));
    }
    return actor && recipient ? "both" : actor ? "actor" : recipient ? "recipient" : participants.empty() ? "nobody" : "another";
  };
  for (const Draft& draft : drafts) {
    const std::string_view type = name_of(draft.kind.type);
    const std::string_view alive = draft.alive() ? "coded" : "not coded";
    const std::string_view doer = side(draft.actor);
    const std::string_view other = side(draft.recipient);
    add(Source::grammar, {"event", alive, type});
    add(Source::grammar, {"event", alive, type, doer, other});
    add(Source::grammar, {"event", type, draft.kind.mode, doer, other});
    if (!draft.cue.empty()) add(Source::grammar, {"event", type, std::to_string(draft.moods), doer, other});
    if (on_path(draft.match.head())) add(Source::grammar, {"event on the path", alive, type});
  }
}

void PairFeatures::describe(const SentenceView& view, const Matches& matches, std::span<const Draft> drafts, const Pair& pair, std::vector<Feature>& features) {
  view_ = &view;
  matches_ = &matches;
  pair_ = pair;
  features_ = &features;
  const std::size_t before = features.size();
  const Tree& tree = view.tree();
  const bool together = pair.actor.first < pair.actor.last && pair.recipient.first < pair.recipient.last && !overlaps(pair.actor, pair.recipient);
  actor_ = tree.head(pair.actor);
  recipient_ = tree.head(pair.recipient);
  order_ = pair.actor.first < pair.recipient.first ? "actor first" : "recipient first";
  actor_path_.clear();
  recipient_path_.clear();
  meeting_ = none;
  add(Source::grammar, {"always"});
  add(Source::grammar, {"order", together ? order_ : "apart"});
  if (actor_ != none && recipient_ != none) {
    meeting_ = tree.nearest(actor_, [&](Index token) { return tree.is_within(recipient_, token); });
    for (Index token = actor_; token != meeting_ && token != none;) {
      token = tree.governor(token);
      if (token != none) actor_path_.push_back(token);
    }
    for (Index token = recipient_; token != meeting_ && token != none;) {
      token = tree.governor(token);
      if (token != none) recipient_path_.push_back(token);
    }
    add_surface();
    add_path();
  } else {
    for (Index token = 0; token < view.size(); ++token) add_word_and_types("between", token);
  }
  add_participants();
  add_triggers();
  add_drafts(drafts);
  std::sort(features.begin() + static_cast<std::ptrdiff_t>(before), features.end());
  features.erase(std::unique(features.begin() + static_cast<std::ptrdiff_t>(before), features.end()), features.end());
}

}  // namespace attache::coding
