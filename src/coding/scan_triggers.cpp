#include "coding/scan_triggers.h"

#include <algorithm>

namespace attache::coding {
namespace {

/// The words of which one must stand beside the trigger's head: the smallest set of its further words, else what its frame asks for.
/// Nothing when the head suffices.
const WordSet* company(const Trigger& trigger, const Frame* frame) {
  const WordSet* smallest = nullptr;
  for (std::size_t i = 1; i < trigger.words.size(); ++i) {
    if (smallest == nullptr || trigger.words[i].size() < smallest->size()) smallest = &trigger.words[i];
  }
  return smallest != nullptr || !frame || frame->with.empty() ? smallest : &frame->with;
}

}  // namespace

std::vector<std::string> scan_triggers(const FrameLexicon& lexicon) {
  std::vector<std::string> lemmas;
  for (std::uint32_t t = 0; t < lexicon.trigger_count(); ++t) {
    const Trigger& trigger = lexicon.trigger(t);
    const bool alone = trigger.owner == TriggerOwner::operation && lexicon.operators()[trigger.index].alone >= 0;
    if ((trigger.owner != TriggerOwner::frame && !alone) || trigger.words.empty()) continue;
    const WordSet* others = company(trigger, alone ? nullptr : &lexicon.frames()[trigger.index]);
    for (const WordId head : trigger.words.front()) {
      const std::string word(lexicon.vocabulary().word(head));
      if (others == nullptr) {
        lemmas.push_back(word);
        continue;
      }
      for (const WordId other : *others) lemmas.push_back(word + ' ' + std::string(lexicon.vocabulary().word(other)));
    }
  }
  std::sort(lemmas.begin(), lemmas.end());
  lemmas.erase(std::unique(lemmas.begin(), lemmas.end()), lemmas.end());
  return lemmas;
}

}  // namespace attache::coding
