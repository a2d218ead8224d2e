#include "knowledge/actors/antecedents.h"

#include "knowledge/actors/name_words.h"
#include "knowledge/actors/noun_phrases.h"
#include "language/word_list.h"

#include <cstdlib>
#include <string_view>
#include <utility>

namespace attache::knowledge {
namespace {

/// Sentences back that a noun with "the" looks.
constexpr std::uint32_t noun_reach = 12;

/// Mentions kept at most; far more than the reach holds in any prose.
constexpr std::size_t most_remembered = 256;

constexpr auto speech_verbs = language::word_list({"say", "tell", "add", "state", "declare", "announce", "warn", "write", "insist", "claim", "argue", "stress", "note",
                                                   "ask", "reply", "explain", "vow", "promise", "pledge", "tweet", "post", "comment", "remark"});

/// What only states have: of the two in "the Commonwealth suspended Fiji after its government …" the state is meant.
constexpr auto things_of_states = language::word_list({"government", "parliament", "president", "minister", "capital", "citizen", "national", "border", "territory", "constitution", "embassy", "ambassador",
                                                       "sovereignty", "independence", "airspace", "economy", "army", "navy", "military", "junta", "king", "ruler", "population", "coast", "waters"});

/// The points of those who cannot be meant.
constexpr double impossible = -1000;

/// How well somebody is one of those wanted, by what is known of them and by their part in their sentence.
double fitness(const Antecedent& candidate, Wanted wanted) {
  const bool body = candidate.kind == DraftKind::body || candidate.kind == DraftKind::name || candidate.collective;
  const bool nation = candidate.kind == DraftKind::nation || candidate.kind == DraftKind::place;
  const bool person = candidate.kind == DraftKind::person || (candidate.kind == DraftKind::agent && !candidate.collective && !candidate.plural);
  const bool several = candidate.plural || candidate.entities.size() > 1;
  double points = 0;
  switch (wanted) {
    case Wanted::man: case Wanted::woman:
      if (!person || several || candidate.gender == (wanted == Wanted::man ? Gender::female : Gender::male)) return impossible;
      if (candidate.kind == DraftKind::person) points += 15;
      if (candidate.gender != Gender::unknown) points += 10;
      break;
    case Wanted::thing:
      if ((!body && !nation) || several) return impossible;
      if (candidate.kind == DraftKind::place) points -= 20;
      break;
    case Wanted::several:
      if (!several && !body && !nation) return impossible;
      if (!several) points -= nation ? 45 : 20;
      break;
  }
  if (candidate.modifier) points -= wanted == Wanted::thing ? 15 : 40;
  if (candidate.role == Antecedent::Role::subject) points += 35;
  if (candidate.role == Antecedent::Role::object) points += 15;
  return points;
}

}  // namespace

Antecedent::Role role_of(const Tree& tree, Tree::Index head) {
  switch (tree.relation(tree.first_conjunct(head))) {
    case Relation::nsubj: case Relation::nsubj_pass: case Relation::nsubj_outer: case Relation::root: return Antecedent::Role::subject;
    case Relation::obj: case Relation::iobj: case Relation::obl_agent: return Antecedent::Role::object;
    default: return Antecedent::Role::other;
  }
}

void Antecedents::begin_sentence(const Tree& tree, std::uint32_t sequence) {
  tree_ = &tree;
  sequence_ = sequence;
  while (!memory_.empty() && (memory_.size() > most_remembered || memory_.front().sequence + noun_reach < sequence)) memory_.pop_front();
}

const Antecedent& Antecedents::remember(const ActorDraft& draft) {
  Antecedent known;
  known.entities = draft.mention.entities;
  known.kind = draft.kind == DraftKind::pronoun ? (draft.collective ? DraftKind::body : DraftKind::person) : draft.kind;
  known.gender = draft.gender;
  known.plural = draft.plural;
  known.collective = draft.collective;
  known.modifier = draft.modifier;
  known.lemma = draft.kind == DraftKind::agent || draft.kind == DraftKind::person ? draft.lemma : std::string();
  known.actor = draft.actor;
  known.sequence = sequence_;
  known.token = static_cast<Tree::Index>(draft.mention.head);
  known.first = static_cast<Tree::Index>(draft.mention.first);
  known.last = static_cast<Tree::Index>(draft.mention.last);
  known.first_conjunct = tree_->first_conjunct(known.token);
  if (draft.kind == DraftKind::body || draft.kind == DraftKind::name || draft.kind == DraftKind::agent) {
    const std::string& name = draft.kind == DraftKind::agent ? draft.lemma : draft.name;
    auto words = lexicon_words(name.substr(0, name.find(" of ")));
    if (words.size() > 1) known.last_noun = std::move(words.back().text);
  }
  known.role = draft.modifier ? Antecedent::Role::other : role_of(*tree_, known.token);
  known.certainty = draft.mention.certainty;
  const Tree::Index above = tree_->governor(known.token);
  known.speaker = above != Tree::none && speech_verbs.contains(lemma_of(tree_->token(above))) && tree_->subject(above) == known.token;
  return memory_.emplace_back(std::move(known));
}

const Antecedent* Antecedents::speaker_of(Tree::Index pronoun) const {
  for (Tree::Index above = tree_->governor(pronoun); above != Tree::none; above = tree_->governor(above)) {
    if (!speech_verbs.contains(lemma_of(tree_->token(above)))) continue;
    const Tree::Index subject = tree_->understood_subject(above);
    if (subject == Tree::none || subject == pronoun) continue;
    for (const Antecedent& known : memory_) {
      if (known.sequence == sequence_ && known.token == subject) return &known;
    }
  }
  for (auto known = memory_.rbegin(); known != memory_.rend(); ++known) {
    if (known->sequence + 2 < sequence_) break;
    if (known->speaker) return &*known;
  }
  return nullptr;
}

/// Whether grammar lets a pronoun mean somebody of its own sentence.
bool Antecedents::can_be_bound(const Antecedent& candidate, Tree::Index pronoun, bool possessive) const {
  const Tree& tree = *tree_;
  if (candidate.first <= pronoun && pronoun < candidate.last) return false;  // inside its own phrase
  if (candidate.token > pronoun) {
    // "In his speech, X said …": only the main clause's subject can follow its pronoun.
    if (candidate.token != (tree.root() == Tree::none ? Tree::none : tree.subject(tree.root()))) return false;
  }
  // Two arguments of one predicate are two people, but for "himself".
  const std::string_view text = tree.token(pronoun).text;
  const bool reflexive = text.ends_with("self") || text.ends_with("selves");
  const Tree::Index mine = tree.governor(pronoun);
  if (possessive || reflexive || mine == Tree::none) return true;
  if (tree.governor(candidate.token) == mine) return false;
  const bool subject = tree.relation(pronoun) == Relation::nsubj || tree.relation(pronoun) == Relation::nsubj_pass;
  return subject || tree.understood_subject(mine) != candidate.token;
}

/// How much speaks for somebody being meant; not above 0 for those who cannot be.
double Antecedents::salience(const Antecedent& candidate, Tree::Index pronoun, Wanted wanted, bool possessive) const {
  const std::uint32_t distance = sequence_ - candidate.sequence;
  double points = 100.0 - 40.0 * distance + fitness(candidate, wanted);
  if (points < impossible / 2) return 0;
  const Tree::Index owned = possessive ? tree_->governor(pronoun) : Tree::none;
  const bool nation = candidate.kind == DraftKind::nation || candidate.kind == DraftKind::place;
  if (owned != Tree::none && !nation && (wanted == Wanted::thing || wanted == Wanted::several) && things_of_states.contains(lemma_of(tree_->token(owned)))) points -= 50;
  if (distance == 0) {
    if (!can_be_bound(candidate, pronoun, possessive)) return 0;
    if (candidate.token > pronoun) points -= 30;
    points -= 0.5 * std::abs(pronoun - candidate.token);
  }
  // A subject continues a subject.
  const Relation relation = tree_->relation(pronoun);
  if ((relation == Relation::nsubj || relation == Relation::nsubj_pass) && candidate.role == Antecedent::Role::subject) points += 10;
  return points;
}

const Antecedent* Antecedents::best(Tree::Index pronoun, Wanted wanted, bool possessive) const {
  const Antecedent* best = nullptr;
  double most = 0;
  for (auto candidate = memory_.rbegin(); candidate != memory_.rend(); ++candidate) {
    if (candidate->sequence + pronoun_reach < sequence_) break;
    const double points = salience(*candidate, pronoun, wanted, possessive);
    if (points > most) {
      most = points;
      best = &*candidate;
    }
  }
  return best;
}

}  // namespace attache::knowledge
