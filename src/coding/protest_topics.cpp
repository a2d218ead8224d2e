#include "coding/protest_topics.h"

#include <algorithm>
#include <cstdlib>
#include <string>

namespace attache::coding {

void refine_protest(Draft& draft, const SentenceView& view, const FrameLexicon& lexicon) {
  constexpr std::size_t general_code = 3;
  if (draft.kind.type != EventType::protest || draft.kind.cameo.size() != general_code) return;
  const auto& topics = lexicon.modality().topics;
  const Index trigger = draft.match.head();
  Index nearest = view.size();
  std::size_t topic = topics.size();
  for (Index at = 0; at < view.size(); ++at) {
    const Index distance = std::abs(at - trigger);
    if (distance >= nearest || !view.tree().is_within(at, draft.top)) continue;
    if (std::find(draft.match.words.begin(), draft.match.words.end(), at) != draft.match.words.end()) continue;
    const auto about = std::find_if(topics.begin(), topics.end(), [&](const WordSet& words) { return view.is_one_of(at, words); });
    if (about == topics.end()) continue;
    nearest = distance;
    topic = static_cast<std::size_t>(about - topics.begin());
  }
  if (topic == topics.size()) return;
  const std::string code = draft.kind.cameo + std::to_string(topic + 1);
  if (const CameoInfo* known = lexicon.ontology().cameo(code); known && known->type == EventType::protest) draft.kind.cameo = code;
}

}  // namespace attache::coding
