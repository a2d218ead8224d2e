#include "reading/date_text.h"

#include "reading/text.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <unordered_map>
#include <vector>

namespace attache::reading {
namespace {

struct MonthName {
  std::string_view name;
  unsigned month;
};

/// Names whole and shortened, in lower case, accents as printed. "Listopada" is left out: it is November in Polish and October in Croatian.
constexpr MonthName kMonthNames[] = {
    {"january", 1}, {"february", 2}, {"march", 3}, {"april", 4}, {"may", 5}, {"june", 6}, {"july", 7}, {"august", 8}, {"september", 9},
    {"october", 10}, {"november", 11}, {"december", 12}, {"jan", 1}, {"feb", 2}, {"mar", 3}, {"apr", 4}, {"jun", 6}, {"jul", 7},
    {"aug", 8}, {"sep", 9}, {"sept", 9}, {"oct", 10}, {"nov", 11}, {"dec", 12},
    {"janvier", 1}, {"février", 2}, {"mars", 3}, {"avril", 4}, {"mai", 5}, {"juin", 6}, {"juillet", 7}, {"août", 8}, {"septembre", 9},
    {"octobre", 10}, {"novembre", 11}, {"décembre", 12},
    {"januar", 1}, {"jänner", 1}, {"februar", 2}, {"märz", 3}, {"juni", 6}, {"juli", 7}, {"oktober", 10}, {"dezember", 12},
    {"enero", 1}, {"febrero", 2}, {"marzo", 3}, {"abril", 4}, {"mayo", 5}, {"junio", 6}, {"julio", 7}, {"agosto", 8}, {"septiembre", 9},
    {"setiembre", 9}, {"octubre", 10}, {"noviembre", 11}, {"diciembre", 12},
    {"janeiro", 1}, {"fevereiro", 2}, {"março", 3}, {"maio", 5}, {"junho", 6}, {"julho", 7}, {"setembro", 9}, {"outubro", 10},
    {"novembro", 11}, {"dezembro", 12},
    {"gennaio", 1}, {"febbraio", 2}, {"aprile", 4}, {"maggio", 5}, {"giugno", 6}, {"luglio", 7}, {"settembre", 9}, {"ottobre", 10},
    {"dicembre", 12},
    {"januari", 1}, {"februari", 2}, {"maart", 3}, {"mei", 5}, {"augustus", 8}, {"augusti", 8},
    {"marts", 3}, {"maj", 5}, {"desember", 12},
    {"stycznia", 1}, {"lutego", 2}, {"marca", 3}, {"kwietnia", 4}, {"maja", 5}, {"czerwca", 6}, {"lipca", 7}, {"sierpnia", 8}, {"września", 9},
    {"października", 10}, {"grudnia", 12},
    {"ledna", 1}, {"února", 2}, {"března", 3}, {"dubna", 4}, {"května", 5}, {"června", 6}, {"července", 7}, {"srpna", 8}, {"září", 9},
    {"října", 10}, {"listopadu", 11}, {"prosince", 12},
    {"ocak", 1}, {"şubat", 2}, {"Şubat", 2}, {"mart", 3}, {"nisan", 4}, {"mayıs", 5}, {"haziran", 6}, {"temmuz", 7}, {"ağustos", 8}, {"eylül", 9},
    {"ekim", 10}, {"kasım", 11}, {"aralık", 12},
    {"maret", 3}, {"agustus", 8},
    {"января", 1}, {"февраля", 2}, {"марта", 3}, {"апреля", 4}, {"мая", 5}, {"июня", 6}, {"июля", 7}, {"августа", 8}, {"сентября", 9},
    {"октября", 10}, {"ноября", 11}, {"декабря", 12},
    {"січня", 1}, {"лютого", 2}, {"березня", 3}, {"квітня", 4}, {"травня", 5}, {"червня", 6}, {"липня", 7}, {"серпня", 8}, {"вересня", 9},
    {"жовтня", 10}, {"листопада", 11}, {"грудня", 12},
    {"يناير", 1}, {"فبراير", 2}, {"مارس", 3}, {"أبريل", 4}, {"مايو", 5}, {"يونيو", 6}, {"يوليو", 7}, {"أغسطس", 8}, {"سبتمبر", 9},
    {"أكتوبر", 10}, {"نوفمبر", 11}, {"ديسمبر", 12},
};

/// In bytes, of a month's name.
constexpr std::size_t kShortestMonthName = 3;
constexpr std::size_t kLongestMonthName = std::max_element(std::begin(kMonthNames), std::end(kMonthNames), [](const MonthName& a, const MonthName& b) {
                                            return a.name.size() < b.name.size();
                                          })->name.size();

/// Words that stand in a date line beside the date itself.
constexpr std::string_view kDateLineWords[] = {
    "published", "posted", "updated", "modified", "created", "first", "last", "on", "at", "the", "of", "date", "time", "am", "pm", "a", "p", "m",
    "gmt", "utc", "bst", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "et", "ct", "pt", "cet", "cest", "eet", "ist", "jst", "kst", "aest",
    "aedt", "hkt", "sgt", "wib", "eat", "wat", "sast", "msk", "local", "z", "t", "h", "hrs", "hours", "uhr", "st", "nd", "rd", "th",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri",
    "sat", "sun", "from", "issued", "release", "released", "filed", "and", "de", "le", "am", "um", "den", "der", "el", "del", "issue",
    "erstellt", "veröffentlicht", "aktualisiert", "stand", "publié", "mis", "jour", "modifié", "publicado", "actualizado", "actualización", "atualizado", "pubblicato", "aggiornato", "gepubliceerd", "geplaatst", "bijgewerkt",
    "publicerad", "uppdaterad", "publisert", "oppdatert", "opublikowano", "aktualizacja", "publication", "printed", "online", "web", "dated", "minutes", "minute", "min", "mins", "read", "ago",
};

/// A run of digits or of letters.
struct Piece {
  std::string_view text;
  std::size_t start = 0;
  bool number = false;
  std::size_t end() const { return start + text.size(); }
};

/// No date is looked for behind so many pieces of one text.
constexpr std::size_t kMaxPieces = 20'000;

std::vector<Piece> split_pieces(std::string_view text, std::size_t from) {
  std::vector<Piece> pieces;
  for (std::size_t i = from; i < text.size() && pieces.size() < kMaxPieces;) {
    const std::size_t start = i;
    if (is_digit(text[i])) {
      while (i < text.size() && is_digit(text[i])) ++i;
      pieces.push_back({text.substr(start, i - start), start, true});
    } else if (is_letter(text[i])) {
      while (i < text.size() && is_letter(text[i])) ++i;
      pieces.push_back({text.substr(start, i - start), start, false});
    } else {
      ++i;
    }
  }
  return pieces;
}

unsigned month_named(std::string_view word) {
  static const auto months = [] {
    std::unordered_map<std::string_view, unsigned> by_name;
    for (const auto& entry : kMonthNames) by_name.emplace(entry.name, entry.month);
    return by_name;
  }();
  if (word.size() < kShortestMonthName || word.size() > kLongestMonthName) return 0;
  const auto found = months.find(ascii_lower(word));
  return found == months.end() ? 0 : found->second;
}

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
std::optional<FoundDay> figures_at(std::string_view text, const std::vector<Piece>& pieces, std::size_t i, NumericOrder order) {
  if (i + 2 >= pieces.size()) return std::nullopt;
  const Piece &a = pieces[i], &b = pieces[i + 1], &c = pieces[i + 2];
  if (!a.number || !b.number || !c.number) return std::nullopt;
  const auto first_gap = between(text, a, b);
  const auto second_gap = between(text, b, c);
  if (!is_one_of(first_gap, "-/.") || first_gap != second_gap) return std::nullopt;
  // No part of a longer row of figures, such as an address in a network.
  if (a.start > 0 && (text[a.start - 1] == '.' || text[a.start - 1] == '/') && is_short_number(a)) return std::nullopt;
  std::optional<Day> day;
  if (is_year(a) && is_short_number(b) && is_short_number(c)) {
    day = make_day(value_of(a), value_of(b), value_of(c));
  } else if (is_short_number(a) && is_short_number(b) && is_year(c)) {
    const unsigned x = value_of(a), y = value_of(b), year = value_of(c);
    const auto by_month = make_day(year, x, y);
    const auto by_day = make_day(year, y, x);
    // Between stops stands the day first, wherever they are written.
    const bool day_first = first_gap == "." || order == NumericOrder::day_first;
    const bool known = day_first || order == NumericOrder::month_first || !by_month || !by_day || x == y;
    if (known) day = day_first ? (by_day ? by_day : by_month) : (by_month ? by_month : by_day);
  }
  if (!day) return std::nullopt;
  return FoundDay{*day, a.start, c.end()};
}

/// `22 May 2013`, `22nd of May, 2013`; begins at `i`.
std::optional<FoundDay> day_month_year_at(std::string_view text, const std::vector<Piece>& pieces, std::size_t i) {
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
  const auto day = make_day(value_of(pieces[j]), month, value_of(pieces[i]));
  if (!day) return std::nullopt;
  return FoundDay{*day, pieces[i].start, pieces[j].end()};
}

/// `May 22, 2013`, `Nov. 21st 1994`; begins at `i`. The year may come behind a time: `May 22 10:15:00 EDT 2013` is not read.
std::optional<FoundDay> month_day_year_at(std::string_view text, const std::vector<Piece>& pieces, std::size_t i) {
  if (pieces[i].number) return std::nullopt;
  const unsigned month = month_named(pieces[i].text);
  std::size_t j = i + 1;
  if (!month || j >= pieces.size() || !is_short_number(pieces[j]) || !is_loose_gap(between(text, pieces[i], pieces[j]))) return std::nullopt;
  const std::size_t day_piece = j++;
  if (j < pieces.size() && is_ordinal_ending(pieces[j]) && between(text, pieces[j - 1], pieces[j]).empty()) ++j;
  if (j >= pieces.size() || !is_year(pieces[j]) || !is_loose_gap(between(text, pieces[j - 1], pieces[j]))) return std::nullopt;
  const auto day = make_day(value_of(pieces[j]), month, value_of(pieces[day_piece]));
  if (!day) return std::nullopt;
  return FoundDay{*day, pieces[i].start, pieces[j].end()};
}

bool is_date_line_word(const Piece& piece) {
  const auto lower = ascii_lower(piece.text);
  return month_named(piece.text) || std::find(std::begin(kDateLineWords), std::end(kDateLineWords), lower) != std::end(kDateLineWords);
}

}  // namespace

std::optional<FoundDay> find_day(std::string_view text, NumericOrder order, std::size_t from) {
  const auto pieces = split_pieces(text, from);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (auto found = figures_at(text, pieces, i, order)) return found;
    if (auto found = day_month_year_at(text, pieces, i)) return found;
    if (auto found = month_day_year_at(text, pieces, i)) return found;
  }
  return std::nullopt;
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

std::optional<Day> day_in_dateline(std::string_view paragraph) {
  constexpr std::size_t kLongestDateline = 80;
  constexpr std::size_t kMostPlaceWords = 6;
  const auto found = find_day(paragraph.substr(0, kLongestDateline));
  if (!found) return std::nullopt;
  const auto place = split_words(paragraph.substr(0, found->start));
  if (place.size() > kMostPlaceWords) return std::nullopt;
  // Places and agencies begin with capitals; a sentence that mentions a day has small words before it.
  for (const auto word : place) {
    if (is_lower(word.front()) && word != "de" && word != "of" && word != "the" && word != "al") return std::nullopt;
  }
  if (!place.empty() && (equal_ignoring_case(place.back(), "on") || equal_ignoring_case(place.back(), "in"))) return std::nullopt;
  const auto behind = paragraph.substr(found->end, 4);
  const bool closes = behind.starts_with('.') || behind.starts_with(':') || behind.starts_with(" (") || behind.starts_with(" -") || behind.starts_with(" –") ||
                      behind.starts_with(" —") || behind.starts_with(")") || behind.starts_with(" /");
  if (!closes) return std::nullopt;
  return found->day;
}

bool is_date_line(std::string_view line) {
  constexpr std::size_t kLongestDateLine = 160;
  if (line.size() > kLongestDateLine) return false;
  const auto found = find_day(line, NumericOrder::day_first);
  if (!found) return false;
  std::size_t other_words = 0;
  for (const auto& piece : split_pieces(line, 0)) {
    const bool inside = piece.start >= found->start && piece.end() <= found->end;
    if (inside || piece.number) continue;
    // One or two letters are zones or initials.
    if (!is_date_line_word(piece) && piece.text.size() > 2 && static_cast<unsigned char>(piece.text[0]) < 0x80) ++other_words;
  }
  return other_words == 0;
}

std::optional<unsigned> hour_in_utc(std::string_view value) {
  value = trim(value);
  const bool utc = value.ends_with('Z') || value.ends_with("+00:00") || value.ends_with("+0000") || value.ends_with("GMT") || value.ends_with("UTC");
  const auto colon = value.find(':');
  if (!utc || colon == std::string_view::npos || colon < 2 || !is_digit(value[colon - 1]) || !is_digit(value[colon - 2])) return std::nullopt;
  const auto hour = static_cast<unsigned>(value[colon - 2] - '0') * 10 + static_cast<unsigned>(value[colon - 1] - '0');
  return hour < 24 ? std::optional(hour) : std::nullopt;
}

bool is_publication_line(std::string_view line) {
  for (const std::string_view word : {"published", "posted", "created", "erstellt", "gepostet", "geschrieben am", "veröffentlicht", "publié", "publicado", "pubblicato", "gepubliceerd", "geplaatst", "publicerad", "publisert", "opublikowano", "опубликовано"}) {
    if (find_ignoring_case(line, word) != std::string_view::npos) return true;
  }
  return false;
}

bool is_update_line(std::string_view line) {
  for (const std::string_view word : {"updated", "modified", "last changed", "revised", "aktualisiert", "mis à jour", "modifié", "actualiza", "atualizado", "aggiornato", "bijgewerkt", "uppdaterad", "oppdatert", "aktualizacja", "обновлено"}) {
    if (find_ignoring_case(line, word) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace attache::reading
