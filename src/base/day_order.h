#pragma once
/// Which number is the day in dates like 5/6/2013: what the page's own figures say, and what countries write.

#include <attache/date.h>

#include <optional>
#include <string_view>
#include <vector>

namespace attache {

/// The order of day and month in a page's figures, and how it is known; without `day_first` it is not.
struct DayOrder {
  std::optional<bool> day_first;
  std::string_view known_by;  ///< Completes "day first, …" in a date's reason.
};

/// What the figures of one page say. A date that can be read in one way only (13/5/2013) decides first; then one that is a day otherwise known of the
/// page when read in one of the two. Where they disagree, nothing is known.
class DayOrderEvidence {
 public:
  /// A day that the page gives in words or in a form that is read in one way: that of its publication, of its last change.
  void add_known_day(const std::optional<Day>& day);

  /// Takes in the dates in figures, between slashes or hyphens, with years of four digits or, behind a slash, of two.
  void add_text(std::string_view text);

  /// True when some figures can be read in two ways, so that the order matters.
  bool is_asked() const { return !open_.empty() || asked_by_short_year_; }

  /// True when the figures contradict one another.
  bool disagrees() const;

  /// What the page itself says; without `day_first` where it says nothing or contradicts itself.
  DayOrder order() const;

 private:
  /// Figures that can be read in two ways.
  struct Open {
    int first, second, year;
  };
  std::optional<bool> by_known_days(bool& contradicted) const;

  std::vector<Day> known_days_;
  std::vector<Open> open_;
  bool asked_by_short_year_ = false;
  bool day_first_ = false, month_first_ = false;  ///< By figures that can be read in one way only.
};

/// What a country writes, by its ISO alpha-3 code; nothing for those that write either order or the year first, and for an empty code.
std::optional<bool> writes_day_first(std::string_view country);

/// The same by an address's country domain; nothing for domains of no country, and for those that are sold the world over (.tv, .co, .io).
std::optional<bool> address_writes_day_first(std::string_view url);

}  // namespace attache
