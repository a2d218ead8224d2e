#include "coding/judgement/verdict.h"

#include <fmt/format.h>

#include <algorithm>

namespace attache::coding {
namespace {

/// So sure the classifier must be that nothing happens.
constexpr double kSureOfNothing = 0.8;
/// So sure that it is something else, while the draft's own type is hardly likely.
constexpr double kSureOfAnother = 0.8;
constexpr double kHardlyLikely = 0.1;

}  // namespace

void Verdict::correct(Draft& draft, EventType type, const Pair& pair) const {
  draft.kind.type = type;
  draft.kind.mode = opinions_.mode(pair, type);
  draft.kind.cameo = lexicon_.ontology().cameo_for(type, draft.kind.mode);
}

void Verdict::name_own_type(Draft& draft, const Pair& pair) const {
  draft.own_type = opinions_.own_type(pair, draft.kind.type);
  if (!draft.own_type.empty()) draft.trace.steps.push_back("the classifier takes it for " + draft.own_type);
}

void Verdict::pass(std::vector<Draft>& drafts) {
  for (Draft& draft : drafts) {
    if (!draft.alive()) continue;
    const auto pair = opinions_.pair_of(draft);
    if (!pair) continue;
    const TypeScores scores = *opinions_.of(draft, drafts);
    const auto best = static_cast<EventType>(std::max_element(scores.begin(), scores.begin() + event_type_count) - scores.begin());
    const double own = scores[static_cast<std::size_t>(draft.kind.type)], other = scores[static_cast<std::size_t>(best)], nothing = scores[event_type_count];
    const auto own_name = name_of(draft.kind.type);
    if (nothing >= kSureOfNothing) {
      draft.why_not = fmt::format("rejected by the classifier: none {:.2f}, {} {:.2f}", nothing, own_name, own);
    } else if (best != draft.kind.type && other >= kSureOfAnother && own <= kHardlyLikely) {
      correct(draft, best, *pair);
      draft.trace.steps.push_back(fmt::format("corrected by the classifier: {} {:.2f}, {} {:.2f}, none {:.2f}", name_of(best), other, own_name, own, nothing));
    } else if (best != draft.kind.type) {
      draft.trace.steps.push_back(fmt::format("the classifier: {} {:.2f}, {} {:.2f}, none {:.2f}", own_name, own, name_of(best), other, nothing));
    } else {
      draft.trace.steps.push_back(fmt::format("the classifier: {} {:.2f}, none {:.2f}", own_name, own, nothing));
    }
    if (draft.alive() && draft.kind.type == best) name_own_type(draft, *pair);
  }
}

}  // namespace attache::coding
