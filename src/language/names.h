#pragma once
/// Names in sentences: as spans, made to agree over a document, and read from gold data.

#include <attache/error.h>
#include <attache/sentence.h>

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attache {

enum class NameKind : std::uint8_t { person, organisation, place };
constexpr std::size_t kNameKinds = 3;

/// "person", "organisation", "place".
std::string_view name_of(NameKind kind);

/// The tags of a name's first word and of its other words.
NameTag begin_tag(NameKind kind);
NameTag inside_tag(NameKind kind);

/// A name: words `first` to `end`, end-exclusive.
struct NameSpan {
  std::size_t first = 0;
  std::size_t end = 0;
  NameKind kind = NameKind::person;

  friend bool operator==(const NameSpan&, const NameSpan&) = default;
};

/// The names that the words' tags spell, in order. An "inside" that continues no name of its kind is no name.
std::vector<NameSpan> name_spans(std::span<const Token> tokens);

/// Makes the names of one document's parsed sentences agree, by what the document itself says more clearly elsewhere:
///   - a name met several times, mostly as one kind, is of that kind wherever it is a name;
///   - "Smith" is a person where "John Smith" is one, unless the document knows "Smith" by itself as something else;
///   - an acronym is an organisation where it stands in brackets behind one: "Federal Security Service (FSB)".
/// Time is linear in the words, but for sorting the names.
void agree_on_names(std::span<Sentence> sentences);

/// The sentences of one document with their names as tagged; words are views into the text read.
using NamedDocument = std::vector<Sentence>;

/// Reads lines of a word, a tab and its tag (`B-PER`, `I-LOC`, `O` …), a blank line behind each sentence, and `# doc` before each document.
/// Names of other kinds than ours count as ordinary words. A sentence with a bad line is skipped and reported with the line's number.
std::vector<NamedDocument> read_names(std::string_view text, const std::string& file, const std::function<void(const Error&)>& on_error);

}  // namespace attache
