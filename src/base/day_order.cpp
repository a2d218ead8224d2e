#include "base/day_order.h"

#include <algorithm>
#include <array>

namespace attache {
namespace {

constexpr int kFirstYear = 1400;
constexpr int kLastYear = 2200;
/// More figures of a page make its order no surer.
constexpr std::size_t kMostOpen = 64;

struct Country {
  std::string_view code;    ///< ISO alpha-3.
  std::string_view domain;  ///< Of its addresses.
};

/// They write the month first.
constexpr std::array<Country, 9> kMonthFirst = {{{"ASM", "as"}, {"FSM", "fm"}, {"GUM", "gu"}, {"MHL", "mh"}, {"MNP", "mp"}, {"PLW", "pw"}, {"PRI", "pr"}, {"USA", "us"}, {"VIR", "vi"}}};

/// They write either order, or the year first and either order in English.
constexpr std::array<Country, 19> kUndecided = {{{"BTN", "bt"}, {"BLZ", "bz"}, {"CAN", "ca"}, {"CHN", "cn"}, {"CYM", "ky"}, {"GHA", "gh"}, {"HUN", "hu"}, {"IRN", "ir"}, {"JPN", "jp"}, {"KEN", "ke"},
                                                 {"KOR", "kr"}, {"LTU", "lt"}, {"MNG", "mn"}, {"PAN", "pa"}, {"PHL", "ph"}, {"PRK", "kp"}, {"SAU", "sa"}, {"TWN", "tw"}, {"ZAF", "za"}}};

/// Domains of countries under which anyone registers, and those of no country's own.
constexpr std::array<std::string_view, 20> kSoldToAll = {"ac", "ag", "ai", "am", "as", "cc", "co", "eu", "fm", "gg", "io", "la", "ly", "me", "nu", "pw", "sh", "to", "tv", "ws"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Up to `most` digits at the place; nothing when there is none or one more follows.
std::optional<int> digits_at(std::string_view text, std::size_t& at, std::size_t most) {
  int value = 0;
  std::size_t count = 0;
  for (; at < text.size() && is_digit(text[at]); ++at) {
    if (++count > most) return std::nullopt;
    value = value * 10 + (text[at] - '0');
  }
  return count > 0 ? std::optional(value) : std::nullopt;
}

/// Two small numbers and a year, between slashes or hyphens: "05/06/2013", "5-6-2013", "5/6/13". The year is -1 where it has two digits.
struct Figures {
  int first = 0;
  int second = 0;
  int year = 0;
};

/// The figures whose first mark stands at `mark`.
std::optional<Figures> figures_around(std::string_view text, std::size_t mark) {
  std::size_t begin = mark;
  while (begin > 0 && mark - begin <= 2 && is_digit(text[begin - 1])) --begin;
  const bool joined = begin > 0 && (text[begin - 1] == text[mark] || text[begin - 1] == '.');
  if (begin == mark || mark - begin > 2 || joined) return std::nullopt;
  std::size_t at = begin;
  const auto first = digits_at(text, at, 2);
  const auto second = digits_at(text, ++at, 2);
  if (!first || !second || at >= text.size() || text[at] != text[mark]) return std::nullopt;
  const std::size_t year_at = ++at;
  const auto year = digits_at(text, at, 4);
  const bool whole = at - year_at == 4, short_year = at - year_at == 2 && text[mark] == '/';
  if (!year || (!whole && !short_year) || (at < text.size() && text[at] == text[mark])) return std::nullopt;
  if (whole && (*year < kFirstYear || *year > kLastYear)) return std::nullopt;
  return Figures{*first, *second, whole ? *year : -1};
}

bool can_be(int month, int day) { return month >= 1 && month <= 12 && day >= 1 && day <= 31; }

bool is_day(Day known, int year, int month, int day) {
  const std::chrono::year_month_day date(known);
  return static_cast<int>(date.year()) == year && static_cast<int>(static_cast<unsigned>(date.month())) == month && static_cast<int>(static_cast<unsigned>(date.day())) == day;
}

template <std::size_t Size>
bool has_code(const std::array<Country, Size>& list, std::string_view code) {
  return std::any_of(list.begin(), list.end(), [&](const Country& country) { return country.code == code; });
}

template <std::size_t Size>
bool has_domain(const std::array<Country, Size>& list, std::string_view domain) {
  return std::any_of(list.begin(), list.end(), [&](const Country& country) { return country.domain == domain; });
}

}  // namespace

void DayOrderEvidence::add_known_day(const std::optional<Day>& day) {
  if (day) known_days_.push_back(*day);
}

void DayOrderEvidence::add_text(std::string_view text) {
  // Figures are rarer than marks, and this is done to all of a page's text: only marks behind a figure are looked at closely.
  for (std::size_t mark = 1; mark < text.size(); ++mark) {
    if ((text[mark] != '/' && text[mark] != '-') || !is_digit(text[mark - 1])) continue;
    const auto figures = figures_around(text, mark);
    if (!figures) continue;
    const bool day_first = can_be(figures->second, figures->first), month_first = can_be(figures->first, figures->second);
    if (day_first != month_first) {
      (day_first ? day_first_ : month_first_) = true;
    } else if (day_first && figures->first != figures->second) {
      if (figures->year < 0) asked_by_short_year_ = true;
      else if (open_.size() < kMostOpen) open_.push_back({figures->first, figures->second, figures->year});
    }
  }
}

std::optional<bool> DayOrderEvidence::by_known_days(bool& contradicted) const {
  bool day_first = false, month_first = false;
  for (const auto& figures : open_) {
    for (const Day known : known_days_) {
      day_first = day_first || is_day(known, figures.year, figures.second, figures.first);
      month_first = month_first || is_day(known, figures.year, figures.first, figures.second);
    }
  }
  contradicted = day_first && month_first;
  if (day_first == month_first) return std::nullopt;
  return day_first;
}

bool DayOrderEvidence::disagrees() const {
  bool contradicted = false;
  const auto known = by_known_days(contradicted);
  return contradicted || (day_first_ && month_first_) || (known && (*known ? month_first_ : day_first_));
}

DayOrder DayOrderEvidence::order() const {
  if (disagrees()) return {};
  if (day_first_ || month_first_) return {day_first_, "as in another date of the page"};
  bool contradicted = false;
  if (const auto known = by_known_days(contradicted)) return {known, "as the page's own date shows"};
  return {};
}

std::optional<bool> writes_day_first(std::string_view country) {
  if (country.empty() || has_code(kUndecided, country)) return std::nullopt;
  return !has_code(kMonthFirst, country);
}

std::optional<bool> address_writes_day_first(std::string_view url) {
  const auto scheme = url.find("://");
  const auto host_at = scheme == std::string_view::npos ? 0 : scheme + 3;
  auto host = url.substr(host_at, url.find_first_of("/:?#", host_at) - host_at);
  const auto dot = host.rfind('.');
  if (dot == std::string_view::npos || host.size() - dot != 3) return std::nullopt;
  std::array<char, 2> lower{};
  for (std::size_t i = 0; i < 2; ++i) {
    const char c = host[dot + 1 + i];
    lower[i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    if (lower[i] < 'a' || lower[i] > 'z') return std::nullopt;
  }
  const std::string_view domain(lower.data(), lower.size());
  if (std::find(kSoldToAll.begin(), kSoldToAll.end(), domain) != kSoldToAll.end() || has_domain(kUndecided, domain)) return std::nullopt;
  return !has_domain(kMonthFirst, domain);
}

}  // namespace attache
