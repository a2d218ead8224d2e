#include "knowledge/actors/noun_phrases.h"

#include "base/utf8.h"
#include "language/word_list.h"

#include <algorithm>

namespace attache::knowledge {

using language::word_list;

std::string words_of(const Tree& tree, std::uint32_t first, std::uint32_t last) {
  return std::string(tree.text({static_cast<Tree::Index>(first), static_cast<Tree::Index>(last)}));
}

bool is_definite(const Tree& tree, Tree::Index head) {
  static constexpr auto definite = word_list({"the", "this", "that", "these", "those", "both"});
  for (const Tree::Index child : tree.children(head)) {
    const Token& word = tree.token(child);
    if ((word.relation == Relation::det || word.relation == Relation::det_predet || word.relation == Relation::nmod_poss) && definite.contains(word.text)) return true;
  }
  return false;
}

bool is_clitic(std::string_view text) { return text == "'s" || text == "\xE2\x80\x99s" || text == "'" || text == "\xE2\x80\x99"; }

bool is_possessive(const Tree& tree, Tree::Index noun) {
  for (const Tree::Index child : tree.children(noun)) {
    if (tree.token(child).relation == Relation::case_ && is_clitic(tree.token(child).text)) return true;
  }
  return false;
}

bool is_former(const Tree& tree, std::uint32_t first) {
  static constexpr auto former_words = word_list({"former", "ex", "ousted", "deposed", "retired", "erstwhile", "onetime", "one-time", "toppled", "late", "disgraced", "then"});
  constexpr Tree::Index reach = 6;
  for (auto i = static_cast<Tree::Index>(first); i-- > 0;) {
    const Token& word = tree.token(i);
    if (former_words.contains(word.text) && !(word.text == "late" && word.upos != Upos::adj)) return word.text != "then" || (i + 1 < tree.size() && tree.token(i + 1).text == "-");
    if (to_lower(word.text.substr(0, 3)) == "ex-" && word.text.size() > 3) return true;  // "ex-Iranian president"
    if (static_cast<Tree::Index>(first) - i > reach) return false;
    switch (word.upos) {
      case Upos::adj: case Upos::noun: case Upos::propn: case Upos::num: break;
      case Upos::punct:
        if (word.text != "-") return false;
        break;
      default:
        if (!(word.upos == Upos::x && word.text.size() <= 3)) return false;
    }
  }
  return false;
}

Tree::Span extent(const Tree& tree, Tree::Index head, std::uint32_t first, std::uint32_t last) {
  constexpr Tree::Index longest = 24;
  Tree::Span span = tree.phrase(head);
  if (span.last - span.first > longest) span = {static_cast<Tree::Index>(first), static_cast<Tree::Index>(last)};
  span.first = std::min(span.first, static_cast<Tree::Index>(first));
  span.last = std::max(span.last, static_cast<Tree::Index>(last));
  return span;
}

void place_mention(ActorDraft& draft, Tree::Span span, Tree::Index head) {
  draft.mention.first = static_cast<std::uint32_t>(span.first);
  draft.mention.last = static_cast<std::uint32_t>(span.last);
  draft.mention.head = static_cast<std::uint32_t>(head);
}

void place_entity(const Tree& tree, Entity& entity, Tree::Span span) {
  entity.text = std::string(tree.text(span));
  entity.start = tree.token(span.first).start;
  entity.end = tree.token(span.last - 1).end;
}

}  // namespace attache::knowledge
