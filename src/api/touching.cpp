#include "api/touching.h"

#include "language/characters.h"

#include <algorithm>

namespace attache {
namespace {

std::string lower(std::string_view text) {
  std::string small(text);
  for (char& c : small) c = language::lower_ascii(c);
  return small;
}

bool is_word_byte(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80; }

}  // namespace

TouchedPages::TouchedPages(const std::vector<std::string>& words) {
  for (const auto& word : words) {
    if (!word.empty()) words_.push_back(lower(word));
  }
}

bool TouchedPages::stand_in(std::string_view text) const {
  const std::string small = lower(text);
  return std::ranges::any_of(words_, [&](const std::string& word) {
    for (auto at = small.find(word); at != std::string::npos; at = small.find(word, at + 1)) {
      if (at == 0 || !is_word_byte(small[at - 1])) return true;
    }
    return false;
  });
}

bool TouchedPages::has(const Document& document) const {
  if (words_.empty() || stand_in(document.title)) return true;
  return std::ranges::any_of(document.blocks, [&](const Block& block) { return stand_in(block.text); });
}

}  // namespace attache
