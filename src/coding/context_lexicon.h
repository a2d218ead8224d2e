#pragma once
/// The words and participants that say what an event is about: lexicon/contexts, whose README says what each field means.

#include "coding/ontology.h"
#include "coding/vocabulary.h"

#include <attache/error.h>

#include <span>
#include <string>
#include <vector>

namespace attache::coding {

/// A sentence that shows a context at work, or where it does not hold.
struct ContextExample {
  std::string context;
  std::string sentence;
  bool has = true;  ///< Whether its events have the context.
  std::string file;
  std::uint32_t line = 0;
};

/// What a phrase says of its context: `word` is enough by itself, `hint` is not, `other` takes the meaning of what stands within it away.
enum class ContextWeight : std::uint8_t { word, hint, other };

struct ContextPhrase {
  std::vector<WordId> words;
  std::uint16_t context = 0;  ///< In `ContextLexicon::contexts`.
  ContextWeight weight = ContextWeight::word;
};

struct Context {
  std::string name;                  ///< One of PLOVER's 37.
  std::vector<std::string> sectors;  ///< Of participants.
  std::uint32_t between_states = 0;  ///< Bit of each type that has the context between governments.
};

/// All contexts, in the ontology's order. Immutable once read.
class ContextLexicon {
 public:
  /// Reads every YAML file of the folder. `examples`, when given, receives the example sentences. `mistakes`, when given, receives what is
  /// wrong with single entries, which are then left out; otherwise the first is the result. Errors: `not_found`, `malformed` with file and
  /// line.
  static Result<ContextLexicon> read(const std::string& folder, const Ontology& ontology, std::vector<ContextExample>* examples,
                                     std::vector<Error>* mistakes);

  const std::vector<Context>& contexts() const { return contexts_; }
  const Vocabulary& vocabulary() const { return vocabulary_; }
  /// The phrases that begin with that word.
  std::span<const ContextPhrase> phrases_from(WordId first) const {
    if (first == unknown_word || first + 1 >= offsets_.size()) return {};
    return {phrases_.data() + offsets_[first], offsets_[first + 1] - offsets_[first]};
  }
  /// False when numbers within it point nowhere, as in a damaged image.
  bool sound() const;
  /// Lays out the phrases by their first words; after reading from an archive.
  void build_index();

 private:
  friend class ContextReader;
  template <typename Archive>
  friend void fields(Archive& archive, ContextLexicon& lexicon) {
    archive(lexicon.contexts_, lexicon.vocabulary_, lexicon.phrases_);
  }

  std::vector<Context> contexts_;
  Vocabulary vocabulary_;
  std::vector<ContextPhrase> phrases_;  ///< By first word.
  std::vector<std::uint32_t> offsets_;
};

template <typename A>
void fields(A& a, ContextPhrase& p) {
  a(p.words, p.context, p.weight);
}
template <typename A>
void fields(A& a, Context& c) {
  a(c.name, c.sectors, c.between_states);
}

}  // namespace attache::coding
