#pragma once
/// Sentences as CoNLL-U (universaldependencies.org/format.html), read and written, and as a drawing for people.

#include <attache/error.h>
#include <attache/sentence.h>

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace attache {

/// A sentence read from CoNLL-U together with the text its views point into; it may be moved, not copied.
struct OwnedSentence {
  Sentence sentence;               ///< `text` and offsets are those of the `# text` line, or of the forms joined by their spaces without one.
  std::string id;                  ///< `# sent_id`.
  bool begins_document = false;    ///< `# newdoc` stands before it.
  bool begins_paragraph = false;   ///< `# newpar` or `# newdoc` stands before it.
  bool space_after = true;         ///< The last token carries no `SpaceAfter=No`.
  std::unique_ptr<std::string> storage;
};

/// Reads CoNLL-U. A sentence with a bad line is skipped and reported with the line's number: wrong number of columns, ids out of
/// order, a head that is no token, a cycle, no root or several, forms that do not spell the text. Empty nodes ("8.1") are
/// left out; words of a multi-word token split its characters between them where they spell it and share its place otherwise.
std::vector<OwnedSentence> read_conllu(std::string_view text, const std::string& file, const std::function<void(const Error&)>& on_error);

/// The sentence as CoNLL-U with its `# text`, the tokens' offsets (`TokenRange=start:end`, code points) and a blank line behind.
/// A name tag is written as `Entity=B-PER` in the last column. Unparsed sentences have `_` for what is not known.
std::string to_conllu(const Sentence& sentence, std::string_view id = {});

/// The tree drawn for people: one line a token, indented by its depth, with its relation, tag and lemma. A sentence that is not
/// parsed gives its words on one line.
///
///     freed  root  VERB free
///     ├─ Ruritania  nsubj  PROPN Ruritania
///     ├─ men  obj  NOUN man
///     │  └─ two  nummod  NUM two
///     └─ .  punct  PUNCT .
std::string to_tree_text(const Sentence& sentence);

}  // namespace attache
