#include "knowledge/scores/gold_text.h"

#include "base/utf8.h"

#include <algorithm>

namespace attache::knowledge {
GoldDocument document_of_text(std::string id, std::string_view text) {
  GoldDocument gold;
  gold.document.id = std::move(id);
  std::uint32_t begin = 0;
  while (!text.empty()) {
    const std::size_t stop = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, stop);
    if (line.find_first_not_of(" \t\r") != std::string_view::npos) {
      gold.document.blocks.push_back({BlockKind::body, std::string(line)});
      gold.block_begins.push_back(begin);
    }
    begin += static_cast<std::uint32_t>(count_code_points(line)) + 1;
    text.remove_prefix(std::min(stop + 1, text.size()));
  }
  return gold;
}

std::vector<NumberedLine> lines_of(std::string_view bytes) {
  std::vector<NumberedLine> lines;
  for (std::uint64_t number = 1; !bytes.empty(); ++number) {
    const std::size_t stop = std::min(bytes.find('\n'), bytes.size());
    const std::string_view line = bytes.substr(0, stop);
    if (line.find_first_not_of(" \t\r") != std::string_view::npos) lines.push_back({line, number});
    bytes.remove_prefix(std::min(stop + 1, bytes.size()));
  }
  return lines;
}

Error malformed_line(const std::string& path, std::uint64_t line, std::string message) {
  return {ErrorKind::malformed, std::move(message), {path, {}, line, {}}, "skipped the line"};
}

}  // namespace attache::knowledge
