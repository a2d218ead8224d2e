#include "reading/date_pieces.h"

#include "reading/text.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>

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

/// No date is looked for behind so many pieces of one text.
constexpr std::size_t kMaxPieces = 20'000;

}  // namespace

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

}  // namespace attache::reading
