#include "knowledge/actors/capitals.h"

#include <algorithm>

namespace attache::knowledge {

bool is_acronym(std::string_view text) {
  const auto fits = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
  return text.size() >= 2 && begins_with_capital(text) && std::all_of(text.begin(), text.end(), fits);
}

bool has_inner_capital(std::string_view text) {
  bool small = false;
  for (const char c : text) {
    if (c >= 'A' && c <= 'Z' && small) return true;
    small = small || (c >= 'a' && c <= 'z');
  }
  return false;
}

bool is_in_capitals(std::span<const NameWord> words) {
  const auto upper = std::count_if(words.begin(), words.end(), [](const NameWord& word) { return word.upper; });
  return words.size() >= 3 && static_cast<std::size_t>(upper) * 3 > words.size() * 2;
}

bool is_in_title_case(std::span<const NameWord> words) {
  const auto capitals = std::count_if(words.begin(), words.end(), [](const NameWord& word) { return word.capital; });
  return words.size() >= 4 && static_cast<std::size_t>(capitals) * 4 >= words.size() * 3;
}

}  // namespace attache::knowledge
