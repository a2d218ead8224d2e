#pragma once
/// Rows of figures or names among an article's texts.

#include "reading/page_view.h"

#include <cstdint>
#include <optional>
#include <string>

namespace attache::reading {

/// A row of figures or names in the article.
struct TableRow {
  std::string text;  ///< Its cells, a space between.
  std::uint32_t end_text;
};

/// The row that begins with the text at `i`, if its table shows data: several cells of a few words each in a row, and several such rows. Tables that hold
/// a page together have one cell with paragraphs in it, or cells with menus.
std::optional<TableRow> table_row_at(const PageView& page, std::uint32_t i);

}  // namespace attache::reading
