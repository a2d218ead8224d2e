#pragma once
/// Finds counts and sums: how many people, how much money.

#include <attache/mention.h>
#include <attache/sentence.h>

#include <span>
#include <vector>

namespace attache::knowledge {

/// Appends the sentence's quantities in order of their first token. Numbers that stand in `dates`, and ordinals, ages, times of
/// day, years and the numbers of resolutions and the like, are no quantities. Vague counts have the range that newspapers mean:
/// "dozens" 24 to 99, "hundreds" 200 to 999, "several" 3 to 9.
void find_quantities(const Sentence& sentence, std::span<const DateMention> dates, std::vector<QuantityMention>& quantities);

}  // namespace attache::knowledge
