#include "reading/table.h"

#include "reading/charset.h"
#include "reading/json_documents.h"
#include "reading/limits.h"
#include "reading/text.h"

#include <algorithm>

namespace attache::reading {
namespace {

constexpr std::string_view kSeparators = ",;\t";

/// The sign that parts most of a first line.
char separator_of(std::string_view line) {
  return *std::max_element(kSeparators.begin(), kSeparators.end(), [&](char a, char b) { return std::count(line.begin(), line.end(), a) < std::count(line.begin(), line.end(), b); });
}

/// Appends the fields of a line to `fields`; true when the last is quoted and goes on in the next line. `open` says that the line goes on
/// with a quoted field, which is then the last of `fields`.
bool append_fields(std::string_view line, char separator, bool open, std::vector<std::string>& fields) {
  std::size_t i = 0;
  if (!open) fields.emplace_back();
  bool quoted = open;
  while (i < line.size()) {
    const char c = line[i++];
    if (quoted) {
      if (c != '"') fields.back() += c;
      else if (i < line.size() && line[i] == '"') fields.back() += line[i++];
      else quoted = false;
    } else if (c == separator) {
      fields.emplace_back();
    } else if (c == '"' && fields.back().empty()) {
      quoted = true;
    } else {
      fields.back() += c;
    }
  }
  return quoted;
}

void append_json_string(std::string_view text, std::string& json) {
  json += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') json += '\\', json += c;
    else if (c == '\n') json += "\\n";
    else if (byte < 0x20) json += ' ';
    else json += c;
  }
  json += '"';
}

}  // namespace

bool is_table(std::string_view start) {
  constexpr std::size_t kLongestHead = 4096;
  const auto end = start.find('\n');
  if (end > kLongestHead) return false;
  auto line = trim(start.substr(0, end));
  std::vector<std::string> names;
  append_fields(line, separator_of(line), false, names);
  const auto known = std::count_if(names.begin(), names.end(), [](const std::string& name) { return is_document_field(trim(name)); });
  return known >= 2 && std::any_of(names.begin(), names.end(), [](const std::string& name) { return is_text_field(trim(name)); });
}

void TableReader::report(ErrorKind kind, std::string message, std::uint64_t line) const {
  Place here = place_;
  here.line = line;
  sink_.on_error({kind, std::move(message), std::move(here), "skipped the row"});
}

TableReader::Row TableReader::read_row(std::vector<std::string>& fields) {
  fields.clear();
  bool open = false;
  bool too_long = false;
  std::size_t size = 0;
  do {
    if (!reader_.read_line(line_, kMaxLineBytes)) return fields.empty() ? Row::end : too_long ? Row::too_long : Row::read;
    if (open && !too_long) fields.back() += '\n';
    size += line_.size() + 1;
    too_long = too_long || reader_.cut() || size > kMaxLineBytes;
    if (too_long) {
      // Whether the row ends here is still to be known, its fields no more.
      open = (std::count(line_.begin(), line_.end(), '"') % 2 == 1) != open;
      if (fields.empty()) fields.emplace_back();
      continue;
    }
    open = append_fields(line_, separator_, open, fields);
  } while (open);
  return too_long ? Row::too_long : Row::read;
}

void TableReader::read() {
  if (!reader_.read_line(line_, kMaxLineBytes)) return;
  // Old tables are in the charset of the office program that wrote them; what is not UTF-8 is decoded by its row.
  std::string_view head = line_;
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  separator_ = separator_of(head);
  std::vector<std::string> columns;
  append_fields(head, separator_, false, columns);
  std::vector<std::string> fields;
  for (;;) {
    const auto line = reader_.line_number() + 1;
    const auto row = read_row(fields);
    if (row == Row::end) break;
    if (row == Row::too_long) {
      report(ErrorKind::too_large, "the row is longer than " + std::to_string(kMaxLineBytes >> 20) + " MiB", line);
      continue;
    }
    if (fields.size() == 1 && trim(fields.front()).empty()) continue;
    if (fields.size() > columns.size()) {
      report(ErrorKind::malformed, "the row has " + std::to_string(fields.size()) + " fields for " + std::to_string(columns.size()) + " columns", line);
      continue;
    }
    Record record;
    record.kind = RecordKind::json;
    record.place = place_;
    record.place.line = line;
    record.bytes = "{";
    for (std::size_t i = 0; i < fields.size(); ++i) {
      if (i > 0) record.bytes += ',';
      append_json_string(trim(columns[i]), record.bytes);
      record.bytes += ':';
      append_json_string(trim(fields[i]), record.bytes);
    }
    record.bytes += '}';
    record.bytes = to_utf8(record.bytes, {}, record.place, record.notices);
    sink_.on_record(std::move(record));
  }
  if (reader_.trouble()) {
    Place here = place_;
    here.line = reader_.line_number() + 1;
    sink_.on_error({reader_.trouble()->kind, reader_.trouble()->message, std::move(here), "kept the rows before"});
  }
}

}  // namespace attache::reading
