#include "knowledge/actors/nation_focus.h"

#include <algorithm>

namespace attache::knowledge {
namespace {

/// What is left of a mention's weight one sentence on.
constexpr double memory = 0.75;

/// What a nation named anywhere in the page weighs beside one just named.
constexpr double foresight = 0.08;

std::string_view last_word(std::string_view phrase) {
  const std::size_t blank = phrase.rfind(' ');
  return blank == std::string_view::npos ? phrase : phrase.substr(blank + 1);
}

}  // namespace

void NationFocus::foresee(std::string_view code, double weight) {
  if (is_state_code(code)) foreseen_[std::string(code)] += weight * foresight;
}

void NationFocus::foresee_noun(std::string_view phrase, std::string_view code) {
  if (is_state_code(code) && !phrase.empty()) of_nouns_[std::string(last_word(phrase))].insert(std::string(code));
}

std::string NationFocus::nation_of_noun(std::string_view phrase) const {
  const auto found = of_nouns_.find(last_word(phrase));
  return found != of_nouns_.end() && found->second.size() == 1 ? *found->second.begin() : std::string{};
}

void NationFocus::mention(std::string_view code, double weight) {
  if (is_state_code(code)) recent_[std::string(code)] += weight;
}

void NationFocus::next_sentence() {
  for (auto& [code, weight] : recent_) weight *= memory;
}

double NationFocus::weight(std::string_view code, double foreseen) const {
  const auto recent = recent_.find(code);
  return foreseen + (recent == recent_.end() ? 0 : recent->second);
}

std::vector<std::string> NationFocus::nations() const {
  std::vector<std::pair<double, std::string>> ranked;
  for (const auto& [code, foreseen] : foreseen_) ranked.emplace_back(weight(code, foreseen), code);
  std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::string> nations;
  for (auto& [sum, code] : ranked) nations.push_back(std::move(code));
  return nations;
}

double NationFocus::share(std::string_view nation) const {
  double own = 0, all = 0;
  for (const auto& [code, foreseen] : foreseen_) {
    const double sum = weight(code, foreseen);
    if (code == nation) own = sum;
    all += sum;
  }
  return all > 0 ? own / all : 0;
}

bool is_state_code(std::string_view code) {
  static constexpr std::string_view organisations[] = {"", "UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC"};
  return std::find(std::begin(organisations), std::end(organisations), code) == std::end(organisations);
}

}  // namespace attache::knowledge
