#include "coding/scan_triggers.h"

#include "language/scan.h"

#include <algorithm>
#include <utility>

namespace attache::coding {
namespace {

/// How little a set tells of which the sentence must have a word: as much as its commonest word; of those alike a small one tells more.
std::pair<int, std::size_t> commonness(const WordSet& words, const Vocabulary& vocabulary) {
  int most = 0;
  for (const WordId word : words) most = std::max(most, commonness_in_text(vocabulary.word(word)));
  return {most, words.size()};
}

/// The sets of which the sentence must have a word each, those that tell most first: the trigger's words, and what its frame asks for.
std::vector<const WordSet*> needed(const Trigger& trigger, const Frame* frame, const Vocabulary& vocabulary) {
  std::vector<const WordSet*> sets;
  for (const WordSet& words : trigger.words) sets.push_back(&words);
  if (frame && !frame->with.empty()) sets.push_back(&frame->with);
  std::stable_sort(sets.begin(), sets.end(),
                   [&](const WordSet* one, const WordSet* other) { return commonness(*one, vocabulary) < commonness(*other, vocabulary); });
  return sets;
}

}  // namespace

std::vector<std::string> scan_triggers(const FrameLexicon& lexicon) {
  const Vocabulary& vocabulary = lexicon.vocabulary();
  std::vector<std::string> lemmas;
  for (std::uint32_t t = 0; t < lexicon.trigger_count(); ++t) {
    const Trigger& trigger = lexicon.trigger(t);
    const bool alone = trigger.owner == TriggerOwner::operation && lexicon.operators()[trigger.index].alone >= 0;
    if ((trigger.owner != TriggerOwner::frame && !alone) || trigger.words.empty()) continue;
    const auto sets = needed(trigger, alone ? nullptr : &lexicon.frames()[trigger.index], vocabulary);
    for (const WordId first : *sets[0]) {
      const std::string word(vocabulary.word(first));
      if (sets.size() == 1) {
        lemmas.push_back(word);
        continue;
      }
      for (const WordId second : *sets[1]) lemmas.push_back(word + ' ' + std::string(vocabulary.word(second)));
    }
  }
  std::sort(lemmas.begin(), lemmas.end());
  lemmas.erase(std::unique(lemmas.begin(), lemmas.end()), lemmas.end());
  return lemmas;
}

}  // namespace attache::coding
