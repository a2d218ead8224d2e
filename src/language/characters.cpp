#include "language/characters.h"

#include "base/utf8.h"

#include <array>
#include <unicode/uchar.h>

namespace attache::language {
namespace {

constexpr CharacterClass class_of_ascii(int c) {
  if (c <= ' ' || c == 0x7f) return CharacterClass::blank;
  if (c >= '0' && c <= '9') return CharacterClass::digit;
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return CharacterClass::letter;
  return CharacterClass::symbol;
}

constexpr auto ascii_classes = [] {
  std::array<CharacterClass, 128> classes{};
  for (int c = 0; c < 128; ++c) classes[static_cast<std::size_t>(c)] = class_of_ascii(c);
  return classes;
}();

CharacterClass class_of(char32_t c) {
  constexpr char32_t zero_width_space = 0x200B, byte_order_mark = 0xFEFF;
  if (c == zero_width_space || c == byte_order_mark) return CharacterClass::blank;
  switch (u_charType(static_cast<UChar32>(c))) {
    case U_UPPERCASE_LETTER: case U_LOWERCASE_LETTER: case U_TITLECASE_LETTER: case U_MODIFIER_LETTER: case U_OTHER_LETTER:
    case U_NON_SPACING_MARK: case U_ENCLOSING_MARK: case U_COMBINING_SPACING_MARK: case U_LETTER_NUMBER: case U_FORMAT_CHAR:
      return CharacterClass::letter;  // format characters: joiners and soft hyphens stand inside words
    case U_DECIMAL_DIGIT_NUMBER: return CharacterClass::digit;
    case U_SPACE_SEPARATOR: case U_LINE_SEPARATOR: case U_PARAGRAPH_SEPARATOR: case U_CONTROL_CHAR: return CharacterClass::blank;
    default: return CharacterClass::symbol;
  }
}

}  // namespace

Character character_at(std::string_view text, std::size_t byte) {
  const auto first = static_cast<unsigned char>(text[byte]);
  if (first < 0x80) return {ascii_classes[first], 1};
  std::size_t after = byte;
  const char32_t c = next_code_point(text, after);
  return {class_of(c), static_cast<std::uint8_t>(after - byte)};
}

bool is_upper_at(std::string_view text, std::size_t byte) {
  if (byte >= text.size()) return false;
  if (static_cast<unsigned char>(text[byte]) < 0x80) return is_upper_ascii(text[byte]);
  const auto type = u_charType(static_cast<UChar32>(next_code_point(text, byte)));
  return type == U_UPPERCASE_LETTER || type == U_TITLECASE_LETTER;
}

bool is_lower_at(std::string_view text, std::size_t byte) {
  if (byte >= text.size()) return false;
  if (static_cast<unsigned char>(text[byte]) < 0x80) return is_lower_ascii(text[byte]);
  return u_charType(static_cast<UChar32>(next_code_point(text, byte))) == U_LOWERCASE_LETTER;
}

bool equals_ignoring_case(std::string_view word, std::string_view expected) {
  if (word.size() != expected.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (lower_ascii(word[i]) != expected[i]) return false;
  }
  return true;
}

}  // namespace attache::language
