#pragma once
/// Lists as the database keeps them: one item a line, so that they can be searched and read without a parser. No item of a record has a line break; one that
/// should have one keeps a space in its place.

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace attache::store {

inline std::string to_lines(const std::vector<std::string>& items) {
  std::string lines;
  for (const auto& item : items) {
    if (&item != &items.front()) lines += '\n';
    const auto start = static_cast<std::string::difference_type>(lines.size());
    lines += item;
    std::replace(lines.begin() + start, lines.end(), '\n', ' ');
  }
  return lines;
}

inline std::vector<std::string> from_lines(std::string_view lines) {
  std::vector<std::string> items;
  while (!lines.empty()) {
    const auto end = lines.find('\n');
    items.emplace_back(lines.substr(0, end));
    lines = end == std::string_view::npos ? std::string_view() : lines.substr(end + 1);
  }
  return items;
}

}  // namespace attache::store
