#include "reading/html_fragment.h"

#include "reading/html_tree.h"
#include "reading/text.h"
#include "reading/text_lines.h"

namespace attache::reading {

std::vector<std::string> fragment_paragraphs(std::string_view html) {
  std::vector<std::string> paragraphs;
  if (find_either(html, '<', '&') == std::string_view::npos) {
    for (auto& line : split_lines(html)) paragraphs.push_back(std::move(line.text));
    return paragraphs;
  }
  const HtmlTree tree(html);
  for (const auto& block : tree.texts()) paragraphs.push_back(block.text);
  return paragraphs;
}

std::string fragment_line(std::string_view html) {
  if (find_either(html, '<', '&') == std::string_view::npos) return fold_space(html);
  std::string line;
  for (const auto& paragraph : fragment_paragraphs(html)) line.append(line.empty() ? "" : " ").append(paragraph);
  return line;
}

}  // namespace attache::reading
