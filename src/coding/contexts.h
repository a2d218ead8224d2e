#pragma once
/// What the events of a document are about: PLOVER's contexts, from the words around an event and from who takes part.

#include "coding/context_lexicon.h"
#include "coding/ontology.h"

#include <attache/event.h>
#include <attache/sentence.h>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace attache::coding {

/// Works on one document. Each sentence is looked through once, and only when an event asks for it.
class ContextFinder {
 public:
  ContextFinder(const ContextLexicon& lexicon, std::span<const Sentence> sentences)
      : lexicon_(lexicon), sentences_(sentences), found_(sentences.size()) {}

  /// Adds to the event of the sentence of that index the contexts that hold beside those that it has, in the ontology's order, and to its
  /// reasons why.
  void add_to(Event& event, EventType type, std::size_t sentence);

 private:
  /// A phrase met in a sentence.
  struct Found {
    const ContextPhrase* phrase = nullptr;
    std::uint32_t first = 0, last = 0;  ///< Tokens.
  };
  const std::vector<Found>& phrases_in(std::size_t sentence);
  void look_through(const Sentence& sentence, std::vector<Found>& found) const;
  std::string reason_for(std::uint16_t context, const Event& event, EventType type, std::size_t sentence);
  std::string words_of(const Found& found, std::size_t sentence) const;
  std::optional<std::string> further_hint(std::uint16_t context, const ContextPhrase& but, std::size_t sentence);

  const ContextLexicon& lexicon_;
  std::span<const Sentence> sentences_;
  std::vector<std::optional<std::vector<Found>>> found_;
};

}  // namespace attache::coding
