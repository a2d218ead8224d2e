#include "knowledge/calendar/day_order.h"

#include "knowledge/calendar/arithmetic.h"
#include "knowledge/calendar/word_shapes.h"

#include <algorithm>
#include <array>

namespace attache::knowledge {
namespace {

/// Writes the month first.
constexpr std::array<std::string_view, 9> month_first_countries = {"ASM", "FSM", "GUM", "MHL", "MNP", "PLW", "PRI", "USA", "VIR"};

/// Write either order, or the year first and either order in English.
constexpr std::array<std::string_view, 19> undecided_countries = {"BTN", "BLZ", "CAN", "CHN", "CYM", "GHA", "HUN", "IRN", "JPN", "KEN",
                                                                  "KOR", "LTU", "MNG", "PAN", "PHL", "PRK", "SAU", "TWN", "ZAF"};

template <std::size_t Size>
bool is_among(std::string_view code, const std::array<std::string_view, Size>& list) {
  return std::find(list.begin(), list.end(), code) != list.end();
}

/// Two small numbers and a year, between slashes or hyphens: "05/06/2013", "5-6-13".
struct Figures {
  int first = 0;
  int second = 0;
  int year = 0;
};

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

/// The figures whose first mark stands at `mark`.
std::optional<Figures> figures_around(std::string_view text, std::size_t mark) {
  std::size_t begin = mark;
  while (begin > 0 && is_digit(text[begin - 1])) --begin;
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
  if (whole && (*year < first_year || *year > last_year)) return std::nullopt;
  return Figures{*first, *second, whole ? *year : -1};
}

bool can_be(int month, int day) { return month >= 1 && month <= months_in_year && day >= 1 && day <= 31; }

/// What the page's figures say, one after the other.
class Evidence {
 public:
  explicit Evidence(std::optional<Day> published) : published_(published) {}

  void note(const Figures& figures) {
    const bool day_first = can_be(figures.second, figures.first), month_first = can_be(figures.first, figures.second);
    if (!day_first && !month_first) return;
    if (day_first != month_first) {
      (day_first ? day_first_ : month_first_) = true;
      return;
    }
    if (figures.first == figures.second) return;
    asked_ = true;
    if (!published_ || figures.year < 0) return;
    const bool is_page_day_first = make_day(figures.year, figures.second, figures.first) == published_;
    const bool is_page_month_first = make_day(figures.year, figures.first, figures.second) == published_;
    (is_page_day_first ? page_day_first_ : page_month_first_) |= is_page_day_first || is_page_month_first;
  }

  /// True when some figures can be read in two ways.
  bool is_asked() const { return asked_; }
  bool disagrees() const { return (day_first_ || page_day_first_) && (month_first_ || page_month_first_); }

  DayOrder order() const {
    if (day_first_ || month_first_) return {day_first_, "as in another date of the page"};
    if (page_day_first_ || page_month_first_) return {page_day_first_, "as the page's own date shows"};
    return {};
  }

 private:
  std::optional<Day> published_;
  bool asked_ = false;
  bool day_first_ = false, month_first_ = false;            ///< By figures that can be read in one way only.
  bool page_day_first_ = false, page_month_first_ = false;  ///< By the page's date.
};

}  // namespace

DayOrder read_day_order(const Document& document, std::string_view outlet_country) {
  Evidence evidence(document.published);
  for (const Block& block : document.blocks) {
    const std::string_view text = block.text;
    for (std::size_t mark = text.find_first_of("/-"); mark != std::string_view::npos; mark = text.find_first_of("/-", mark + 1)) {
      if (const auto figures = figures_around(text, mark)) evidence.note(*figures);
    }
  }
  if (!evidence.is_asked() || evidence.disagrees()) return {};
  if (const DayOrder order = evidence.order(); order.day_first) return order;
  if (outlet_country.empty() || is_among(outlet_country, undecided_countries)) return {};
  return {!is_among(outlet_country, month_first_countries), "as the outlet's country writes"};
}

}  // namespace attache::knowledge
