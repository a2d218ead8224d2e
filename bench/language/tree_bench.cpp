/// Trees a second: what the coder pays before it looks at a sentence.

#include "language/conllu.h"
#include "language/tree.h"

#include <benchmark/benchmark.h>

namespace attache {
namespace {

/// A right-branching sentence of that many words, with a leaf on every other.
Sentence sentence_of(std::int32_t words) {
  Sentence sentence;
  sentence.tokens.resize(static_cast<std::size_t>(words));
  for (std::int32_t i = 0; i < words; ++i) {
    Token& token = sentence.tokens[static_cast<std::size_t>(i)];
    token.head = i % 2 == 0 ? i - 2 : i - 1;
    if (i == 0) token.head = -1;
    token.relation = i % 2 == 0 ? Relation::conj : Relation::nsubj;
  }
  return sentence;
}

void build_tree(benchmark::State& state) {
  const Sentence sentence = sentence_of(static_cast<std::int32_t>(state.range(0)));
  Tree tree;
  for (auto _ : state) {
    tree.rebuild(sentence);
    benchmark::DoNotOptimize(tree.root());
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(build_tree)->Arg(25)->Arg(400);

void find_understood_subjects(benchmark::State& state) {
  const Sentence sentence = sentence_of(25);
  const Tree tree(sentence);
  for (auto _ : state) {
    for (Tree::Index i = 0; i < tree.size(); ++i) benchmark::DoNotOptimize(tree.understood_subject(i));
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(find_understood_subjects);

}  // namespace
}  // namespace attache
