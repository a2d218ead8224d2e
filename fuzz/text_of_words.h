#ifndef ATTACHE_FUZZ_TEXT_OF_WORDS_H_
#define ATTACHE_FUZZ_TEXT_OF_WORDS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace attache::fuzz {

/// The fuzzer's bytes as words and letters: a byte from 128 on is a word of `words`, one below is itself, so that what a layer looks for comes up often.
template <std::size_t kCount>
std::string text_of_words(const std::array<const char*, kCount>& words, const std::uint8_t* data, std::size_t size) {
  std::string text;
  for (std::size_t i = 0; i < size; ++i) {
    if (data[i] < 128) {
      text += static_cast<char>(data[i]);
    } else {
      if (!text.empty() && text.back() != ' ') text += ' ';
      text += words[data[i] % kCount];
    }
  }
  return text;
}

/// Ends the run with a finding where a property does not hold.
inline void check(bool holds) {
  if (!holds) std::abort();
}

}  // namespace attache::fuzz

#endif  // ATTACHE_FUZZ_TEXT_OF_WORDS_H_
