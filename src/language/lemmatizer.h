#pragma once
/// Dictionary forms of words, by rules learnt from the treebanks: what ending is cut off and what is put in its place.

#include "base/arena.h"

#include <attache/sentence.h>

#include <string>
#include <string_view>
#include <unordered_map>

namespace attache::language {

/// The longest ending of a word that has a rule for its tag decides; words that the rules get wrong stand as exceptions.
class Lemmatizer {
 public:
  Lemmatizer() = default;

  /// Reads lines `TAG<tab>ENDING<tab>CUT<tab>ADDED`; the ending of an exception is the whole word after a `^`. The text must
  /// outlive the object. Lines of another shape are passed over.
  explicit Lemmatizer(std::string_view rules);

  /// Lower-case except for names and "I". `xpos` is the Penn tag. The view points into the arena.
  std::string_view lemma(std::string_view form, Upos upos, std::string_view xpos, Arena& arena) const;

 private:
  struct Rule {
    std::uint8_t cut = 0;  ///< Bytes.
    std::string_view added;
  };
  const Rule* find(std::string_view xpos, std::string_view ending, std::string& key) const;

  std::unordered_map<std::string, Rule> rules_;
};

}  // namespace attache::language
