#pragma once
/// Rows of files whose cells are parted by tabs and never quoted.

#include <attache/date.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace attache::outputs {

/// Appends one row, cell by cell. Readers of these formats disagree about quotation marks, so none are written: `"` becomes `'`, and tabs,
/// line ends and other control characters become blanks.
class TabRow {
 public:
  /// `missing` is what the format writes for nothing known: empty, `NA`, `None`.
  TabRow(std::string& out, std::string_view missing) : out_(out), missing_(missing) {}

  TabRow& text(std::string_view cell);
  TabRow& texts(const std::vector<std::string>& cells, std::string_view separator);
  TabRow& whole(std::uint64_t number);
  /// In the shortest form that reads back the same.
  TabRow& number(const std::optional<double>& number);
  /// With so many digits after the point.
  TabRow& fixed(double number, int digits);
  /// `2013-05-22`.
  TabRow& iso(const std::optional<Day>& day);
  TabRow& nothing(unsigned cells = 1);
  void end() { out_ += '\n'; }

 private:
  void part();
  std::string& out_;
  std::string_view missing_;
  bool first_ = true;
};

/// Column names parted by tabs, with a line end.
void append_tab_heading(const std::vector<std::string_view>& columns, std::string& out);

/// `20130522`.
std::uint64_t compact_day(Day day);

}  // namespace attache::outputs
