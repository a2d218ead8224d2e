#include "knowledge/actors/name_matcher.h"

#include "knowledge/actors/capitals.h"
#include "knowledge/actors/page_nations.h"
#include "knowledge/actors/readings.h"

namespace attache::knowledge {
namespace {

/// A sequence of words that the lexicon knows. No words: none begins there.
struct Match {
  Atom atom;
  std::size_t words = 0;
};

class NameMatcher {
 public:
  NameMatcher(const AtomContext& context, std::span<const Token> tokens, SentenceNames& names) : context_(context), tokens_(tokens), words_(names.words), names_(names) {
    capitals_ = is_in_capitals(words_);
    titles_ = !capitals_ && is_in_title_case(words_);
  }

  void match() {
    for (std::size_t i = 0; i < words_.size();) {
      Match found = longest(i, words_.size());
      if (found.atom.kind == AtomKind::agent && found.words > 1) {
        // "The opposition Movement for Democratic Change": the name keeps its words, the agent what is before them.
        for (std::size_t k = i + 1; k < i + found.words; ++k) {
          if (begins_name_beyond(k, i + found.words)) found = longest(i, k);
        }
      }
      if (found.words == 0) {
        ++i;
        continue;
      }
      names_.atoms.push_back(found.atom);
      i += found.words;
    }
  }

 private:
  /// The longest match that begins at a word and ends before another. It begins and ends where a token does, or at a hyphen within one.
  Match longest(std::size_t first, std::size_t end) {
    Match best;
    std::uint32_t node = 0;
    for (std::size_t j = first; j < end; ++j) {
      const auto next = context_.lexicon->follow(node, words_[j].hash);
      if (next.node == 0) break;
      node = next.node;
      if (next.uses == 0) continue;
      Atom atom;
      atom.first = words_[first].token;
      atom.last = words_[j].token + 1;
      atom.uses = context_.lexicon->uses_at(next.uses);
      names_.page_decides = names_.page_decides || are_namesakes(context_, atom.uses);
      atom.use = choose_use(context_, atom.uses, words_, first, {});
      if (!atom.use) continue;
      if (capitals_ && atom.use->uppers && !is_noun_like(tokens_[atom.last - 1].upos)) continue;
      if (!grammar_fits(tokens_, atom, atom.use->kind, titles_ || capitals_)) continue;
      atom.kind = atom_kind(*context_.lexicon, *atom.use);
      atom.plural = atom.use->kind == UseKind::agents;
      best = {atom, j + 1 - first};
    }
    return best;
  }

  /// True when a body's name of several words begins at `first`, with a capital, and ends behind `end`.
  bool begins_name_beyond(std::size_t first, std::size_t end) {
    if (!words_[first].capital) return false;
    const Match match = longest(first, words_.size());
    return match.words > 1 && first + match.words > end && match.atom.kind == AtomKind::body;
  }

  const AtomContext& context_;
  std::span<const Token> tokens_;
  std::span<const NameWord> words_;
  SentenceNames& names_;
  bool capitals_ = false, titles_ = false;
};

}  // namespace

SentenceNames match_names(const AtomContext& context, std::span<const Token> tokens) {
  SentenceNames names;
  name_words(tokens, names.words);
  NameMatcher(context, tokens, names).match();
  return names;
}

}  // namespace attache::knowledge
