#pragma once
/// Small questions about a word's letters that the readers of quantities share.

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace attache::knowledge::quantity {

/// ASCII comparison without case; `lower` in lower case.
inline bool equals(std::string_view text, std::string_view lower) {
  return text.size() == lower.size() &&
         std::equal(text.begin(), text.end(), lower.begin(), [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; });
}

inline bool is_one_of(std::string_view text, std::initializer_list<std::string_view> lower_words) {
  return std::any_of(lower_words.begin(), lower_words.end(), [&](std::string_view word) { return equals(text, word); });
}

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace attache::knowledge::quantity
