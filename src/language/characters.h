#pragma once
/// What kind of character begins at a byte: the alphabet of the tokenizer.

#include <cstdint>
#include <string_view>

namespace attache::language {

/// The tokenizer's character classes. Letters of all scripts are one class, and marks count as letters.
enum class CharacterClass : std::uint8_t { blank, letter, digit, symbol };

/// A character of valid UTF-8: its class and its length in bytes.
struct Character {
  CharacterClass kind;
  std::uint8_t length;
};

/// The character that begins at `byte`, which is less than the text's size.
/// Blank are white space, control characters, and the zero-width space and byte-order mark: none of them is ever part of a token.
Character character_at(std::string_view text, std::size_t byte);

inline bool is_upper_ascii(char c) { return c >= 'A' && c <= 'Z'; }
inline bool is_lower_ascii(char c) { return c >= 'a' && c <= 'z'; }
inline bool is_letter_ascii(char c) { return is_upper_ascii(c) || is_lower_ascii(c); }
inline bool is_digit_ascii(char c) { return c >= '0' && c <= '9'; }
inline char lower_ascii(char c) { return is_upper_ascii(c) ? static_cast<char>(c - 'A' + 'a') : c; }

/// Length in bytes of the apostrophe (straight or U+2019) at `byte`; 0 when there is none.
inline std::size_t apostrophe_at(std::string_view text, std::size_t byte) {
  if (byte >= text.size()) return 0;
  if (text[byte] == '\'') return 1;
  return text.substr(byte, 3) == "\u2019" ? 3 : 0;
}

/// True when an upper- or title-case letter of any script begins at `byte`.
bool is_upper_at(std::string_view text, std::size_t byte);

/// True when a lower-case letter of any script begins at `byte`.
bool is_lower_at(std::string_view text, std::size_t byte);

/// True when the word equals the lower-case ASCII `expected`, whatever its case.
bool equals_ignoring_case(std::string_view word, std::string_view expected);

}  // namespace attache::language
