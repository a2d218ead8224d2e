#include "reading/text.h"

#include "base/utf8.h"
#include "reading/limits.h"

#include <algorithm>

namespace attache::reading {
namespace {

constexpr char lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

/// Characters that take no room in print and only get in the way of words.
bool is_invisible(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF ||
         c < 0x20 || (c >= 0x7F && c < 0xA0);
}

bool is_wide_space(char32_t c) {
  return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000 || c == 0x85;
}

bool ends_with(std::string_view text, std::string_view suffix) { return text.ends_with(suffix); }

}  // namespace

std::string fold_space(std::string_view text) {
  // No character grows by it, and one space stands for one or more.
  std::string folded(text.size(), ' ');
  std::size_t size = 0;
  bool space = false;
  const auto end_space = [&] {
    size += space && size > 0;
    space = false;
  };
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    if (c > ' ' && c < 0x7F) {
      end_space();
      folded[size++] = c;
      ++i;
      continue;
    }
    if (is_space(c)) {
      space = true;
      ++i;
      continue;
    }
    const std::size_t start = i;
    const char32_t code = next_code_point(text, i);
    if (is_wide_space(code)) {
      space = true;
      continue;
    }
    if (is_invisible(code)) continue;
    end_space();
    folded.replace(size, i - start, text, start, i - start);
    size += i - start;
  }
  folded.resize(size);
  return folded;
}

std::string_view trim(std::string_view text) {
  std::size_t begin = 0, end = text.size();
  while (begin < end && is_space(text[begin])) ++begin;
  while (end > begin && is_space(text[end - 1])) --end;
  return text.substr(begin, end - begin);
}

std::string_view strip(std::string_view text, std::string_view characters) {
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  if (std::all_of(characters.begin(), characters.end(), is_ascii)) {
    const auto first = text.find_first_not_of(characters);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(characters) - first + 1);
  }
  // Characters of several bytes go whole or not at all.
  for (bool stripped = true; stripped;) {
    stripped = false;
    for (std::size_t i = 0; i < characters.size();) {
      std::size_t end = i + 1;
      while (end < characters.size() && (characters[end] & 0xC0) == 0x80) ++end;
      const auto character = characters.substr(i, end - i);
      i = end;
      while (text.starts_with(character)) text.remove_prefix(character.size()), stripped = true;
      while (text.ends_with(character)) text.remove_suffix(character.size()), stripped = true;
    }
  }
  return text;
}

std::string ascii_lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = lower(c);
  return result;
}

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

bool starts_ignoring_case(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() && equal_ignoring_case(text.substr(0, prefix.size()), prefix);
}

std::size_t find_ignoring_case(std::string_view text, std::string_view part, std::size_t from) {
  if (part.empty() || from > text.size() || text.size() - from < part.size()) return part.empty() && from <= text.size() ? from : std::string_view::npos;
  // The first letter is looked for in both cases, each time from where it was last found on.
  const char small = lower(part.front());
  const char capital = is_lower(small) ? static_cast<char>(small - 'a' + 'A') : small;
  auto next_small = text.find(small, from);
  auto next_capital = capital == small ? std::string_view::npos : text.find(capital, from);
  while (next_small != std::string_view::npos || next_capital != std::string_view::npos) {
    const bool is_small = next_small < next_capital;
    const auto at = is_small ? next_small : next_capital;
    if (starts_ignoring_case(text.substr(at), part)) return at;
    (is_small ? next_small : next_capital) = text.find(is_small ? small : capital, at + 1);
  }
  return std::string_view::npos;
}

std::vector<std::string_view> split_words(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t i = 0;
  while (i < text.size()) {
    while (i < text.size() && is_space(text[i])) ++i;
    const std::size_t start = i;
    while (i < text.size() && !is_space(text[i])) ++i;
    if (i > start) words.push_back(text.substr(start, i - start));
  }
  return words;
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = is_space(c);
    words += !space && !inside;
    inside = !space;
  }
  return words;
}

bool has_more_words(std::string_view text, std::size_t most) {
  bool inside = false;
  std::size_t words = 0;
  for (const char c : text) {
    const bool space = is_space(c);
    words += !space && !inside;
    if (words > most) return true;
    inside = !space;
  }
  return false;
}

bool ends_sentence(std::string_view text) {
  constexpr std::string_view closings[] = {"\"", "'", ")", "]", "”", "’", "»", "“", " "};
  constexpr std::string_view stops[] = {".", "!", "?", "…", "。", "！", "？", "؟", "।"};
  const auto is_plain = [](char c) { return is_digit(c) || is_lower(c) || is_upper(c) || c == '.'; };
  while (!text.empty() && !is_plain(text.back())) {
    const auto size = text.size();
    for (const auto closing : closings) {
      if (ends_with(text, closing)) text.remove_suffix(closing.size());
    }
    if (text.size() == size) break;
  }
  return std::any_of(std::begin(stops), std::end(stops), [&](std::string_view stop) { return ends_with(text, stop); });
}

void append_in_pieces(std::string_view paragraph, std::vector<std::string>& paragraphs) {
  while (paragraph.size() > kMaxBlockBytes) {
    auto cut = paragraph.rfind(' ', kMaxBlockBytes);
    if (cut == std::string_view::npos || cut == 0) {
      cut = kMaxBlockBytes;
      while ((paragraph[cut] & 0xC0) == 0x80) --cut;
    }
    paragraphs.emplace_back(trim(paragraph.substr(0, cut)));
    paragraph = trim(paragraph.substr(cut));
  }
  if (!paragraph.empty()) paragraphs.emplace_back(paragraph);
}

}  // namespace attache::reading
