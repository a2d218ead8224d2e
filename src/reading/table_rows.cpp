#include "reading/table_rows.h"

#include <algorithm>

namespace attache::reading {
namespace {

/// The element of the tag that holds one or is it, not looking far; 0 when there is none within the article.
std::uint32_t ancestor(const PageView& page, std::uint32_t index, HtmlTag tag) {
  constexpr int kFarthest = 6;
  for (int i = 0; i < kFarthest && index != page.root && index != 0; ++i, index = page.tree.elements()[index].parent) {
    if (page.tree.elements()[index].tag == tag) return index;
  }
  return 0;
}

/// The row in front of one, 0 when it is the first.
std::uint32_t row_before(const PageView& page, std::uint32_t row, std::uint32_t table) {
  constexpr std::uint32_t kFarthest = 60;
  for (auto i = row - 1; i > table && row - i < kFarthest; --i) {
    if (page.tree.elements()[i].tag == HtmlTag::tr) return i;
  }
  return 0;
}

bool is_data_row(const PageView& page, std::uint32_t row) {
  constexpr std::size_t kLongestRow = 400;
  constexpr std::uint32_t kMostTexts = 20;
  const auto& element = page.tree.elements()[row];
  const auto end = std::min<std::uint32_t>(element.end_text, static_cast<std::uint32_t>(page.tree.texts().size()));
  if (end < element.first_text + 2 || end > element.first_text + kMostTexts) return false;
  std::size_t bytes = 0, linked = 0;
  std::uint32_t cells = 0, last_cell = 0;
  for (auto i = element.first_text; i < end; ++i) {
    const auto cell = ancestor(page, page.text(i).element, HtmlTag::td);
    if (cell == 0) return false;
    cells += cell != last_cell;
    last_cell = cell;
    bytes += page.text(i).text.size();
    linked += page.text(i).linked;
  }
  return cells >= 2 && bytes <= kLongestRow && linked * 2 <= bytes;
}

}  // namespace

std::optional<TableRow> table_row_at(const PageView& page, std::uint32_t i) {
  const auto row = ancestor(page, page.text(i).element, HtmlTag::tr);
  if (row == 0 || page.tree.elements()[row].first_text != i || page.area_of(i) != Area::content) return std::nullopt;
  const auto table = ancestor(page, row, HtmlTag::table);
  if (table == 0 || !is_data_row(page, row)) return std::nullopt;
  const auto& elements = page.tree.elements();
  const auto neighbour = elements[row].end < elements[table].end ? elements[row].end : row_before(page, row, table);
  if (neighbour == 0 || elements[neighbour].tag != HtmlTag::tr || !is_data_row(page, neighbour)) return std::nullopt;
  TableRow found{{}, elements[row].end_text};
  for (auto j = i; j < found.end_text; ++j) found.text += (found.text.empty() ? "" : " ") + page.text(j).text;
  return found;
}

}  // namespace attache::reading
