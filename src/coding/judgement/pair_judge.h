#pragma once
/// Judges what happens between a given actor and a given recipient of a sentence.

#include "coding/coder.h"
#include "coding/judgement/pair_model.h"

#include <attache/mention.h>
#include <attache/related_pair.h>
#include <attache/sentence.h>

#include <span>
#include <vector>

namespace attache::coding {

/// The features of the pair whose participants stand at these code points of a text of one block. The text's sentence is the one that holds the
/// actor, or, when none does, the recipient. Empty when neither stands in a parsed sentence.
std::vector<Feature> features_of(const RelatedPair& pair, std::span<const Sentence> sentences, std::span<const SentenceMentions> mentions, const FrameLexicon& lexicon);

Judgement judge(const PairModel& model, std::span<const Feature> features);

}  // namespace attache::coding
