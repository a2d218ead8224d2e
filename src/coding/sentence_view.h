#pragma once
/// A sentence as the coder looks at it: tree, mentions by token, and words as numbers.

#include "coding/frame.h"
#include "language/tree.h"

#include <attache/mention.h>
#include <attache/sentence.h>

#include <cstdint>
#include <string>
#include <vector>

namespace attache::coding {

using Index = Tree::Index;
inline constexpr Index none = Tree::none;

/// Work space for one sentence after another; building is linear in the tokens.
class SentenceView {
 public:
  /// Lays out a parsed sentence. Sentence and mentions must outlive the view's use.
  void rebuild(const Sentence& sentence, const SentenceMentions& mentions, const Vocabulary& vocabulary);

  const Sentence& sentence() const { return *sentence_; }
  const SentenceMentions& mentions() const { return *mentions_; }
  const Tree& tree() const { return tree_; }
  const Token& token(Index i) const { return sentence_->tokens[static_cast<std::size_t>(i)]; }
  Index size() const { return static_cast<Index>(sentence_->tokens.size()); }

  /// The lemma's and the written form's number; `unknown_word` when no trigger or condition has it.
  WordId lemma(Index i) const { return lemmas_[static_cast<std::size_t>(i)]; }
  WordId form(Index i) const { return forms_[static_cast<std::size_t>(i)]; }
  bool is_word(Index i, WordId word) const { return word != unknown_word && (lemma(i) == word || form(i) == word); }
  bool is_one_of(Index i, const WordSet& words) const;

  /// The actor mention that holds the token; -1 if none does.
  std::int32_t actor_mention(Index i) const { return actor_at_[static_cast<std::size_t>(i)]; }
  std::int32_t place_mention(Index i) const { return place_at_[static_cast<std::size_t>(i)]; }
  /// True within a calendar expression, and for the preposition before one.
  bool in_date(Index i) const { return in_date_[static_cast<std::size_t>(i)]; }

  /// True of "*anti-Chadian*" and "*anti-* Chad": whom the noun is aimed at, not who makes it.
  bool is_opposed(Index i) const;

  /// True when the token's preposition (its `case` dependents with their fixed parts) is that phrase.
  bool has_preposition(Index i, const std::vector<WordId>& phrase) const;

 private:
  const Sentence* sentence_ = nullptr;
  const SentenceMentions* mentions_ = nullptr;
  Tree tree_;
  std::vector<WordId> lemmas_, forms_;
  std::vector<std::int32_t> actor_at_, place_at_;
  std::vector<bool> in_date_;
};

/// The words in the order of the text, joined by blanks.
std::string joined_words(const SentenceView& view, std::vector<Index> words);

/// True for the relations under which a clause of its own begins.
bool is_clause_relation(Relation relation);

}  // namespace attache::coding
