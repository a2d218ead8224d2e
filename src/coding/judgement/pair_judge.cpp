#include "coding/judgement/pair_judge.h"

#include "coding/composer.h"

#include <algorithm>

namespace attache::coding {
namespace {

/// The tokens that the code points touch; empty when they lie outside the sentence.
Tree::Span tokens_at(const Sentence& sentence, const TextSpan& span) {
  Tree::Span tokens{0, 0};
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    const Token& token = sentence.tokens[i];
    if (token.end <= span.start || span.end <= token.start) continue;
    if (tokens.last == 0) tokens.first = static_cast<Index>(i);
    tokens.last = static_cast<Index>(i) + 1;
  }
  return tokens;
}

bool holds(const Sentence& sentence, const TextSpan& span) {
  const auto tokens = tokens_at(sentence, span);
  return sentence.parsed && tokens.first < tokens.last;
}

}  // namespace

std::vector<Feature> features_of(const RelatedPair& pair, std::span<const Sentence> sentences, std::span<const SentenceMentions> mentions, const FrameLexicon& lexicon) {
  std::vector<Feature> features;
  auto found = std::find_if(sentences.begin(), sentences.end(), [&](const Sentence& sentence) { return holds(sentence, pair.actor); });
  if (found == sentences.end()) found = std::find_if(sentences.begin(), sentences.end(), [&](const Sentence& sentence) { return holds(sentence, pair.recipient); });
  if (found == sentences.end()) return features;
  SentenceView view;
  view.rebuild(*found, mentions[static_cast<std::size_t>(found - sentences.begin())], lexicon.vocabulary());
  Matches matches;
  find_matches(view, lexicon, matches);
  EntityStore store;
  EventMemory memory;
  Composer composer(view, lexicon, store, memory);
  const auto drafts = composer.compose(matches);
  PairFeatures(lexicon).describe(view, matches, drafts, {tokens_at(*found, pair.actor), tokens_at(*found, pair.recipient)}, features);
  return features;
}

Judgement judge(const PairModel& model, std::span<const Feature> features) {
  Judgement judgement;
  if (features.empty()) return judgement;
  const TypeScores scores = model.types(features);
  for (std::size_t type = 0; type < event_type_count; ++type) judgement.scores.emplace_back(name_of(static_cast<EventType>(type)), scores[type]);
  judgement.scores.emplace_back("none", scores[event_type_count]);
  // The pair was given: what is asked is the type, and the score of none says how likely there is no event.
  const auto best = static_cast<EventType>(std::max_element(scores.begin(), scores.begin() + event_type_count) - scores.begin());
  judgement.event = name_of(best);
  judgement.mode = model.mode(features, best);
  if (!model.has_own_types()) return judgement;
  for (std::size_t type = 0; type < event_type_count; ++type) {
    for (const auto& [own, likelihood] : model.own_types(features, static_cast<EventType>(type))) {
      judgement.own_scores.emplace_back(own, likelihood * scores[type]);
      if (static_cast<EventType>(type) == best && likelihood > 0.5) judgement.own_type = own;
    }
  }
  return judgement;
}

}  // namespace attache::coding
