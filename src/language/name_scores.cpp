#include "language/name_scores.h"

#include <algorithm>
#include <fmt/format.h>

namespace attache {
namespace {

NameAgreement score(const Sentence& gold, const Sentence& system) {
  NameAgreement scores;
  const auto right = name_spans(gold.tokens), given = name_spans(system.tokens);
  const auto each = [&](std::span<const NameSpan> spans, std::uint64_t Agreement::*count) {
    for (const NameSpan& span : spans) {
      ++(scores.all.*count);
      ++(scores.kinds[static_cast<std::size_t>(span.kind)].*count);
    }
  };
  std::vector<NameSpan> both;
  std::copy_if(given.begin(), given.end(), std::back_inserter(both), [&](const NameSpan& s) { return std::find(right.begin(), right.end(), s) != right.end(); });
  each(right, &Agreement::gold);
  each(given, &Agreement::system);
  each(both, &Agreement::correct);
  return scores;
}

}  // namespace

NameAgreement& NameAgreement::operator+=(const NameAgreement& other) {
  all += other.all;
  for (std::size_t i = 0; i < kinds.size(); ++i) kinds[i] += other.kinds[i];
  return *this;
}

NameEvaluation evaluate_names(std::span<const NamedDocument> gold, const NameFunction& find) {
  NameEvaluation evaluation;
  for (const NamedDocument& document : gold) {
    NamedDocument found = document;
    for (Sentence& sentence : found) {
      for (Token& token : sentence.tokens) token.name = NameTag::none;
    }
    find(found);
    for (std::size_t i = 0; i < document.size(); ++i) {
      evaluation.sentences.push_back(score(document[i], found[i]));
      evaluation.total += evaluation.sentences.back();
    }
  }
  return evaluation;
}

std::string to_table(const NameEvaluation& evaluation) {
  std::string table = fmt::format("{:<16}{:>10}{:>10}{:>10}{:>18}{:>10}\n", "names", "precision", "recall", "F1", "95 % interval", "gold");
  const auto row = [&](std::string_view title, const auto& measure) {
    const Agreement& total = measure(evaluation.total);
    std::vector<Agreement> sentences;
    for (const auto& scores : evaluation.sentences) sentences.push_back(measure(scores));
    const auto [low, high] = confidence_interval(sentences);
    table += fmt::format("{:<16}{:>10.2f}{:>10.2f}{:>10.2f}{:>18}{:>10}\n", title, 100 * total.precision(), 100 * total.recall(), 100 * total.f1(),
                         fmt::format("{:.2f}\u2013{:.2f}", 100 * low, 100 * high), total.gold);
  };
  row("all", [](const NameAgreement& scores) -> const Agreement& { return scores.all; });
  for (std::size_t kind = 0; kind < kNameKinds; ++kind) {
    row(name_of(static_cast<NameKind>(kind)), [kind](const NameAgreement& scores) -> const Agreement& { return scores.kinds[kind]; });
  }
  return table;
}

}  // namespace attache
