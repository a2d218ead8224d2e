#include "knowledge/actors/nation_focus.h"

#include <algorithm>

namespace attache::knowledge {
namespace {

/// What is left of a mention's weight one sentence on.
constexpr double memory = 0.75;

/// What a nation named anywhere in the page weighs beside one just named.
constexpr double foresight = 0.08;

}  // namespace

void NationFocus::foresee(std::string_view code, double weight) {
  if (is_state_code(code)) foreseen_[std::string(code)] += weight * foresight;
}

void NationFocus::mention(std::string_view code, double weight) {
  if (is_state_code(code)) recent_[std::string(code)] += weight;
}

void NationFocus::next_sentence() {
  for (auto& [code, weight] : recent_) weight *= memory;
}

std::string_view NationFocus::nation() const {
  std::string_view best;
  double most = 0;
  for (const auto& [code, weight] : foreseen_) {
    const auto recent = recent_.find(code);
    const double sum = weight + (recent == recent_.end() ? 0 : recent->second);
    if (sum > most) {
      most = sum;
      best = code;
    }
  }
  return best;
}

double NationFocus::share() const {
  double most = 0, all = 0;
  for (const auto& [code, weight] : foreseen_) {
    const auto recent = recent_.find(code);
    const double sum = weight + (recent == recent_.end() ? 0 : recent->second);
    most = std::max(most, sum);
    all += sum;
  }
  return all > 0 ? most / all : 0;
}

bool is_state_code(std::string_view code) {
  static constexpr std::string_view organisations[] = {"", "UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC"};
  return std::find(std::begin(organisations), std::end(organisations), code) == std::end(organisations);
}

}  // namespace attache::knowledge
