#include "base/utf8.h"

#include <algorithm>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace attache {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

/// Letters that Unicode does not decompose but that people write with a plain letter.
char32_t without_stroke(char32_t c) {
  switch (c) {
    case U'ø': return U'o';
    case U'đ': return U'd';
    case U'ħ': return U'h';
    case U'ı': return U'i';
    case U'ł': return U'l';
    case U'ŧ': return U't';
    case U'’': case U'‘': case U'ʼ': return U'\'';
    case U'‐': case U'‑': case U'–': return U'-';
    default: return c;
  }
}

}  // namespace

bool is_valid_utf8(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int64_t>(text.size());
  std::int64_t i = 0;
  while (i < size) {
    if (bytes[i] < 0x80) {
      ++i;
      continue;
    }
    UChar32 c = 0;
    // ICU's macros count in 32 bits: look at no more than one sequence at a time.
    std::int32_t step = 0;
    const auto rest = static_cast<std::int32_t>(std::min<std::int64_t>(size - i, 4));
    U8_NEXT(bytes + i, step, rest, c);
    if (c < 0) return false;
    i += step;
  }
  return true;
}

std::string to_valid_utf8(std::string_view text) {
  std::string valid;
  valid.reserve(text.size());
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  std::size_t i = 0;
  while (i < text.size()) {
    UChar32 c = 0;
    std::int32_t step = 0;
    const auto rest = static_cast<std::int32_t>(std::min<std::size_t>(text.size() - i, 4));
    U8_NEXT(bytes + i, step, rest, c);
    if (c < 0) {
      append_code_point(valid, 0xFFFD);
    } else {
      valid.append(text.substr(i, static_cast<std::size_t>(step)));
    }
    i += static_cast<std::size_t>(step);
  }
  return valid;
}

std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::size_t byte_offset_of(std::string_view text, std::size_t code_points) {
  std::size_t byte = 0;
  for (; byte < text.size(); ++byte) {
    if ((text[byte] & 0xC0) == 0x80) continue;
    if (code_points == 0) break;
    --code_points;
  }
  return byte;
}

char32_t next_code_point(std::string_view text, std::size_t& byte) {
  const auto lead = static_cast<unsigned char>(text[byte]);
  const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (length == 1 || byte + length > text.size()) {
    ++byte;
    return length == 1 ? lead : 0xFFFD;
  }
  char32_t c = lead & (0xFFu >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) c = (c << 6) | (static_cast<unsigned char>(text[byte + i]) & 0x3Fu);
  byte += length;
  return c;
}

void append_code_point(std::string& text, char32_t c) {
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = 0xFFFD;
  if (c < 0x80) {
    text += static_cast<char>(c);
  } else if (c < 0x800) {
    text += static_cast<char>(0xC0 | (c >> 6));
    text += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    text += static_cast<char>(0xE0 | (c >> 12));
    text += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    text += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    text += static_cast<char>(0xF0 | (c >> 18));
    text += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
    text += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    text += static_cast<char>(0x80 | (c & 0x3F));
  }
}

std::string to_lower(std::string_view text) {
  if (is_ascii(text)) return lower_ascii(text);
  auto unicode = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  unicode.toLower(icu::Locale::getRoot());
  std::string lower;
  unicode.toUTF8String(lower);
  return lower;
}

std::string fold(std::string_view text) {
  if (is_ascii(text)) return lower_ascii(text);
  UErrorCode status = U_ZERO_ERROR;
  const auto* normalizer = icu::Normalizer2::getNFKDInstance(status);
  auto unicode = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  unicode.foldCase();
  // Should ICU's data be missing, folding degrades to case alone rather than failing.
  if (U_SUCCESS(status)) unicode = normalizer->normalize(unicode, status);
  std::string folded;
  for (std::int32_t i = 0; i < unicode.length(); i = unicode.moveIndex32(i, 1)) {
    const UChar32 c = unicode.char32At(i);
    if (u_charType(c) == U_NON_SPACING_MARK) continue;
    append_code_point(folded, without_stroke(static_cast<char32_t>(c)));
  }
  return folded;
}

}  // namespace attache
