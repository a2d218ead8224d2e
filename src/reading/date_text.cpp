#include "reading/date_text.h"

#include "reading/date_pieces.h"
#include "reading/text.h"

#include <algorithm>

namespace attache::reading {
namespace {

unsigned value_of(const Piece& piece) {
  unsigned value = 0;
  if (piece.text.size() > 6) return 1'000'000;
  for (const char c : piece.text) value = value * 10 + static_cast<unsigned>(c - '0');
  return value;
}

bool is_year(const Piece& piece) { return piece.number && piece.text.size() == 4 && value_of(piece) >= 1800 && value_of(piece) < 2200; }
bool is_short_number(const Piece& piece) { return piece.number && piece.text.size() <= 2; }

std::optional<Day> make_day(unsigned year, unsigned month, unsigned day) {
  const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(year)), std::chrono::month(month), std::chrono::day(day)};
  if (year < 1800 || year >= 2200 || !date.ok()) return std::nullopt;
  return Day(date);
}

/// A day as written; without `day` it is the 29th to 31st of a month that has not so many.
struct WrittenDay {
  std::optional<Day> day;
  std::size_t start = 0;
  std::size_t end = 0;
};

bool is_behind_months_end(unsigned year, unsigned month, unsigned day) {
  return month >= 1 && month <= 12 && day >= 29 && day <= 31 && !make_day(year, month, day);
}

/// What is written between two places, if it is a day or could be one of a longer month.
std::optional<WrittenDay> written(unsigned year, unsigned month, unsigned day, std::size_t start, std::size_t end) {
  const auto real = make_day(year, month, day);
  if (!real && !is_behind_months_end(year, month, day)) return std::nullopt;
  return WrittenDay{real, start, end};
}

/// What stands between two pieces.
std::string_view between(std::string_view text, const Piece& a, const Piece& b) { return text.substr(a.end(), b.start - a.end()); }

bool is_one_of(std::string_view gap, std::string_view characters) {
  return gap.size() == 1 && characters.find(gap[0]) != std::string_view::npos;
}

/// Between the parts of a date in words: spaces, stops, commas, hyphens.
bool is_loose_gap(std::string_view gap) {
  return gap.size() <= 3 && gap.find_first_not_of(" .,-/'") == std::string_view::npos;
}

bool is_ordinal_ending(const Piece& piece) {
  return equal_ignoring_case(piece.text, "st") || equal_ignoring_case(piece.text, "nd") || equal_ignoring_case(piece.text, "rd") ||
         equal_ignoring_case(piece.text, "th");
}

bool is_of(const Piece& piece) { return equal_ignoring_case(piece.text, "of") || equal_ignoring_case(piece.text, "de"); }

/// A date in figures that begins at `i`.
std::optional<WrittenDay> figures_at(std::string_view text, const std::vector<Piece>& pieces, std::size_t i, NumericOrder order) {
  if (i + 2 >= pieces.size()) return std::nullopt;
  const Piece &a = pieces[i], &b = pieces[i + 1], &c = pieces[i + 2];
  if (!a.number || !b.number || !c.number) return std::nullopt;
  const auto first_gap = between(text, a, b);
  const auto second_gap = between(text, b, c);
  if (!is_one_of(first_gap, "-/.") || first_gap != second_gap) return std::nullopt;
  // No part of a longer row of figures, such as an address in a network.
  if (a.start > 0 && (text[a.start - 1] == '.' || text[a.start - 1] == '/') && is_short_number(a)) return std::nullopt;
  if (is_year(a) && is_short_number(b) && is_short_number(c)) return written(value_of(a), value_of(b), value_of(c), a.start, c.end());
  std::optional<Day> day;
  if (is_short_number(a) && is_short_number(b) && is_year(c)) {
    const unsigned x = value_of(a), y = value_of(b), year = value_of(c);
    const auto by_month = make_day(year, x, y);
    const auto by_day = make_day(year, y, x);
    // Between stops stands the day first, wherever they are written.
    const bool day_first = first_gap == "." || order == NumericOrder::day_first;
    const bool known = day_first || order == NumericOrder::month_first || !by_month || !by_day || x == y;
    if (known) day = day_first ? (by_day ? by_day : by_month) : (by_month ? by_month : by_day);
    if (!by_day && !by_month && (is_behind_months_end(year, x, y) || is_behind_months_end(year, y, x))) return WrittenDay{std::nullopt, a.start, c.end()};
  }
  if (!day) return std::nullopt;
  return WrittenDay{day, a.start, c.end()};
}

/// `22 May 2013`, `22nd of May, 2013`; begins at `i`.
std::optional<WrittenDay> day_month_year_at(std::string_view text, const std::vector<Piece>& pieces, std::size_t i) {
  if (!is_short_number(pieces[i])) return std::nullopt;
  std::size_t j = i + 1;
  if (j < pieces.size() && is_ordinal_ending(pieces[j]) && between(text, pieces[j - 1], pieces[j]).empty()) ++j;
  if (j < pieces.size() && is_of(pieces[j])) ++j;
  if (j >= pieces.size() || pieces[j].number || !is_loose_gap(between(text, pieces[j - 1], pieces[j]))) return std::nullopt;
  const unsigned month = month_named(pieces[j].text);
  if (!month) return std::nullopt;
  ++j;
  if (j < pieces.size() && is_of(pieces[j])) ++j;
  if (j >= pieces.size() || !is_year(pieces[j]) || !is_loose_gap(between(text, pieces[j - 1], pieces[j]))) return std::nullopt;
  return written(value_of(pieces[j]), month, value_of(pieces[i]), pieces[i].start, pieces[j].end());
}

/// `May 22, 2013`, `Nov. 21st 1994`; begins at `i`. The year may come behind a time: `May 22 10:15:00 EDT 2013` is not read.
std::optional<WrittenDay> month_day_year_at(std::string_view text, const std::vector<Piece>& pieces, std::size_t i) {
  if (pieces[i].number) return std::nullopt;
  const unsigned month = month_named(pieces[i].text);
  std::size_t j = i + 1;
  if (!month || j >= pieces.size() || !is_short_number(pieces[j]) || !is_loose_gap(between(text, pieces[i], pieces[j]))) return std::nullopt;
  const std::size_t day_piece = j++;
  if (j < pieces.size() && is_ordinal_ending(pieces[j]) && between(text, pieces[j - 1], pieces[j]).empty()) ++j;
  if (j >= pieces.size() || !is_year(pieces[j]) || !is_loose_gap(between(text, pieces[j - 1], pieces[j]))) return std::nullopt;
  return written(value_of(pieces[j]), month, value_of(pieces[day_piece]), pieces[i].start, pieces[j].end());
}

/// The first day written in the text: a real one, or where `real` is false one that no calendar has.
std::optional<WrittenDay> find_written(std::string_view text, NumericOrder order, std::size_t from, bool real) {
  if (std::none_of(text.begin() + static_cast<std::ptrdiff_t>(std::min(from, text.size())), text.end(), is_digit)) return std::nullopt;
  const auto pieces = split_pieces(text, from);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    auto found = figures_at(text, pieces, i, order);
    if (!found) found = day_month_year_at(text, pieces, i);
    if (!found) found = month_day_year_at(text, pieces, i);
    if (found && found->day.has_value() == real) return found;
  }
  return std::nullopt;
}

}  // namespace

std::optional<FoundDay> find_day(std::string_view text, NumericOrder order, std::size_t from) {
  const auto found = find_written(text, order, from, true);
  if (!found) return std::nullopt;
  return FoundDay{*found->day, found->start, found->end};
}

std::string_view find_impossible_day(std::string_view text) {
  const auto found = find_written(text, NumericOrder::unknown, 0, false);
  return found ? text.substr(found->start, found->end - found->start) : std::string_view();
}

std::optional<Day> day_from_url(std::string_view url) {
  const auto pieces = split_pieces(url.substr(0, 2048), 0);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Piece& piece = pieces[i];
    if (piece.number && piece.text.size() == 8) {
      const auto number = [&](std::size_t at, std::size_t length) { return value_of({piece.text.substr(at, length), 0, true}); };
      if (const auto day = make_day(number(0, 4), number(4, 2), number(6, 2)); day && number(0, 4) >= 1990) return day;
    }
    if (!is_year(piece) || value_of(piece) < 1990 || i + 2 >= pieces.size() || !is_short_number(pieces[i + 2])) continue;
    if (!is_one_of(between(url, piece, pieces[i + 1]), "/-_") || !is_one_of(between(url, pieces[i + 1], pieces[i + 2]), "/-_")) continue;
    const unsigned month = pieces[i + 1].number ? (is_short_number(pieces[i + 1]) ? value_of(pieces[i + 1]) : 0) : month_named(pieces[i + 1].text);
    if (month == 0 || month > 12) continue;
    if (const auto day = make_day(value_of(piece), month, value_of(pieces[i + 2]))) return day;
  }
  return std::nullopt;
}

std::optional<Day> day_from_attribute(std::string_view value, NumericOrder order) {
  value = trim(value).substr(0, 256);
  if (value.size() >= 8 && std::all_of(value.begin(), value.begin() + 8, is_digit) && (value.size() == 8 || !is_digit(value[8]) || value.size() == 14)) {
    if (const auto day = day_from_url(value.substr(0, 8))) return day;
  }
  const auto found = find_day(value, order);
  if (!found) return std::nullopt;
  return found->day;
}

bool has_day(std::string_view text) { return find_day(text, NumericOrder::day_first).has_value(); }

std::optional<unsigned> hour_in_utc(std::string_view value) {
  value = trim(value);
  const bool utc = value.ends_with('Z') || value.ends_with("+00:00") || value.ends_with("+0000") || value.ends_with("GMT") || value.ends_with("UTC");
  const auto colon = value.find(':');
  if (!utc || colon == std::string_view::npos || colon < 2 || !is_digit(value[colon - 1]) || !is_digit(value[colon - 2])) return std::nullopt;
  const auto hour = static_cast<unsigned>(value[colon - 2] - '0') * 10 + static_cast<unsigned>(value[colon - 1] - '0');
  return hour < 24 ? std::optional(hour) : std::nullopt;
}

}  // namespace attache::reading
