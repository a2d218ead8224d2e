#include "reading/event_table.h"

#include "reading/charset.h"
#include "reading/event_table_columns.h"
#include "reading/limits.h"
#include "reading/text.h"

#include <algorithm>

namespace attache::reading {
namespace {

constexpr auto npos = std::string_view::npos;

void split(std::string_view line, std::vector<std::string_view>& cells) {
  cells.clear();
  while (true) {
    const auto end = line.find('\t');
    cells.push_back(line.substr(0, end));
    if (end == npos) return;
    line.remove_prefix(end + 1);
  }
}

bool is_number(std::string_view cell, std::size_t digits) {
  return cell.size() == digits && std::all_of(cell.begin(), cell.end(), is_digit);
}

bool has(const std::vector<std::string_view>& cells, std::string_view name) {
  return std::any_of(cells.begin(), cells.end(), [&](std::string_view cell) { return trim(cell) == name; });
}

/// An id, a day, its month and its year: nothing else begins so.
bool is_gdelt_row(const std::vector<std::string_view>& cells) {
  return cells.size() >= 57 && cells.size() <= 61 && is_number(cells[0], cells[0].size()) && is_number(cells[1], 8) &&
         is_number(cells[2], 6) && is_number(cells[3], 4);
}

bool is_mention_row(const std::vector<std::string_view>& cells) {
  return cells.size() >= 14 && cells.size() <= 16 && is_number(cells[0], cells[0].size()) && is_number(cells[1], 14) &&
         is_number(cells[2], 14) && is_number(cells[3], 1);
}

/// GDELT's columns by how many there are; nothing for other numbers.
const std::vector<std::string>* gdelt_columns(std::size_t cells) {
  static const std::vector<std::string> kTwo(gdelt_event_columns.begin(), gdelt_event_columns.end());
  static const auto kOne = [] {
    std::vector<std::string> columns;
    std::copy_if(kTwo.begin(), kTwo.end(), std::back_inserter(columns),
                 [](const std::string& name) { return !name.ends_with("_ADM2Code"); });
    return columns;
  }();
  static const std::vector<std::string> kOld(kOne.begin(), kOne.end() - 1);
  for (const auto* columns : {&kTwo, &kOne, &kOld}) {
    if (columns->size() == cells) return columns;
  }
  return nullptr;
}

void append_json_text(std::string_view text, std::string& json) {
  json += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') json += '\\';
    json += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
  json += '"';
}

/// Programs that quote every text quote these files too.
std::string_view unquoted(std::string_view cell) {
  cell = trim(cell);
  return cell.size() >= 2 && cell.front() == '"' && cell.back() == '"' ? trim(cell.substr(1, cell.size() - 2)) : cell;
}

}  // namespace

std::string_view name_of(DataSet set) {
  switch (set) {
    case DataSet::gdelt:
      return "gdelt";
    case DataSet::gdelt_mentions:
      return "gdelt-mentions";
    case DataSet::icews:
      return "icews";
    case DataSet::polecat:
      return "polecat";
  }
  return {};
}

std::optional<DataSet> find_data_set(std::string_view start) {
  start.remove_prefix(std::min(start.find_first_not_of(" \r\n"), start.size()));
  // Empty cells at its end count.
  auto line = start.substr(0, start.find('\n'));
  if (line.ends_with('\r')) line.remove_suffix(1);
  std::vector<std::string_view> cells;
  split(line, cells);
  for (auto& cell : cells) cell = unquoted(cell);
  if (cells.size() < 14) return std::nullopt;
  if (has(cells, "Event ID") && has(cells, "CAMEO Code") && has(cells, "Source Name")) return DataSet::icews;
  if (has(cells, "Event ID") && has(cells, "Event Type") && has(cells, "Quad Code")) return DataSet::polecat;
  const bool events = (cells[0] == "GLOBALEVENTID" || cells[0] == "GlobalEventID") && has(cells, "EventRootCode");
  if (events || is_gdelt_row(cells)) return DataSet::gdelt;
  if (is_mention_row(cells) || has(cells, "MentionIdentifier")) return DataSet::gdelt_mentions;
  return std::nullopt;
}

void EventTableReader::report(ErrorKind kind, std::string message, std::uint64_t line, std::string action) const {
  Place here = place_;
  if (line > 0) here.line = line;
  sink_.on_error({kind, std::move(message), std::move(here), std::move(action)});
}

void EventTableReader::read() {
  if (set_ == DataSet::gdelt_mentions) {
    return report(ErrorKind::unsupported, "a table of GDELT's mentions says where events are told, not what happened", 0, "skipped it");
  }
  while (reader_.read_line(line_, kMaxLineBytes)) {
    const auto line = reader_.line_number();
    if (reader_.trouble()) break;
    if (reader_.cut()) {
      report(ErrorKind::too_large, "line is longer than " + std::to_string(kMaxLineBytes >> 20) + " MiB", line, "skipped the row");
      continue;
    }
    if (line == 1 && line_.starts_with("\xEF\xBB\xBF")) line_.erase(0, 3);
    if (trim(line_).empty()) continue;
    split(line_, cells_);
    if (line == 1 && !is_gdelt_row(cells_)) {
      for (const auto cell : cells_) heading_.emplace_back(unquoted(cell));
      // The id has gone by two spellings, the intensity by two names.
      for (auto& name : heading_) {
        if (name == "GlobalEventID") name = "GLOBALEVENTID";
        if (name == "Day" && set_ == DataSet::gdelt) name = "SQLDATE";
        if (name == "Intensity" && set_ == DataSet::polecat) name = "Event Intensity";
      }
      continue;
    }
    read_row(line);
  }
  if (reader_.trouble()) report(reader_.trouble()->kind, reader_.trouble()->message, reader_.line_number() + 1, "kept the rows before");
}

const std::vector<std::string>* EventTableReader::columns_for(std::size_t cells) const {
  if (heading_.size() == cells && cells > 0) return &heading_;
  if (set_ == DataSet::gdelt) return gdelt_columns(cells);
  if (set_ == DataSet::polecat && cells == polecat_event_columns.size() && heading_.size() > cells) {
    static const std::vector<std::string> kColumns(polecat_event_columns.begin(), polecat_event_columns.end());
    return &kColumns;
  }
  return nullptr;
}

void EventTableReader::read_row(std::uint64_t line) {
  const std::vector<std::string>* columns = columns_for(cells_.size());
  const std::size_t all = cells_.size();
  while (!columns && cells_.size() > 1 && trim(cells_.back()).empty()) {
    cells_.pop_back();
    columns = columns_for(cells_.size());
  }
  if (!columns) {
    const std::size_t wanted = heading_.empty() ? gdelt_event_columns.size() : heading_.size();
    return report(ErrorKind::malformed, "the row has " + std::to_string(all) + " cells for " + std::to_string(wanted) + " columns", line,
                  "skipped the row");
  }
  Record record;
  record.kind = RecordKind::json;
  record.place = place_;
  record.place.line = line;
  record.bytes = "{\"data_set\":\"" + std::string(name_of(set_)) + '"';
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    const auto cell = unquoted(cells_[i]);
    if (cell.empty() || (*columns)[i].empty()) continue;
    record.bytes += ',';
    append_json_text((*columns)[i], record.bytes);
    record.bytes += ':';
    append_json_text(cell, record.bytes);
  }
  record.bytes += '}';
  record.bytes = to_utf8(record.bytes, {}, record.place, record.notices);
  sink_.on_record(std::move(record));
}

}  // namespace attache::reading
