#include "knowledge/actors/pointing_words.h"

#include "knowledge/actors/capitals.h"
#include "knowledge/actors/noun_phrases.h"
#include "knowledge/actors/pairs.h"
#include "language/word_list.h"

#include <algorithm>
#include <cstdint>
#include <string>

namespace attache::knowledge {
namespace {

using language::word_list;

constexpr auto male_pronouns = word_list({"he", "him", "his", "himself"});
constexpr auto female_pronouns = word_list({"she", "her", "hers", "herself"});
constexpr auto thing_pronouns = word_list({"it", "its", "itself"});
constexpr auto plural_pronouns = word_list({"they", "them", "their", "theirs", "themselves"});
constexpr auto possessive_pronouns = word_list({"his", "her", "its", "their", "my", "our"});

/// "The group", not "France's group": nobody says whose it is.
bool is_owned(const Tree& tree, Tree::Index head) { return tree.has_child(head, Relation::nmod_poss) || tree.oblique(head, "of") != Tree::none; }

/// "It is clear that", "it rained": nobody is meant.
bool is_expletive(const Tree& tree, Tree::Index pronoun) {
  const Tree::Index above = tree.governor(pronoun);
  if (tree.relation(pronoun) == Relation::expl) return above == Tree::none || tree.subject(above) != pronoun;
  if (above == Tree::none || tree.relation(pronoun) != Relation::nsubj) return false;
  return tree.token(above).upos == Upos::adj && tree.child(above, {Relation::csubj, Relation::ccomp, Relation::xcomp, Relation::advcl}) != Tree::none;
}

/// True for pronouns that somebody is meant by. "US" is none.
bool is_meaningful_pronoun(const Tree& tree, Tree::Index i) {
  const std::string_view text = tree.token(i).text;
  if (text == "US" || text == "IT") return false;
  if (thing_pronouns.contains(text)) return !is_expletive(tree, i);
  return is_speakers_pronoun(text) || wanted_by(text).has_value();
}

ActorDraft draft_of(const Tree& tree, Tree::Index head, Tree::Span span, DraftKind kind) {
  ActorDraft draft;
  draft.kind = kind;
  draft.mention.certainty = 0;
  draft.lemma = lemma_of(tree.token(head));
  place_mention(draft, span, head);
  place_entity(tree, draft.mention.entities.emplace_back(), span);
  return draft;
}

/// The proper nouns that are part of somebody's name.
std::vector<bool> words_of_names(const Tree& tree, const std::vector<ActorDraft>& drafts) {
  std::vector<bool> named(static_cast<std::size_t>(tree.size()));
  for (const ActorDraft& draft : drafts) {
    if (draft.kind == DraftKind::agent) continue;
    for (const Entity& entity : draft.mention.entities) {
      for (auto i = static_cast<Tree::Index>(draft.mention.first); i < static_cast<Tree::Index>(draft.mention.last); ++i) {
        const Token& word = tree.token(i);
        if (word.start >= entity.start && word.end <= entity.end && word.upos == Upos::propn) named[static_cast<std::size_t>(i)] = true;
      }
    }
  }
  return named;
}

/// Whether a common noun points: it is one of a pair, or has "the" and no owner and is such a noun or one that somebody was named by.
bool points(const Tree& tree, const Antecedents& antecedents, Tree::Index i) {
  const Token& word = tree.token(i);
  const std::string_view lemma = lemma_of(word);
  if (is_pair_noun(lemma) && counts_two(tree, i)) return true;
  if (!is_definite(tree, i) || is_owned(tree, i)) return false;
  if (is_body_noun(lemma) || is_nation_noun(lemma) || (lemma == "side" && word.xpos == "NNS")) return true;
  return std::any_of(antecedents.all().begin(), antecedents.all().end(), [&](const Antecedent& known) { return known.last_noun == lemma; });
}

/// "At least 20 were killed and dozens injured", "police arrested nine": people, though no noun says so.
bool counts_people_harmed(const Tree& tree, Tree::Index i) {
  static constexpr auto verbs = word_list({"kill", "injure", "wound", "hurt", "arrest", "detain", "kidnap", "abduct", "massacre", "execute", "behead", "maim", "evacuate", "displace"});
  static constexpr auto vague = word_list({"dozens", "scores", "hundreds", "thousands", "several", "many"});
  const Token& word = tree.token(i);
  if (word.upos != Upos::num && !vague.contains(word.text)) return false;
  const Tree::Index verb = tree.governor(i);
  const Relation relation = word.relation;
  if (verb == Tree::none || (relation != Relation::nsubj_pass && relation != Relation::obj) || tree.oblique(i, "of") != Tree::none) return false;
  // "… and dozens injured": a second number says more of the same event, and is none who could have done the first.
  const Tree::Index before = tree.relation(verb) == Relation::conj ? tree.governor(verb) : Tree::none;
  return verbs.contains(lemma_of(tree.token(verb))) && (before == Tree::none || !verbs.contains(lemma_of(tree.token(before))));
}

}  // namespace

std::optional<Wanted> wanted_by(std::string_view pronoun) {
  if (male_pronouns.contains(pronoun)) return Wanted::man;
  if (female_pronouns.contains(pronoun)) return Wanted::woman;
  if (thing_pronouns.contains(pronoun)) return Wanted::thing;
  if (plural_pronouns.contains(pronoun)) return Wanted::several;
  return std::nullopt;
}

bool is_speakers_pronoun(std::string_view word) {
  static constexpr auto pronouns = word_list({"i", "me", "my", "we", "us", "our", "ours", "myself", "ourselves"});
  return pronouns.contains(word);
}

bool is_nation_noun(std::string_view lemma) {
  static constexpr auto nouns = word_list({"country", "nation", "kingdom", "republic", "island", "emirate", "sheikdom", "sultanate"});
  return nouns.contains(lemma);
}

bool is_such_a_state(const ActorLexicon& lexicon, std::string_view noun, std::string_view code) {
  if (noun == "sheikdom") return lexicon.is_called(code, "emirate");
  return noun == "country" || noun == "nation" || noun == "republic" || lexicon.is_called(code, noun);
}

bool is_body_noun(std::string_view lemma) {
  static constexpr auto nouns = word_list({"group", "organisation", "organization", "movement", "bloc", "alliance", "agency", "body", "faction", "outfit",
                                           "network", "watchdog", "grouping", "association", "charity", "institution", "pact", "league", "council", "union", "coalition", "cartel", "militia", "company", "firm"});
  return nouns.contains(lemma);
}

bool is_direction(std::string_view word) {
  static constexpr auto directions = word_list({"north", "south", "east", "west"});
  return directions.contains(word);
}

bool counts_two(const Tree& tree, Tree::Index head) {
  for (const Tree::Index child : tree.children(head)) {
    const std::string_view text = tree.token(child).text;
    if (text == "two" || text == "Two" || text == "both" || text == "Both") return true;
  }
  return false;
}

bool is_in_title_case(const Tree& tree) {
  Tree::Index capitals = 0, words = 0;
  for (Tree::Index i = 0; i < tree.size(); ++i) {
    const char first = tree.token(i).text.front();
    const bool capital = first >= 'A' && first <= 'Z';
    words += capital || (first >= 'a' && first <= 'z');
    capitals += capital;
  }
  return words >= 4 && capitals * 4 >= words * 3;
}

void add_pointing_words(const Tree& tree, const Antecedents& antecedents, std::vector<ActorDraft>& drafts) {
  std::vector<bool> is_head(static_cast<std::size_t>(tree.size()));
  for (const ActorDraft& draft : drafts) is_head[draft.mention.head] = true;
  const std::vector<bool> named = words_of_names(tree, drafts);
  for (Tree::Index i = 0; i < tree.size(); ++i) {
    const Token& word = tree.token(i);
    if (is_head[static_cast<std::size_t>(i)]) continue;
    if (word.upos == Upos::pron || possessive_pronouns.contains(word.text)) {
      if (is_meaningful_pronoun(tree, i)) drafts.emplace_back(draft_of(tree, i, {i, i + 1}, DraftKind::pronoun)).mention.pronoun = true;
      continue;
    }
    if (word.upos != Upos::noun && word.upos != Upos::propn && word.upos != Upos::adj && word.upos != Upos::num) continue;
    if (begins_with_capital(word.text) && is_direction(word.text) && !named[static_cast<std::size_t>(i)]) {
      const bool modifies = word.relation == Relation::compound || word.relation == Relation::amod;
      if (!modifies) drafts.push_back(draft_of(tree, i, tree.phrase(i), DraftKind::nation));
      continue;
    }
    if (counts_people_harmed(tree, i)) {
      ActorDraft& draft = drafts.emplace_back(draft_of(tree, i, tree.phrase(i), DraftKind::agent));
      draft.plural = draft.domestic = true;
      draft.mention.certainty = 0.5F;
      Entity& people = draft.mention.entities.front();
      people.sector = "CVL";
      people.via = "agent";
      people.reason = "a number of people";
      continue;
    }
    if (!points(tree, antecedents, i)) continue;
    ActorDraft& draft = drafts.emplace_back(draft_of(tree, i, tree.phrase(i), DraftKind::agent));
    draft.definite = true;
    draft.plural = word.xpos == "NNS" || word.xpos == "NNPS";
  }
}

}  // namespace attache::knowledge
