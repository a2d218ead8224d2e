#include "language/tree.h"

#include <algorithm>

namespace attache {

void Tree::rebuild(const Sentence& sentence) {
  sentence_ = &sentence;
  const auto count = sentence.tokens.size();
  heads_.resize(count);
  root_ = none;
  for (std::size_t i = 0; i < count; ++i) {
    const std::int32_t head = sentence.tokens[i].head;
    const bool valid = head >= 0 && static_cast<std::size_t>(head) < count && static_cast<std::size_t>(head) != i;
    heads_[i] = valid ? head : none;
    if (!valid && root_ == none) root_ = static_cast<Index>(i);
  }
  order_children();
  walk();
}

void Tree::order_children() {
  const std::size_t count = heads_.size();
  child_offsets_.assign(count + 1, 0);
  for (const Index head : heads_) {
    if (head != none) ++child_offsets_[static_cast<std::size_t>(head) + 1];
  }
  for (std::size_t i = 0; i < count; ++i) child_offsets_[i + 1] += child_offsets_[i];
  children_.resize(static_cast<std::size_t>(child_offsets_[count]));
  depths_.assign(child_offsets_.begin(), child_offsets_.end() - 1);  // work space: the next free place of each token
  for (std::size_t i = 0; i < count; ++i) {
    if (heads_[i] == none) continue;
    children_[static_cast<std::size_t>(depths_[static_cast<std::size_t>(heads_[i])]++)] = static_cast<Index>(i);
  }
}

void Tree::walk() {
  const std::size_t count = heads_.size();
  depths_.assign(count, 0);
  preorder_.assign(count, none);
  counts_.assign(count, 1);
  spans_.resize(count);
  order_.clear();
  order_.reserve(count);
  std::vector<Index>& pending = counts_;  // a stack needs at most one place a token, and the counts are filled only afterwards
  for (std::size_t start = 0; start < count; ++start) {
    if (heads_[start] != none) continue;
    std::size_t waiting = 0;
    pending[waiting++] = static_cast<Index>(start);
    while (waiting > 0) {
      const Index i = pending[--waiting];
      preorder_[static_cast<std::size_t>(i)] = static_cast<Index>(order_.size());
      order_.push_back(i);
      const auto below = children(i);
      for (auto child = below.rbegin(); child != below.rend(); ++child) {
        depths_[static_cast<std::size_t>(*child)] = depths_[static_cast<std::size_t>(i)] + 1;
        pending[waiting++] = *child;
      }
    }
  }
  if (order_.size() < count) {
    for (std::size_t i = 0; i < count; ++i) {
      if (preorder_[i] == none) heads_[i] = none;  // on a cycle or below one
    }
    if (root_ == none) root_ = 0;
    order_children();
    return walk();
  }
  counts_.assign(count, 1);
  for (std::size_t i = 0; i < count; ++i) spans_[i] = {static_cast<Index>(i), static_cast<Index>(i) + 1};
  for (auto i = order_.rbegin(); i != order_.rend(); ++i) {
    const Index head = heads_[static_cast<std::size_t>(*i)];
    if (head == none) continue;
    const Span& below = spans_[static_cast<std::size_t>(*i)];
    Span& above = spans_[static_cast<std::size_t>(head)];
    above.first = std::min(above.first, below.first);
    above.last = std::max(above.last, below.last);
    counts_[static_cast<std::size_t>(head)] += counts_[static_cast<std::size_t>(*i)];
  }
}

std::span<const Tree::Index> Tree::children(Index i) const {
  const auto begin = static_cast<std::size_t>(child_offsets_[static_cast<std::size_t>(i)]);
  const auto end = static_cast<std::size_t>(child_offsets_[static_cast<std::size_t>(i) + 1]);
  return {children_.data() + begin, end - begin};
}

Tree::Index Tree::child(Index i, Relation relation) const {
  for (const Index child : children(i)) {
    if (token(child).relation == relation) return child;
  }
  return none;
}

Tree::Index Tree::child(Index i, std::initializer_list<Relation> relations) const {
  for (const Relation relation : relations) {
    if (const Index found = child(i, relation); found != none) return found;
  }
  return none;
}

std::vector<Tree::Index> Tree::children(Index i, Relation relation) const {
  std::vector<Index> found;
  for (const Index child : children(i)) {
    if (token(child).relation == relation) found.push_back(child);
  }
  return found;
}

bool Tree::is_within(Index i, Index ancestor) const {
  const Index rank = preorder_[static_cast<std::size_t>(i)], first = preorder_[static_cast<std::size_t>(ancestor)];
  return first <= rank && rank < first + counts_[static_cast<std::size_t>(ancestor)];
}

std::vector<Tree::Index> Tree::governors(Index i) const {
  std::vector<Index> path;
  for (Index above = governor(i); above != none; above = governor(above)) path.push_back(above);
  return path;
}

Tree::Span Tree::span(Index i) const { return spans_[static_cast<std::size_t>(i)]; }

std::vector<Tree::Index> Tree::yield(Index i) const {
  const auto begin = order_.begin() + preorder_[static_cast<std::size_t>(i)];
  std::vector<Index> tokens(begin, begin + counts_[static_cast<std::size_t>(i)]);
  std::sort(tokens.begin(), tokens.end());
  return tokens;
}

std::string_view Tree::text(Span span) const {
  if (span.first >= span.last) return {};
  const std::string_view first = token(span.first).text, last = token(span.last - 1).text;
  return {first.data(), static_cast<std::size_t>(last.data() + last.size() - first.data())};
}

Tree::Index Tree::head(Span span) const {
  Index found = none;
  for (Index i = span.first; i < span.last; ++i) {
    if (governor(i) != none && span.contains(governor(i))) continue;
    if (found == none || depth(i) < depth(found)) found = i;
  }
  return found;
}

Tree::Index Tree::first_conjunct(Index i) const {
  while (token(i).relation == Relation::conj && governor(i) != none) i = governor(i);
  return i;
}

std::vector<Tree::Index> Tree::conjuncts(Index i) const {
  std::vector<Index> members{i};
  for (std::size_t next = 0; next < members.size(); ++next) {
    for (const Index child : children(members[next])) {
      if (token(child).relation == Relation::conj) members.push_back(child);
    }
  }
  std::sort(members.begin(), members.end());
  return members;
}

}  // namespace attache
