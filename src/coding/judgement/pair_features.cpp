#include "coding/judgement/pair_features.h"

#include "base/hash.h"

#include <algorithm>
#include <bit>

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

Tree::Span span_of(const SentenceView& view, const Participant& participant) {
  const auto mention = view.actor_mention(participant.token);
  if (mention < 0) return {participant.token, participant.token + 1};
  const auto& found = view.mentions().actors[static_cast<std::size_t>(mention)];
  return {static_cast<Index>(found.first), static_cast<Index>(found.last)};
}

Feature PairFeatures::hash(std::initializer_list<std::string_view> parts) {
  text_.clear();
  for (const auto part : parts) {
    text_ += part;
    text_ += '\x1f';
  }
  return static_cast<Feature>(stable_hash(text_) >> 32) >> slot_shift << slot_shift;
}

void PairFeatures::add(Source source, std::initializer_list<std::string_view> parts) {
  features_->push_back(hash(parts) | (source == Source::words ? word_bit : 0));
}

void PairFeatures::vote(EventType type, std::initializer_list<std::string_view> parts) { features_->push_back(vote_for(hash(parts), type)); }

void PairFeatures::vote(std::uint32_t types, std::initializer_list<std::string_view> parts) {
  if (types == 0) return;
  const Feature slot = hash(parts);
  for (std::size_t type = 0; type < event_type_count; ++type) {
    if (types >> type & 1) features_->push_back(vote_for(slot, static_cast<EventType>(type)));
  }
}

/// Whose country it is must not matter: "Kenyan" and "Kenya" are names, whatever they name.
std::string_view PairFeatures::lemma(Index token) const {
  const Token& word = view_->token(token);
  const bool capital = !word.text.empty() && word.text.front() >= 'A' && word.text.front() <= 'Z';
  if (word.upos == Upos::propn || (capital && word.upos == Upos::adj)) return "<name>";
  if (word.upos == Upos::num) return "<number>";
  return word.lemma;
}

void PairFeatures::add_word_and_types(std::string_view where, Index token) {
  add(Source::words, {where, lemma(token)});
  const Token& word = view_->token(token);
  if (!is_content(word)) return;
  const std::uint32_t types = lexicon_.types_of(view_->lemma(token));
  vote(types, {where, "type"});
  if (std::has_single_bit(types)) vote(types, {where, "only type"});
  const auto& use = lexicon_.use_of(view_->lemma(token));
  vote(use.some, {where, "used for"});
  vote(use.most, {where, "mostly used for"});
  if (use.frame >= 0) add(Source::words, {where, "of frame", lexicon_.frames()[static_cast<std::size_t>(use.frame)].name});
  if (use.operation >= 0) add(Source::words, {where, "of operator", lexicon_.operators()[static_cast<std::size_t>(use.operation)].name});
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

std::string_view PairFeatures::place_of(Index token) const { return on_path(token) ? "on the path" : between(token) ? "between" : "elsewhere"; }

/// A frame that a trigger of the sentence may belong to: where it stands and what the two are to it in the tree.
void PairFeatures::add_frame(const Match& match, std::string_view rank) {
  const Trigger& trigger = lexicon_.trigger(match.trigger);
  const Frame& frame = lexicon_.frames()[trigger.index];
  const auto where = place_of(match.head());
  const Tree& tree = view_->tree();
  const auto below = [&](Index participant, const std::vector<Index>& path) {
    if (participant == none) return std::string("-");
    if (participant == match.head()) return std::string("itself");
    if (!path.empty() && path.front() == match.head()) return std::string(name_of(tree.relation(participant))) + ' ' + tree.preposition(participant);
    return std::string(std::find(path.begin(), path.end(), match.head()) != path.end() ? "far below" : "apart");
  };
  const std::string actor = below(actor_, actor_path_), recipient = below(recipient_, recipient_path_);
  const std::string_view words = match.words.size() == 1 ? "one word" : "words";
  vote(frame.kind.type, {"frame", rank, where});
  vote(frame.kind.type, {"frame", rank, where, words, match.head() == meeting_ ? "meeting" : "-"});
  vote(frame.kind.type, {"frame", rank, "of", actor, recipient});
  vote(frame.kind.type, {"frame", rank, "of actor", actor, words});
  vote(frame.kind.type, {"frame", rank, "of recipient", recipient, words});
  if (rank == "other") return;
  vote(frame.kind.type, {"frame", rank, frame.kind.mode});
  add(Source::words, {"frame", where, frame.name});
}

/// What became of a trigger: its frame's event, one that an operator or its modality made of it, or nothing.
std::string_view PairFeatures::fate_of(const Match& match, std::span<const Draft> drafts) const {
  std::string_view fate = "best";
  for (const Draft& draft : drafts) {
    if (draft.match.head() != match.head()) {
      if (draft.alive() && std::find(draft.outer.begin(), draft.outer.end(), match.head()) != draft.outer.end()) fate = "operator's";
      continue;
    }
    if (draft.dropped) return "dropped";
    if (draft.alive() && draft.kind.type != draft.frame->kind.type) return "turned";
  }
  return fate;
}

/// Triggers whose words all stand in the sentence, though not as the tree would have them.
void PairFeatures::add_loose_triggers() {
  for (Index token = 0; token < view_->size(); ++token) {
    if (!is_content(view_->token(token))) continue;
    std::uint32_t types = 0;
    std::size_t longest = 0;
    for (const auto& candidate : lexicon_.triggers_of(view_->lemma(token))) {
      if (candidate.owner != TriggerOwner::frame || candidate.needs == 0 || candidate.needs < longest) continue;
      const auto needs = lexicon_.needs(candidate);
      if (!std::all_of(needs.begin(), needs.end(), [&](std::uint32_t set) { return matches_->sets_present[set]; })) continue;
      if (candidate.needs > longest) types = 0;
      longest = candidate.needs;
      types |= 1U << static_cast<unsigned>(lexicon_.frames()[lexicon_.trigger(candidate.trigger).index].kind.type);
    }
    vote(types, {"loose trigger", place_of(token), longest > 1 ? "more words" : "two words"});
    if (std::has_single_bit(types)) vote(types, {"only loose trigger", place_of(token)});
  }
}

/// The lexicon's triggers, by where they stand to the pair.
void PairFeatures::add_triggers(std::span<const Draft> drafts) {
  for (const Match& match : matches_->frames) add_frame(match, fate_of(match, drafts));
  for (const Match& match : matches_->others) add_frame(match, "other");
  for (const Match& match : matches_->operators) {
    add(Source::grammar, {"operator", place_of(match.head()), lexicon_.operators()[lexicon_.trigger(match.trigger).index].name});
  }
}

/// Who of the pair stands on a side of an event.
std::string_view PairFeatures::side_of(const Participants& participants) const {
  bool actor = false, recipient = false;
  for (const auto& participant : participants) {
    actor = actor || pair_.actor.contains(participant.token) || (participant.token != none && actor_ != none && view_->tree().is_within(participant.token, actor_));
    recipient = recipient || pair_.recipient.contains(participant.token) || (participant.token != none && recipient_ != none && view_->tree().is_within(participant.token, recipient_));
  }
  return actor && recipient ? "both" : actor ? "actor" : recipient ? "recipient" : participants.empty() ? "nobody" : "another";
}

/// How far an event is from being the pair's: 0 when it is theirs, more the less it has to do with them.
int PairFeatures::distance_to(const Draft& draft) const {
  constexpr int kDead = 8;
  const auto doer = side_of(draft.actor), other = side_of(draft.recipient);
  int distance = 6;
  if (doer == "actor" && other == "recipient") {
    distance = 0;
  } else if (doer == "both") {
    distance = 1;
  } else if ((doer == "actor" && other == "nobody") || (doer == "nobody" && other == "recipient")) {
    distance = 2;
  } else if (doer == "recipient" && other == "actor") {
    distance = 5;
  } else if (doer == "actor" || other == "recipient") {
    distance = 3;
  } else if (on_path(draft.match.head())) {
    distance = 4;
  }
  return distance + (draft.alive() ? 0 : kDead);
}

/// What the composer made of the sentence, by how it fits the pair.
void PairFeatures::add_drafts(std::span<const Draft> drafts) {
  const Draft* nearest = nullptr;
  int least = 0;
  for (const Draft& draft : drafts) {
    const EventType type = draft.kind.type;
    const std::string_view alive = draft.alive() ? "coded" : "not coded";
    const auto doer = side_of(draft.actor), other = side_of(draft.recipient);
    vote(type, {"event", alive});
    vote(type, {"event", alive, doer, other});
    vote(type, {"event", alive, doer, other, draft.composed ? "composed" : draft.carried ? "carried" : "plain"});
    vote(type, {"event", draft.kind.mode, doer, other});
    if (!draft.cue.empty()) vote(type, {"event", "mood", std::to_string(draft.moods), doer, other});
    if (on_path(draft.match.head())) vote(type, {"event on the path", alive});
    const int distance = distance_to(draft);
    if (!nearest || distance < least) nearest = &draft, least = distance;
  }
  if (nearest) vote(nearest->kind.type, {"nearest event", std::to_string(least)});
  if (!nearest) add(Source::grammar, {"no event"});
}

/// What the coder would answer: the type of the events that are the pair's own, by how far they agree, how they were made and how real they are.
void PairFeatures::add_answer(std::span<const Draft> drafts) {
  constexpr int kPairs = 3;  // the farthest that has one of the two in the right place
  int nearest = kPairs + 1;
  std::uint32_t types = 0;
  for (const Draft& draft : drafts) {
    const int distance = distance_to(draft);
    if (distance > nearest) continue;
    if (distance < nearest) types = 0;
    nearest = distance;
    types |= 1U << static_cast<unsigned>(draft.kind.type);
  }
  const std::string distance = std::to_string(nearest);
  add(Source::grammar, {"answers", distance, types == 0 ? "none" : std::has_single_bit(types) ? "one" : "several"});
  vote(types, {"answer", distance, std::has_single_bit(types) ? "one" : "several"});
  for (const Draft& draft : drafts) {
    if (distance_to(draft) != nearest) continue;
    const EventType type = draft.kind.type;
    const std::string_view made = draft.composed ? "composed" : draft.kind.type != draft.frame->kind.type ? "by mood" : draft.carried ? "carried" : "plain";
    const std::string_view word = draft.trigger->word_class == WordClass::verb ? "verb" : draft.trigger->word_class == WordClass::noun ? "noun" : "other";
    vote(type, {"answer", distance, made, word});
    vote(type, {"answer", distance, "mood", std::to_string(draft.moods), made});
    vote(type, {"answer", distance, draft.match.words.size() > 1 ? "words" : "word", draft.frame->requires_recipient || draft.frame->requires_actor ? "conditions" : "free"});
    if (type == draft.frame->kind.type) continue;
    vote(draft.frame->kind.type, {"answer turns", distance, made});
    add(Source::grammar, {"turn", name_of(draft.frame->kind.type), name_of(type)});
    for (const Index outer : draft.outer) add(Source::words, {"turned by", lemma(outer), name_of(type)});
  }
}

/// What is said and how: the reporting verb with the auxiliaries of what is reported, and who of the pair it is about.
void PairFeatures::add_speech() {
  const Tree& tree = view_->tree();
  for (const Index verb : {meeting_, actor_path_.empty() ? none : actor_path_.front()}) {
    if (verb == none || view_->token(verb).upos != Upos::verb) continue;
    const Index said = tree.child(verb, {Relation::ccomp, Relation::xcomp});
    std::string how;
    const Index real = said == none ? verb : said;
    for (const Index child : tree.children(real)) {
      const Relation relation = tree.relation(child);
      if (relation == Relation::aux) how += ' ' + std::string(view_->token(child).lemma);
      if (relation == Relation::advmod && (view_->token(child).lemma == "not" || view_->token(child).lemma == "never")) how += " not";
    }
    const std::string_view where = verb == meeting_ ? "meeting" : "actor's";
    add(Source::grammar, {where, said == none ? "does" : "says", how});
    if (said == none) continue;
    const Index subject = tree.subject(said);
    const std::string_view whose = subject == none ? "nobody" : pair_.recipient.contains(subject) || subject == recipient_ ? "recipient" : pair_.actor.contains(subject) ? "actor"
                                   : view_->token(subject).upos == Upos::pron ? "pronoun" : "another";
    add(Source::grammar, {where, "says of", whose, how});
    add(Source::words, {where, lemma(verb), whose, how});
    add(Source::words, {where, "says", lemma(said)});
    const std::uint32_t types = lexicon_.types_of(view_->lemma(said));
    vote(types, {where, "says type", how});
    vote(types, {where, "says type of", whose});
  }
}

/// Which of the two a token stands for; those who stand side by side do and suffer the same.
std::string_view PairFeatures::who_is(Index token) const {
  if (token == none) return "nobody";
  const Tree& tree = view_->tree();
  if (pair_.actor.contains(token) || tree.first_conjunct(actor_) == token) return "actor";
  if (pair_.recipient.contains(token) || tree.first_conjunct(recipient_) == token) return "recipient";
  if (tree.is_within(actor_, token)) return "with actor in it";
  if (tree.is_within(recipient_, token)) return "with recipient in it";
  return view_->actor_mention(token) >= 0 ? "another" : view_->token(token).upos == Upos::pron ? "pronoun" : "something";
}

/// Where somebody stands to a verb: its object, behind which preposition, in a phrase or a clause below it, or elsewhere.
std::string PairFeatures::place_under(Index verb, Index participant) const {
  const Tree& tree = view_->tree();
  if (!tree.is_within(participant, verb) || participant == verb) return "elsewhere";
  const Index first = tree.first_conjunct(participant);
  if (tree.governor(first) == verb) {
    const std::string preposition = tree.preposition(first);
    return preposition.empty() ? std::string(name_of(tree.relation(first))) : preposition;
  }
  for (Index token = participant; token != verb; token = tree.governor(token)) {
    if (is_clause_relation(tree.relation(token))) return "in a clause";
    if (tree.governor(token) == verb) return "in " + std::string(name_of(tree.relation(token)));
  }
  return "elsewhere";
}

void PairFeatures::add_deed(std::string_view what, Index verb, std::string_view whose) {
  add(Source::grammar, {what, whose});
  add(Source::words, {what, lemma(verb), whose});
  vote(lexicon_.types_of(view_->lemma(verb)), {what, "type", whose});
  const auto& use = lexicon_.use_of(view_->lemma(verb));
  vote(use.some, {what, "used for", whose});
  vote(use.most, {what, "mostly used for", whose});
  if (view_->tree().is_negated(verb)) add(Source::grammar, {what, "negated", whose});
}

/// What the actor does, wherever it stands, and where that leaves the recipient; what is done to the recipient, and by whom.
void PairFeatures::add_deeds() {
  const Tree& tree = view_->tree();
  for (Index verb = 0; verb < view_->size(); ++verb) {
    if (view_->token(verb).upos != Upos::verb) continue;
    const auto doer = who_is(tree.logical_subject(verb)), undergoer = who_is(tree.logical_object(verb));
    if (doer == "actor" || doer == "with actor in it") add_deed(doer == "actor" ? "does" : "does in part", verb, undergoer == "recipient" ? "to recipient" : place_under(verb, recipient_));
    if (undergoer == "recipient") add_deed("undergoes", verb, doer);
    if (doer == "recipient") add_deed("recipient does", verb, undergoer == "actor" ? "to actor" : place_under(verb, actor_));
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
  add_triggers(drafts);
  add_loose_triggers();
  add_drafts(drafts);
  add_answer(drafts);
  if (actor_ != none && recipient_ != none) {
    add_speech();
    add_deeds();
  }
  std::sort(features.begin() + static_cast<std::ptrdiff_t>(before), features.end());
  features.erase(std::unique(features.begin() + static_cast<std::ptrdiff_t>(before), features.end()), features.end());
}

}  // namespace attache::coding
