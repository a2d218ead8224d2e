#include "reading/text_lines.h"

#include "base/utf8.h"
#include "reading/text.h"

#include <algorithm>

namespace attache::reading {
namespace {

/// Widths at which people and programs wrap text, with room for the last word that did not fit.
constexpr std::size_t kNarrowestWrap = 45;
constexpr std::size_t kWidestWrap = 100;

/// True when most lines that another follows directly are about equally long and end within a sentence.
bool is_wrapped(const std::vector<TextLine>& lines) {
  std::size_t followed = 0;
  std::size_t full = 0;
  std::size_t continued = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i + 1].gap_before) continue;
    ++followed;
    const auto width = count_code_points(lines[i].text);
    const bool is_full = width >= kNarrowestWrap && width <= kWidestWrap && !ends_sentence(lines[i].text);
    full += is_full;
    continued += is_full && is_lower(lines[i + 1].text.front());
  }
  const bool any_too_wide = std::any_of(lines.begin(), lines.end(), [](const TextLine& line) { return line.text.size() > 2 * kWidestWrap; });
  // Two lines are enough where each goes on with a small letter.
  const bool surely = followed >= 1 && continued == followed;
  return (surely || (followed >= 3 && full * 10 >= followed * 6)) && !any_too_wide;
}

std::vector<TextLine> unwrapped(std::vector<TextLine> lines) {
  std::vector<TextLine> paragraphs;
  std::size_t last_width = 0;
  for (auto& line : lines) {
    const auto width = count_code_points(line.text);
    // A short line ends its paragraph, and a list's next item begins its own.
    const bool continues = !paragraphs.empty() && !line.gap_before && last_width >= kNarrowestWrap;
    if (continues) {
      paragraphs.back().text += ' ';
      paragraphs.back().text += line.text;
    } else {
      paragraphs.push_back(std::move(line));
    }
    last_width = width;
  }
  return paragraphs;
}

}  // namespace

std::vector<TextLine> split_lines(std::string_view text) {
  std::vector<TextLine> lines;
  bool gap = true;
  while (!text.empty()) {
    const auto end = text.find_first_of("\n\r\f\v");
    auto line = fold_space(text.substr(0, end));
    // The two characters that end a line on Windows make one line end.
    const bool pair = end != std::string_view::npos && text[end] == '\r' && end + 1 < text.size() && text[end + 1] == '\n';
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + (pair ? 2 : 1));
    if (line.empty()) {
      gap = true;
      continue;
    }
    lines.push_back({std::move(line), gap});
    gap = false;
  }
  return is_wrapped(lines) ? unwrapped(std::move(lines)) : lines;
}

}  // namespace attache::reading
