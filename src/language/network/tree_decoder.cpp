#include "language/network/tree_decoder.h"

#include <algorithm>
#include <limits>

namespace attache::language {
namespace {

constexpr double kForbidden = -1e18;
/// Taken from every arc of the root: a second word under it never pays.
constexpr double kRootPenalty = 1e7;

/// A square matrix of scores; node 0 is the root, `at(dependent, head)`.
class ScoreMatrix {
 public:
  explicit ScoreMatrix(std::size_t nodes) : nodes_(nodes), scores_(nodes * nodes, kForbidden) {}
  double& at(std::size_t dependent, std::size_t head) { return scores_[dependent * nodes_ + head]; }
  double at(std::size_t dependent, std::size_t head) const { return scores_[dependent * nodes_ + head]; }
  std::size_t nodes() const { return nodes_; }

 private:
  std::size_t nodes_;
  std::vector<double> scores_;
};

/// Each node's best head; nodes 1… only.
std::vector<std::size_t> best_heads(const ScoreMatrix& scores) {
  std::vector<std::size_t> heads(scores.nodes(), 0);
  for (std::size_t d = 1; d < scores.nodes(); ++d) {
    std::size_t best = 0;
    double highest = scores.at(d, 0);
    for (std::size_t h = 1; h < scores.nodes(); ++h) {
      if (h == d || scores.at(d, h) <= highest) continue;
      best = h;
      highest = scores.at(d, h);
    }
    heads[d] = best;
  }
  return heads;
}

/// A cycle among the heads, or nothing.
std::vector<std::size_t> find_cycle(const std::vector<std::size_t>& heads) {
  std::vector<std::size_t> seen_from(heads.size(), 0);
  for (std::size_t start = 1; start < heads.size(); ++start) {
    std::size_t node = start;
    while (node != 0 && seen_from[node] == 0) {
      seen_from[node] = start;
      node = heads[node];
    }
    if (node == 0 || seen_from[node] != start) continue;
    std::vector<std::size_t> cycle = {node};
    for (std::size_t next = heads[node]; next != node; next = heads[next]) cycle.push_back(next);
    return cycle;
  }
  return {};
}

/// One contraction: a smaller graph in which the cycle is a single node, and how to read its tree back.
struct Contraction {
  std::vector<std::size_t> heads;      ///< The best heads in the larger graph.
  std::vector<std::size_t> cycle;
  std::vector<std::size_t> outside;    ///< Nodes kept, in order; the cycle is the node after them.
  std::vector<std::size_t> leaves_by;  ///< For each kept node, the cycle's node that would govern it.
  std::vector<std::size_t> enters_at;  ///< For each kept node, the cycle's node it would govern.
};

ScoreMatrix contract(const ScoreMatrix& scores, Contraction& c) {
  std::vector<bool> in_cycle(scores.nodes(), false);
  double cycle_score = 0;
  for (const auto node : c.cycle) {
    in_cycle[node] = true;
    cycle_score += scores.at(node, c.heads[node]);
  }
  for (std::size_t node = 0; node < scores.nodes(); ++node) {
    if (!in_cycle[node]) c.outside.push_back(node);
  }
  const std::size_t merged = c.outside.size();
  ScoreMatrix smaller(merged + 1);
  c.leaves_by.assign(merged, 0);
  c.enters_at.assign(merged, 0);
  for (std::size_t i = 0; i < merged; ++i) {
    const std::size_t node = c.outside[i];
    for (std::size_t j = 0; j < merged; ++j) {
      if (i != j) smaller.at(i, j) = scores.at(node, c.outside[j]);
    }
    double best_leave = -std::numeric_limits<double>::infinity(), best_enter = best_leave;
    for (const auto member : c.cycle) {
      if (scores.at(node, member) > best_leave) {
        best_leave = scores.at(node, member);
        c.leaves_by[i] = member;
      }
      const double enter = cycle_score + scores.at(member, node) - scores.at(member, c.heads[member]);
      if (enter > best_enter) {
        best_enter = enter;
        c.enters_at[i] = member;
      }
    }
    if (i > 0) smaller.at(i, merged) = best_leave;
    smaller.at(merged, i) = best_enter;
  }
  return smaller;
}

std::vector<std::size_t> expand(const Contraction& c, const std::vector<std::size_t>& smaller) {
  std::vector<std::size_t> heads = c.heads;
  const std::size_t merged = c.outside.size();
  for (std::size_t i = 1; i < merged; ++i) heads[c.outside[i]] = smaller[i] == merged ? c.leaves_by[i] : c.outside[smaller[i]];
  heads[c.enters_at[smaller[merged]]] = c.outside[smaller[merged]];
  return heads;
}

std::vector<std::size_t> maximum_tree(ScoreMatrix scores) {
  std::vector<Contraction> contractions;
  std::vector<std::size_t> heads = best_heads(scores);
  for (auto cycle = find_cycle(heads); !cycle.empty(); cycle = find_cycle(heads)) {
    contractions.push_back({std::move(heads), std::move(cycle), {}, {}, {}});
    scores = contract(scores, contractions.back());
    heads = best_heads(scores);
  }
  for (auto c = contractions.rbegin(); c != contractions.rend(); ++c) heads = expand(*c, heads);
  return heads;
}

/// True when the heads form a tree with one word under the root; counted from 0, -1 for the root.
bool is_single_root_tree(const std::vector<std::int32_t>& heads) {
  if (std::count(heads.begin(), heads.end(), -1) != 1) return false;
  std::vector<std::size_t> nodes(heads.size() + 1, 0);
  for (std::size_t i = 0; i < heads.size(); ++i) nodes[i + 1] = static_cast<std::size_t>(heads[i]) + 1;
  return find_cycle(nodes).empty();
}

}  // namespace

std::vector<std::int32_t> decode_tree(std::span<const float> scores, std::span<const std::int32_t> best) {
  const std::size_t words = best.size();
  std::vector<std::int32_t> heads(best.begin(), best.end());
  if (is_single_root_tree(heads)) return heads;

  ScoreMatrix matrix(words + 1);
  for (std::size_t d = 0; d < words; ++d) {
    for (std::size_t h = 0; h <= words; ++h) {
      if (h != d + 1) matrix.at(d + 1, h) = static_cast<double>(scores[d * (words + 1) + h]) - (h == 0 ? kRootPenalty : 0);
    }
  }
  const auto tree = maximum_tree(std::move(matrix));
  for (std::size_t d = 0; d < words; ++d) heads[d] = static_cast<std::int32_t>(tree[d + 1]) - 1;
  return heads;
}

}  // namespace attache::language
