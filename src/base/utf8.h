#pragma once
/// UTF-8 text: validity, code points, case and diacritics. Offsets in records are code points, views in memory are bytes.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace attache {

/// True for well-formed UTF-8 (no overlong forms, no surrogates, nothing above U+10FFFF).
bool is_valid_utf8(std::string_view text);

/// The text with each ill-formed sequence replaced by U+FFFD; unchanged when it is valid already.
std::string to_valid_utf8(std::string_view text);

/// Code points in valid UTF-8.
std::size_t count_code_points(std::string_view text);

/// The byte at which the given code point begins; the text's size when there are fewer.
std::size_t byte_offset_of(std::string_view text, std::size_t code_points);

/// The code point that begins at `byte`, moving `byte` behind it. `text` is valid UTF-8 and `byte` < its size.
char32_t next_code_point(std::string_view text, std::size_t& byte);

/// Appends the code point as UTF-8; U+FFFD for what is no scalar value.
void append_code_point(std::string& text, char32_t code_point);

/// Lower case by Unicode's root locale.
std::string to_lower(std::string_view text);

/// The text as names are compared: lower case, compatibility forms unified, diacritics removed. "Győr" and "GYOR" are one.
std::string fold(std::string_view text);

}  // namespace attache
