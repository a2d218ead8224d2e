#pragma once
/// Small things done to text while reading: white space, case, lines.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace attache::reading {

/// The text with every run of Unicode white space made one space, none at the ends; soft hyphens, zero-width and control characters removed.
std::string fold_space(std::string_view text);

/// Without ASCII white space at the ends.
std::string_view trim(std::string_view text);

/// Without any of `characters`, which may be of several bytes each, at the ends.
std::string_view strip(std::string_view text, std::string_view characters);

/// ASCII letters in lower case, all else as it is.
std::string ascii_lower(std::string_view text);

/// Equal but for the case of ASCII letters.
bool equal_ignoring_case(std::string_view a, std::string_view b);
bool starts_ignoring_case(std::string_view text, std::string_view prefix);
/// Where `part` begins in `text`, whatever the case of ASCII letters; npos when nowhere. Linear for the short parts it is used for.
std::size_t find_ignoring_case(std::string_view text, std::string_view part, std::size_t from = 0);

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
/// A letter of any script, taking every byte above ASCII for part of one.
constexpr bool is_letter(char c) { return is_upper(c) || is_lower(c) || static_cast<unsigned char>(c) >= 0x80; }

/// Where the first of either character is in `text`; npos when neither is. The library's own search takes a call a byte.
constexpr std::size_t find_either(std::string_view text, char a, char b) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == a || text[i] == b) return i;
  }
  return std::string_view::npos;
}

/// Words separated by white space.
std::vector<std::string_view> split_words(std::string_view text);
std::size_t count_words(std::string_view text);
/// True when there are more than `most`; looks no further than that.
bool has_more_words(std::string_view text, std::size_t most);

/// True when the text ends as a sentence does: a stop, question or exclamation mark or ellipsis, perhaps behind quotes or brackets.
bool ends_sentence(std::string_view text);

/// Appends the paragraph to `paragraphs`, cut at spaces into pieces of at most `kMaxBlockBytes`.
void append_in_pieces(std::string_view paragraph, std::vector<std::string>& paragraphs);

}  // namespace attache::reading
