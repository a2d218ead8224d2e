#include "coding/nearness.h"

#include <algorithm>

namespace attache::coding {

bool is_own_word(const Draft& draft, Index token) {
  return std::find(draft.anchors.begin(), draft.anchors.end(), token) != draft.anchors.end() || std::find(draft.outer.begin(), draft.outer.end(), token) != draft.outer.end();
}

bool belongs_elsewhere(const SentenceView& view, const Draft& draft, const std::vector<bool>& event_words, Index at) {
  const Tree& tree = view.tree();
  if (is_own_word(draft, at) || tree.is_within(draft.match.head(), at)) return false;
  if (event_words[static_cast<std::size_t>(at)]) return true;
  const Relation relation = tree.relation(at);
  const bool clause = is_clause_relation(relation) || relation == Relation::acl;
  return clause && (view.token(at).upos == Upos::verb || tree.subject(at) != none);
}

}  // namespace attache::coding
