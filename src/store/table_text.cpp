#include "store/table_text.h"

#include "base/utf8.h"
#include "outputs/json.h"

#include <algorithm>
#include <fmt/format.h>

namespace attache::store {
namespace {

std::string text_of(const Cell& cell, bool for_people) {
  if (const auto* text = std::get_if<std::string>(&cell)) return text->empty() && for_people ? "-" : *text;
  if (const auto* number = std::get_if<std::int64_t>(&cell)) return std::to_string(*number);
  if (const auto* number = std::get_if<double>(&cell)) return for_people ? fmt::format("{:.2f}", *number) : fmt::format("{}", *number);
  return for_people ? "-" : "";
}

bool is_number(const Cell& cell) { return !std::holds_alternative<std::string>(cell); }

/// What a column holds: text where any cell is one, whole numbers where all are. Where nothing is known the name decides.
std::string_view type_of(const Table& table, std::size_t column) {
  bool whole = false, broken = false;
  for (const auto& row : table.rows) {
    if (std::holds_alternative<std::string>(row[column])) return "text";
    whole |= std::holds_alternative<std::int64_t>(row[column]);
    broken |= std::holds_alternative<double>(row[column]);
  }
  if (!whole && !broken && !measure_named(table.columns[column])) return "text";
  return whole && !broken ? "whole" : "number";
}

void append_csv(std::string_view text, std::string& out) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

}  // namespace

std::string table_text(const Table& table) {
  std::vector<std::size_t> widths;
  for (const auto& column : table.columns) widths.push_back(count_code_points(column));
  std::vector<std::vector<std::string>> texts;
  for (const auto& row : table.rows) {
    auto& cells = texts.emplace_back();
    for (std::size_t i = 0; i < row.size(); ++i) {
      cells.push_back(text_of(row[i], true));
      widths[i] = std::max(widths[i], count_code_points(cells.back()));
    }
  }
  std::string out;
  const auto append_row = [&](const std::vector<std::string>& cells, const std::vector<Cell>* row) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::string padding(widths[i] - count_code_points(cells[i]), ' ');
      const bool right = row ? is_number((*row)[i]) : !table.rows.empty() && is_number(table.rows.front()[i]);
      if (i > 0) out += "  ";
      out += right ? padding + cells[i] : cells[i] + padding;
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    out += '\n';
  };
  append_row(table.columns, nullptr);
  for (std::size_t i = 0; i < texts.size(); ++i) append_row(texts[i], &table.rows[i]);
  return out;
}

std::string table_csv(const Table& table) {
  std::string out;
  for (const auto& column : table.columns) {
    if (&column != &table.columns.front()) out += ',';
    append_csv(column, out);
  }
  out += "\r\n";
  for (const auto& row : table.rows) {
    for (const auto& cell : row) {
      if (&cell != &row.front()) out += ',';
      append_csv(text_of(cell, false), out);
    }
    out += "\r\n";
  }
  return out;
}

std::string table_jsonl(const Table& table) {
  std::string out;
  outputs::JsonWriter json;
  for (const auto& row : table.rows) {
    json.clear();
    json.begin_object();
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (const auto* text = std::get_if<std::string>(&row[i])) json.field(table.columns[i], *text);
      if (std::holds_alternative<std::string>(row[i]) || std::holds_alternative<std::monostate>(row[i])) continue;
      json.key(table.columns[i]);
      const auto* whole = std::get_if<std::int64_t>(&row[i]);
      json.value(whole ? static_cast<double>(*whole) : std::get<double>(row[i]));
    }
    json.end_object();
    (out += json.line()) += '\n';
  }
  return out;
}

std::string table_heading(const Table& table) {
  outputs::JsonWriter json;
  json.begin_object();
  json.key("columns");
  json.begin_array();
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    json.begin_object();
    json.field("name", table.columns[i]);
    json.field("type", type_of(table, i));
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return std::string(json.line()) + '\n';
}

}  // namespace attache::store
