#pragma once
/// The workings of `resolve`: one method a form of expression, in the files `resolve_*.cpp`.

#include "knowledge/calendar/resolve.h"

#include <string>
#include <string_view>
#include <vector>

namespace attache::knowledge {

class Resolver {
 public:
  Resolver(const Expression& expression, const CalendarContext& context, Direction direction, std::optional<int> narrative_year)
      : e_(expression), context_(context), direction_(direction), narrative_year_(narrative_year), reference_(context.reference()) {}

  Resolution run();

 private:
  /// Leaves the expression without a day, and says why.
  void unresolved(std::string reason);
  void point(Day day, DatePrecision precision, std::string reason);
  void range(Day start, Day end, DatePrecision precision, std::string reason);
  /// The page's date in words, for reasons.
  std::string page() const;
  bool need_reference(std::string_view what);
  std::string_view direction_word() const;
  /// A two-digit year in the hundred years around the page's date: not more than twenty ahead.
  std::optional<int> full_year(int short_year) const;
  /// The year said by the expression itself or by the span around it.
  std::optional<int> said_year() const;
  /// Among candidates in rising order, the one that pointing word and tense choose.
  std::optional<Day> choose(const std::vector<Day>& candidates) const;

  void date();
  void day_of_month();
  /// The year of a month named without one.
  std::optional<int> year_of_month(int month) const;
  void month();
  void year();
  void bare_day();
  void weekday();

  /// Cuts the span from `start` to `end` down to the part that is meant.
  void narrow(Day end, Unit unit);
  void span();
  /// A run of months that comes round every year.
  void part_of_year(int first_month, int months, Unit unit);

  void step_from_page();
  void weekend(Day page_day, const std::string& reason);
  void window();
  void anchored();

  void ordinal();
  /// The first or last so many days of a span.
  void run_of_days(Day start, Day end, int length, DatePrecision precision, const std::string& reason);
  void pieces(int year, int months, int count, DatePrecision precision, const std::string& reason);

  void feast();

  const Expression& e_;
  const CalendarContext& context_;
  Direction direction_;
  std::optional<int> narrative_year_;
  std::optional<Day> reference_;
  Resolution r_;
};

}  // namespace attache::knowledge
