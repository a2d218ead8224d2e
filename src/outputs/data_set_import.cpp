#include "outputs/data_set_import.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace attache::outputs {
namespace {

bool says_nothing(std::string_view cell) {
  static constexpr std::string_view kNothing[] = {"None", "NA", "N/A", "NULL", "null", "nan", "NaN", "\\N", "--"};
  return std::find(std::begin(kNothing), std::end(kNothing), cell) != std::end(kNothing);
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<double> number_in(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

/// Month, day and year between strokes, as spreadsheets of the United States write them.
std::optional<Day> day_between_strokes(std::string_view text) {
  const auto first = text.find('/');
  const auto second = text.find('/', first == std::string_view::npos ? first : first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  const auto month = text.substr(0, first), day = text.substr(first + 1, second - first - 1), year = text.substr(second + 1);
  if (!all_digits(month) || !all_digits(day) || !all_digits(year) || year.size() != 4 || month.size() > 2 || day.size() > 2)
    return std::nullopt;
  return day_from_iso(fmt::format("{}-{:0>2}-{:0>2}", year, month, day));
}

}  // namespace

std::string RowCells::text(std::string_view column) const {
  std::string text;
  row_.text(column, text);
  return says_nothing(text) ? std::string() : text;
}

std::vector<std::string> RowCells::list(std::string_view column, char separator) const {
  const std::string all = text(column);
  std::vector<std::string> parts;
  for (std::string_view rest = all; !rest.empty();) {
    const auto end = rest.find(separator);
    const auto part = trimmed(rest.substr(0, end));
    if (!part.empty() && !says_nothing(part)) parts.emplace_back(part);
    if (end == std::string_view::npos) break;
    rest.remove_prefix(end + 1);
  }
  return parts;
}

void RowCells::wrong(std::string_view column, std::string_view what) const {
  trouble_.say(fmt::format("`{}` {}: {}", column, what, text(column)));
}

std::optional<double> RowCells::number(std::string_view column, double least, double most) const {
  const std::string cell = text(column);
  if (cell.empty()) return std::nullopt;
  const auto value = number_in(cell);
  if (!value || *value < least || *value > most) {
    wrong(column, fmt::format("is no number from {} to {}", least, most));
    return std::nullopt;
  }
  return value;
}

std::uint64_t RowCells::count(std::string_view column) const {
  const auto value = number(column, 0, 9007199254740992.0);
  return value ? static_cast<std::uint64_t>(*value) : 0;
}

std::optional<Day> RowCells::day(std::string_view column) const {
  const std::string cell = text(column);
  if (cell.empty()) return std::nullopt;
  std::optional<Day> day = day_from_iso(cell);
  // A time may follow the eight digits: YYYYMMDDHHMMSS.
  if (!day && (cell.size() == 8 || cell.size() == 14) && all_digits(cell)) {
    day = day_from_iso(fmt::format("{}-{}-{}", std::string_view(cell).substr(0, 4), std::string_view(cell).substr(4, 2),
                                   std::string_view(cell).substr(6, 2)));
  }
  if (!day) day = day_between_strokes(std::string_view(cell).substr(0, cell.find(' ')));
  if (!day) wrong(column, "is no day");
  return day;
}

std::string mended_cameo(std::string_view code, std::string_view root, const coding::Ontology& ontology) {
  // Some programs write numbers with a point.
  if (code.ends_with(".0")) code.remove_suffix(2);
  if (!all_digits(code) || code.size() > 4) return {};
  std::string padded = "0" + std::string(code);
  const bool plain = ontology.cameo(code) != nullptr, mended = ontology.cameo(padded) != nullptr;
  if (root.size() == 1) return mended && padded.substr(1, 1) == root ? padded : std::string();
  if (root.size() == 2) {
    if (plain && code.starts_with(root)) return std::string(code);
    if (mended && padded.starts_with(root)) return padded;
  }
  // Of two digits without a zero the first is the root's second one: these files hardly have bare roots.
  if (mended && (code.size() == 2 && code[0] != '0')) return padded;
  if (plain) return std::string(code);
  return mended ? padded : std::string();
}

void set_cameo(const std::string& code, const coding::Ontology& ontology, Event& event) {
  const coding::CameoInfo* info = ontology.cameo(code);
  event.cameo = code;
  if (!info) return;
  event.quad_code = info->quad;
  event.goldstein = ontology.goldstein(code);
  if (info->type == coding::EventType::none) return;
  event.type = name_of(info->type);
  event.quad_code = ontology.type(info->type).quad;
  event.event_scale = ontology.score(info->type, info->mode);
  if (!info->mode.empty()) event.modes = {info->mode};
  event.contexts = info->contexts;
}

Result<Report> report_from_row(const JsonFields& row, const coding::Ontology& ontology, FieldTrouble& trouble) {
  std::string set;
  row.text("data_set", set);
  Report report;
  report.coder.name = set;
  report.event.date_precision = DatePrecision::day;
  const RowCells cells(row, trouble);
  if (set == "gdelt") {
    import_gdelt(cells, ontology, report);
  } else if (set == "icews") {
    import_icews(cells, ontology, report);
  } else if (set == "polecat") {
    import_polecat(cells, ontology, report);
  } else {
    trouble.say("`data_set` knows no `" + set + "`");
  }
  if (!report.event.date) trouble.say("the row has no day");
  if (trouble.error()) return tl::make_unexpected(*trouble.error());
  return report;
}

}  // namespace attache::outputs
