#pragma once
/// Small questions about a word's letters that the readers of calendar expressions share.

#include <attache/sentence.h>

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace attache::knowledge {

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// ASCII comparison without case; `lower` in lower case.
inline bool equals(std::string_view text, std::string_view lower) {
  return text.size() == lower.size() &&
         std::equal(text.begin(), text.end(), lower.begin(), [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; });
}

inline bool is_one_of(std::string_view text, std::initializer_list<std::string_view> lower_words) {
  return std::any_of(lower_words.begin(), lower_words.end(), [&](std::string_view word) { return equals(text, word); });
}

inline bool is_capital(std::string_view text) { return !text.empty() && text.front() >= 'A' && text.front() <= 'Z'; }

inline bool is_lower(std::string_view text) { return !text.empty() && text.front() >= 'a' && text.front() <= 'z'; }

inline bool in_person_name(const Token& token) { return token.name == NameTag::begin_person || token.name == NameTag::inside_person; }

/// "2012-05-03" of "2012-05-03T22:30Z": the date in front of a time of day, whose zone does not move it; else the text as it is.
inline std::string_view without_time(std::string_view text) {
  constexpr std::size_t date = 10;
  const bool timestamp = text.size() > date + 2 && text[4] == '-' && text[7] == '-' && text[date] == 'T' && is_digit(text[date + 1]) && is_digit(text[date + 2]);
  return timestamp ? text.substr(0, date) : text;
}

/// Four digits are read as a year between these; what stands before and after decides whether they are one.
constexpr int first_year = 1400;
constexpr int last_year = 2200;

constexpr int months_in_year = 12;

}  // namespace attache::knowledge
