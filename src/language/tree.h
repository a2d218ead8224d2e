#pragma once
/// A parsed sentence as a tree: who governs what, and what the grammar leaves unsaid.
///
///     Tree tree(sentence);
///     const Tree::Index verb = tree.root();
///     tree.logical_subject(verb);          // who does it, active or passive, stated or understood
///     tree.logical_object(verb);           // to whom it is done
///     tree.oblique(verb, "with");          // "talks with Ruritania"

#include <attache/sentence.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attache {

/// True for every kind of subject: nominal or clausal, active or passive, of a clause or around one.
constexpr bool is_subject(Relation relation) {
  switch (relation) {
    case Relation::nsubj: case Relation::nsubj_pass: case Relation::nsubj_outer: case Relation::csubj: case Relation::csubj_pass: case Relation::csubj_outer:
      return true;
    default: return false;
  }
}

/// A token's lemma, or its form where it has none.
inline std::string_view lemma_of(const Token& token) { return token.lemma.empty() ? token.text : token.lemma; }

/// Links of a `Sentence`, laid out for walking. The sentence must be parsed and must outlive the tree. Building is linear in
/// the tokens; all storage is a few arrays, reused by `rebuild`. A token whose head is out of range counts as a root, and so
/// do those on or below a cycle (which no parser of ours gives), so that every walk ends.
class Tree {
 public:
  using Index = std::int32_t;           ///< Of a token in the sentence.
  static constexpr Index none = -1;

  /// Tokens from `first` up to but not including `last`.
  struct Span {
    Index first = 0;
    Index last = 0;
    bool contains(Index token) const { return first <= token && token < last; }
  };

  /// A nominal under a predicate or noun with the preposition that introduces it.
  struct Oblique {
    Index token = none;
    std::string preposition;  ///< As `preposition` gives it.
  };

  Tree() = default;
  explicit Tree(const Sentence& sentence) { rebuild(sentence); }
  void rebuild(const Sentence& sentence);

  Index size() const { return static_cast<Index>(heads_.size()); }
  const Sentence& sentence() const { return *sentence_; }
  const Token& token(Index i) const { return sentence_->tokens[static_cast<std::size_t>(i)]; }
  Relation relation(Index i) const { return token(i).relation; }

  // --- links -----------------------------------------------------------------------------------------------------------

  /// The first root; `none` for no tokens.
  Index root() const { return root_; }
  /// The governor; `none` for a root.
  Index governor(Index i) const { return heads_[static_cast<std::size_t>(i)]; }
  /// The dependents in the order of the text.
  std::span<const Index> children(Index i) const;
  /// The first dependent in that relation; `none` if there is none.
  Index child(Index i, Relation relation) const;
  /// The first dependent in one of the relations, tried in the order given.
  Index child(Index i, std::initializer_list<Relation> relations) const;
  bool has_child(Index i, Relation relation) const { return child(i, relation) != none; }
  /// All dependents in that relation.
  std::vector<Index> children(Index i, Relation relation) const;
  /// True when `i` is `ancestor` or below it.
  bool is_within(Index i, Index ancestor) const;
  /// Steps to the root: 0 for a root.
  Index depth(Index i) const { return depths_[static_cast<std::size_t>(i)]; }
  /// The governors of `i`, nearest first, without `i`.
  std::vector<Index> governors(Index i) const;
  /// The nearest token at or above `i` for which the test holds; `none` if there is none.
  template <typename Test>
  Index nearest(Index i, Test test) const {
    while (i != none && !test(i)) i = governor(i);
    return i;
  }

  // --- extents ---------------------------------------------------------------------------------------------------------

  /// From the leftmost to the rightmost token at or below `i`. In a non-projective tree foreign tokens may lie between.
  Span span(Index i) const;
  /// The tokens at or below `i`, in the order of the text.
  std::vector<Index> yield(Index i) const;
  /// The text from the first to the last token of a span, as written.
  std::string_view text(Span span) const;
  /// The token of the span whose governor lies outside it; of several the one nearest the root, then the leftmost. `none` for an empty span.
  Index head(Span span) const;
  /// The noun phrase without what is merely attached to it: `span` without clauses (relative, parataxis), appositions, conjuncts and
  /// the marks, conjunctions and prepositions at its edges. "the ministers of Ruritania".
  Span phrase(Index i) const;

  // --- coordination ----------------------------------------------------------------------------------------------------

  /// The first of the coordination that `i` belongs to; `i` itself when it is no later conjunct.
  Index first_conjunct(Index i) const;
  /// All members of the coordination of which `i` is the first, `i` included, in the order of the text.
  std::vector<Index> conjuncts(Index i) const;

  // --- predicates ------------------------------------------------------------------------------------------------------

  /// The grammatical subject (nominal or clausal, active or passive) written under the predicate itself; `none` if there is none.
  /// Also the speaker behind a verb of speech (`"…," said Smith`), whom parsers take for its object.
  Index subject(Index predicate) const;
  /// The direct object written under the predicate.
  Index object(Index predicate) const { return child(predicate, Relation::obj); }
  Index indirect_object(Index predicate) const { return child(predicate, Relation::iobj); }
  /// True for passives with or without auxiliary: "was arrested", "was tried and jailed", "the men arrested", "got hit".
  bool is_passive(Index predicate) const;
  /// The "by" phrase of a passive; `none` if there is none.
  Index agent(Index predicate) const;
  /// True when the predicate is negated by "not", "never", "no longer" or the like, or its subject or object by "no".
  bool is_negated(Index predicate) const;

  /// The subject, or where it is understood, the word it is taken from: of the first conjunct ("met and talked"), of the governing
  /// clause ("agreed to talk", "left, saying …"), its object ("urged them to talk"), the noun modified ("the men holding …"), the
  /// antecedent of a relative pronoun. `none` when nothing controls it ("Talking is good").
  Index understood_subject(Index predicate) const;
  /// Who does it: the understood subject of an active, the agent of a passive.
  Index logical_subject(Index predicate) const;
  /// Whom it is done to: the object of an active (also the antecedent in "the man they arrested", and a shared one: "shelled and took the town"), the understood subject of a passive.
  Index logical_object(Index predicate) const;
  /// Of a relative pronoun that is an argument of a relative clause, the noun it stands for; any other token itself.
  Index antecedent(Index i) const;

  // --- prepositions ----------------------------------------------------------------------------------------------------

  /// The preposition of a nominal by lemma, several words joined by a space: `with`, `because of`, `according to`; empty without one.
  std::string preposition(Index nominal) const;
  /// The word that introduces a clause by lemma: `that`, `after`, `so that`; empty without one.
  std::string marker(Index clause) const;
  /// The nominals under `i` (oblique or nominal modifiers, agents included) with their prepositions, in the order of the text.
  std::vector<Oblique> obliques(Index i) const;
  /// The first of them with that preposition; `none` if there is none.
  Index oblique(Index i, std::string_view preposition) const;

 private:
  void order_children();
  void walk();
  bool ends_as_sentence() const;
  Index inverted_speaker(Index predicate) const;
  Index personal_dummy(Index predicate) const;
  Index shared_object(Index predicate) const;
  Index controller(Index predicate, int steps) const;
  Index subject_or_controller(Index predicate, int steps) const;
  std::string introduced_by(Index i, Relation relation) const;

  const Sentence* sentence_ = nullptr;
  Index root_ = none;
  std::vector<Index> heads_;
  std::vector<Index> child_offsets_;  ///< Where the children of each token begin in `children_`; one more at the end.
  std::vector<Index> children_;
  std::vector<Index> depths_;
  std::vector<Index> preorder_;       ///< Rank in a walk from the root; descendants of a token follow it without gap.
  std::vector<Index> counts_;         ///< Tokens at or below each.
  std::vector<Span> spans_;
  std::vector<Index> order_;          ///< The walk itself: work space of `rebuild`, and the source of yields.
};

}  // namespace attache
