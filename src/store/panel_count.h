#pragma once
/// The counting behind panels: one pass over the facts.

#include "store/panel.h"
#include "store/panel_cells.h"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace attache::store {

/// Texts that cut a panel, numbered as they come.
class TextNumbers {
 public:
  std::int64_t number_of(std::string_view text);
  const std::string& text(std::int64_t number) const { return texts_[static_cast<std::size_t>(number)]; }

 private:
  std::vector<std::string> texts_;
  std::unordered_map<std::string, std::int64_t> numbers_;
};

/// Cells whose keys have a number for each of `PanelQuery::by`, then the period's number.
struct Counted {
  PanelCells cells;
  TextNumbers texts;           ///< Of dimensions that are neither terms nor numbers.
  std::uint64_t undated = 0;   ///< Rows left out because a period was asked for and their day is not known.
};

/// Throws `Failure`: `too_large` for more than five million cells.
Counted count_cells(Connection& connection, const PanelQuery& query);

inline constexpr std::size_t kMostCells = 5'000'000;

}  // namespace attache::store
