#include "coding/confidence.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <string_view>

namespace attache::coding {
namespace {

double three_places(double value) { return std::clamp(std::round(value * 1000) / 1000, 0.0, 1.0); }

/// A tree read from a file carries no margin; it is taken as sure.
double parse_of(double margin) { return margin > 0 ? margin / (margin + 1.0) : 0.9; }

bool has_unknown(const Participants& side) {
  return std::any_of(side.begin(), side.end(), [](const Participant& participant) { return !is_known(*participant.entity); });
}

/// Whom nobody knows cannot be mistaken for another: only that they stand there can be wrong.
double least_certainty(const Draft& draft) {
  double least = 1;
  for (const auto* side : {&draft.actor, &draft.recipient}) {
    for (const auto& participant : *side) {
      if (is_known(*participant.entity)) least = std::min(least, static_cast<double>(participant.certainty));
    }
  }
  return least;
}

double log_odds(double probability) {
  constexpr double kMost = 4;
  const double held = std::clamp(probability, 1e-6, 1 - 1e-6);
  return std::clamp(std::log(held / (1 - held)), -kMost, kMost) / kMost;
}

/// Pronouns, and words by which nobody is named outright: who they are depends on what stood before.
bool any_via(const Draft& draft, std::initializer_list<std::string_view> ways) {
  const auto is_one = [&](const Participant& participant) { return !participant.entity->code.empty() && std::find(ways.begin(), ways.end(), participant.entity->via) != ways.end(); };
  return std::any_of(draft.actor.begin(), draft.actor.end(), is_one) || std::any_of(draft.recipient.begin(), draft.recipient.end(), is_one);
}

/// How far the least certain of those with a code is from certain.
double doubt_of_codes(const Draft& draft) {
  double doubt = 0;
  for (const auto* side : {&draft.actor, &draft.recipient}) {
    for (const auto& participant : *side) {
      if (!participant.entity->code.empty()) doubt = std::max(doubt, 1 - static_cast<double>(participant.certainty));
    }
  }
  return doubt;
}

double weighted(std::span<const double> evidence, std::span<const double> weights) {
  double sum = 0;
  for (std::size_t i = 0; i < std::min(evidence.size(), weights.size()); ++i) sum += evidence[i] * weights[i];
  return 1 / (1 + std::exp(-sum));
}

}  // namespace

Evidence evidence_of(const Draft& draft, float parse_margin, const std::optional<TypeScores>& judged) {
  const bool one_sided = draft.actor.empty() || (draft.recipient.empty() && draft.actor.size() < 2);
  const double type = judged ? log_odds((*judged)[static_cast<std::size_t>(draft.kind.type)]) : 0;
  const auto flag = [](bool holds) { return holds ? 1.0 : 0.0; };
  Evidence evidence;
  evidence.telling = {1,
                      parse_of(parse_margin),
                      least_certainty(draft),
                      flag(one_sided),
                      flag(has_unknown(draft.actor) || has_unknown(draft.recipient)),
                      flag(draft.match.words.size() > 1),
                      flag(draft.frame->requires_actor || draft.frame->requires_recipient),
                      static_cast<double>(std::min<std::size_t>(3, draft.outer.size())),
                      flag(judged.has_value()),
                      type,
                      judged ? log_odds((*judged)[event_type_count]) : 0.0,
                      std::max(0.0, type),
                      flag(draft.proposed),
                      flag(draft.trigger->word_class == WordClass::noun),
                      flag(draft.moods == 0)};
  evidence.resolution = {1, doubt_of_codes(draft), flag(any_via(draft, {"pronoun"})), flag(any_via(draft, {"coreference", "event"}))};
  return evidence;
}

double calibrated_confidence(const Evidence& evidence, const ConfidenceWeights& weights) {
  const double resolution = weights.resolution.empty() ? 1 : weighted(evidence.resolution, weights.resolution);
  return three_places(weighted(evidence.telling, weights.telling) * resolution);
}

double plain_confidence(const Draft& draft, float parse_margin) {
  double people = least_certainty(draft);
  for (const auto* side : {&draft.actor, &draft.recipient}) {
    if (side->empty()) people *= 0.9;
    if (has_unknown(*side)) people *= 0.8;
  }
  const double trigger = draft.match.words.size() == 1 ? 0.8 : 0.9;
  return three_places(parse_of(parse_margin) * people * trigger * std::pow(0.95, static_cast<double>(draft.outer.size())));
}

}  // namespace attache::coding
