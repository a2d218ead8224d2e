#pragma once
/// How well words, sentences, tags and trees agree with a gold standard: the measures of the CoNLL 2018 shared task
/// (Zeman et al. 2018, universaldependencies.org/conll18/evaluation.html).

#include "base/arena.h"
#include "language/agreement.h"
#include "language/conllu.h"

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace attache {

/// All measures over a set of sentences. A tag, head or relation is right only on a word that is itself right.
struct ParseScores {
  Agreement tokens;      ///< Surface tokens, multi-word tokens as one.
  Agreement sentences;
  Agreement words;       ///< Syntactic words.
  Agreement upos, xpos, lemmas;
  Agreement uas;         ///< Heads.
  Agreement las;         ///< Heads and relations, without subtypes, as in the shared task.
  Agreement las_subtypes;  ///< Heads and relations with subtypes.
  Agreement clas;        ///< As `las`, over content words only.
  std::array<Agreement, static_cast<std::size_t>(Relation::other) + 1> relations;  ///< By relation with subtype: head and relation right.

  ParseScores& operator+=(const ParseScores& other);
};

/// Scores of a whole set, and sentence by sentence for confidence intervals and for finding the worst.
struct ParseEvaluation {
  ParseScores total;
  std::vector<ParseScores> sentences;  ///< One for each gold sentence; a system word counts where its first character stands.
};

/// Scores system sentences against gold ones. Both cover the same text: the same characters in order when blanks are left out.
/// Error `malformed` when they do not.
Result<ParseEvaluation> score_parse(std::span<const Sentence* const> gold, std::span<const Sentence* const> system);

/// Fills tags, lemmas and trees of sentences: `Parser::parse`, or another parser under test.
using ParseFunction = std::function<void(std::span<Sentence*>, Arena&)>;

/// From where the parser under test starts.
enum class ParseInput : std::uint8_t {
  raw_text,     ///< Paragraphs: sentences and words are found, too.
  gold_tokens,  ///< The gold sentences' words.
};

/// The gold file's text as documents (at `# newdoc`) of blocks (at `# newpar`), sentences joined as they were.
std::vector<Document> documents_of(std::span<const OwnedSentence> gold);

/// Runs a parser over the gold sentences and scores it. Without a parser only words and sentences have a meaning.
Result<ParseEvaluation> evaluate_parse(std::span<const OwnedSentence> gold, ParseInput input, const ParseFunction& parse);

/// A table for people: a line a measure with precision, recall and F1 in percent and F1's 95 % interval, then one for each relation
/// that occurs. The interval is that of a bootstrap over sentences, with a fixed seed.
std::string to_table(const ParseEvaluation& evaluation);

/// The sentences in which most words have a wrong head or relation, worst first: "7 of 20 wrong: text", a line each.
std::string to_worst_list(const ParseEvaluation& evaluation, std::span<const OwnedSentence> gold, std::size_t count);

}  // namespace attache
