#pragma once
/// Whether a short list holds a value.

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <string_view>

namespace attache {

/// Looks through the list from its beginning: for the few words, tokens or codes that a rule names.
template <typename List, typename Value>
bool contains(const List& list, const Value& value) {
  return std::find(std::begin(list), std::end(list), value) != std::end(list);
}

/// Likewise for words written where they are asked for: `is_one_of(lemma, {"say", "tell"})`. With case.
inline bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) { return contains(list, word); }

}  // namespace attache
