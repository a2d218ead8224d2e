/// Any bytes as CoNLL-U: no crash, and what is read can be written, read again and drawn.

#include "language/conllu.h"
#include "language/tree.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto ignore = [](const attache::Error&) {};
  const auto sentences = attache::read_conllu({reinterpret_cast<const char*>(data), size}, "fuzz", ignore);
  for (const attache::OwnedSentence& owned : sentences) {
    const attache::Sentence& sentence = owned.sentence;
    const std::string written = attache::to_conllu(sentence, owned.id);
    const auto again = attache::read_conllu(written, "fuzz", ignore);
    if (again.size() != 1 || again[0].sentence.tokens.size() != sentence.tokens.size()) std::abort();
    for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
      if (again[0].sentence.tokens[i].head != sentence.tokens[i].head || again[0].sentence.tokens[i].start != sentence.tokens[i].start) std::abort();
    }
    if (!sentence.parsed) continue;
    if (attache::to_tree_text(sentence).empty()) std::abort();
    const attache::Tree tree(sentence);
    for (attache::Tree::Index i = 0; i < tree.size(); ++i) {
      tree.logical_subject(i);
      tree.logical_object(i);
      tree.phrase(i);
    }
  }
  return 0;
}
