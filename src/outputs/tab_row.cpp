#include "outputs/tab_row.h"

#include <fmt/format.h>

namespace attache::outputs {

void TabRow::part() {
  if (!first_) out_ += '\t';
  first_ = false;
}

TabRow& TabRow::text(std::string_view cell) {
  if (cell.empty()) return nothing();
  part();
  for (const char c : cell) {
    const auto byte = static_cast<unsigned char>(c);
    out_ += c == '"' ? '\'' : byte < ' ' || byte == 0x7f ? ' ' : c;
  }
  return *this;
}

TabRow& TabRow::texts(const std::vector<std::string>& cells, std::string_view separator) {
  std::string list;
  for (const std::string& cell : cells) {
    if (!list.empty()) list += separator;
    list += cell;
  }
  return text(list);
}

TabRow& TabRow::whole(std::uint64_t number) {
  part();
  out_ += fmt::format("{}", number);
  return *this;
}

TabRow& TabRow::number(const std::optional<double>& number) {
  if (!number) return nothing();
  part();
  out_ += fmt::format("{}", *number);
  return *this;
}

TabRow& TabRow::fixed(double number, int digits) {
  part();
  out_ += fmt::format("{:.{}f}", number, digits);
  return *this;
}

TabRow& TabRow::iso(const std::optional<Day>& day) { return day ? text(to_iso(*day)) : nothing(); }

TabRow& TabRow::nothing(unsigned cells) {
  for (; cells > 0; --cells) {
    part();
    out_ += missing_;
  }
  return *this;
}

void append_tab_heading(const std::vector<std::string_view>& columns, std::string& out) {
  TabRow row(out, "");
  for (const auto column : columns) row.text(column);
  row.end();
}

std::uint64_t compact_day(Day day) {
  const std::chrono::year_month_day date(day);
  return static_cast<std::uint64_t>(static_cast<int>(date.year())) * 10000 + static_cast<unsigned>(date.month()) * 100 +
         static_cast<unsigned>(date.day());
}

}  // namespace attache::outputs
