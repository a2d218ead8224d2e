#pragma once
/// Finds triggers in a sentence's tree.

#include "coding/frame_lexicon.h"
#include "coding/sentence_view.h"

#include <optional>
#include <vector>

namespace attache::coding {

/// A trigger found: where its words stand, the head first.
struct Match {
  std::uint32_t trigger = 0;         ///< In the lexicon.
  std::vector<Index> words;

  Index head() const { return words.front(); }
};

/// Whether the words (the head first) hang at and below that token; their places if they do.
std::optional<std::vector<Index>> match_words(const SentenceView& view, Index head, const std::vector<WordSet>& words);

/// Whether any of the words stands in the clause at or below the trigger, not counting the claimed ones (empty for none).
bool clause_has(const SentenceView& view, Index head, const WordSet& words, const std::vector<bool>& claimed);

/// Which of two frames is taken when triggers of as many words fit at the same word: the one that demands more, then the one with
/// the higher priority, then the first by name. A frame does not go before itself.
bool goes_before(const Frame& one, const Frame& other);

/// The best frame trigger at each token, and all triggers of operators and light verbs, in the order of the text; of those at one
/// token the ones with more words first.
struct Matches {
  std::vector<Match> frames;
  std::vector<Match> others;         ///< Further frames' triggers at the tokens of `frames`, for when the best finds nobody it can be said of; best first.
  std::vector<Match> operators;
  std::vector<Match> light_verbs;
  std::vector<bool> sets_present;    ///< Work space: the lexicon's sets of words of which the sentence has one.
  std::vector<bool> claimed;         ///< Work space: words that only say which event a noun names.
};

/// Fills `matches`; conditions on words, form and word class are checked, participants are not.
void find_matches(const SentenceView& view, const FrameLexicon& lexicon, Matches& matches);

}  // namespace attache::coding
