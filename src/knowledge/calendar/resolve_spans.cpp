#include "knowledge/calendar/resolver.h"

#include "knowledge/calendar/arithmetic.h"
#include "knowledge/calendar/units.h"
#include "knowledge/calendar/word_shapes.h"

#include <fmt/format.h>

#include <algorithm>

/// Seasons, quarters, decades and centuries, and the parts of any span.
namespace attache::knowledge {
namespace {

using std::chrono::days;

}  // namespace

void Resolver::narrow(Day end, Unit unit) {
  if (e_.part == Part::whole || !r_.start) return;
  const Day start = *r_.start;
  if (e_.part == Part::so_far || e_.part == Part::to_come) {  // "earlier this month", "the rest of the year"
    if (!reference_ || *reference_ < start || *reference_ > end) return;
    const bool so_far = e_.part == Part::so_far;
    const Day first = so_far ? start : std::min(*reference_ + days(1), end), last = so_far ? std::max(*reference_ - days(1), start) : end;
    return range(first, last, r_.precision, r_.reason + (so_far ? ", before that day" : ", after that day"));
  }
  const auto by_months = [&](int total) {
    // Early, middle and late are thirds; beginning and end are quarters where a quarter has whole months.
    const Ymd parts = parts_of(start);
    const int third = total / 3, quarter = total >= 12 ? total / 4 : third;
    int from = 0, length = third;
    switch (e_.part) {
      case Part::early: break;
      case Part::middle: from = third; break;
      case Part::late: from = total - third; break;
      case Part::beginning: length = quarter; break;
      case Part::end: from = total - quarter, length = quarter; break;
      case Part::first_half: length = total / 2; break;
      case Part::second_half: from = total / 2, length = total - total / 2; break;
      case Part::so_far:
      case Part::to_come:
      case Part::whole: return;
    }
    const DatePrecision precision = total > 120 ? DatePrecision::decade : total > 12 ? DatePrecision::year : DatePrecision::month;
    range(month_start(parts.year, parts.month + from), month_end(parts.year, parts.month + from + length - 1), precision, r_.reason);
  };
  switch (unit) {
    case Unit::week: {
      const bool late = e_.part == Part::late || e_.part == Part::end;
      if (e_.part == Part::middle) return range(start + days(2), start + days(3), DatePrecision::day, r_.reason);
      return late ? range(start + days(4), end, DatePrecision::day, r_.reason) : range(start, start + days(1), DatePrecision::day, r_.reason);
    }
    case Unit::month:
      switch (e_.part) {
        case Part::middle: return range(start + days(10), start + days(19), DatePrecision::week, r_.reason);
        case Part::late:
        case Part::end: return range(start + days(20), end, DatePrecision::week, r_.reason);
        case Part::first_half: return range(start, start + days(14), DatePrecision::week, r_.reason);
        case Part::second_half: return range(start + days(15), end, DatePrecision::week, r_.reason);
        default: return range(start, start + days(9), DatePrecision::week, r_.reason);
      }
    case Unit::quarter:
    case Unit::season: return by_months(3);
    case Unit::half: return by_months(6);
    case Unit::year: return by_months(12);
    case Unit::decade:
      switch (e_.part) {  // 1990–93, 1994–96, 1997–99
        case Part::early: return range(start, month_end(parts_of(start).year + 3, 12), DatePrecision::year, r_.reason);
        case Part::middle: return range(month_start(parts_of(start).year + 4, 1), month_end(parts_of(start).year + 6, 12), DatePrecision::year, r_.reason);
        case Part::late: return range(month_start(parts_of(start).year + 7, 1), end, DatePrecision::year, r_.reason);
        default: return by_months(120);
      }
    case Unit::century: return by_months(1200);
    default: return;
  }
}


void Resolver::span() {
  switch (e_.unit) {
    case Unit::decade: {
      int year = e_.count;
      if (e_.short_year) {
        const int page_year = reference_ ? parts_of(*reference_).year : 1999;
        year = page_year / 100 * 100 + e_.count;
        if (year > page_year) year -= 100;
      }
      range(month_start(year, 1), month_end(year + 9, 12), DatePrecision::decade, "written out");
      return narrow(month_end(year + 9, 12), Unit::decade);
    }
    case Unit::century: {
      const int year = (e_.count - 1) * 100 + 1;
      range(month_start(year, 1), month_end(year + 99, 12), DatePrecision::decade, "written out");
      return narrow(month_end(year + 99, 12), Unit::century);
    }
    case Unit::season: return part_of_year(3 * e_.count + 3, 3, Unit::season);
    case Unit::quarter: return part_of_year(3 * (e_.count - 1) + 1, 3, Unit::quarter);
    case Unit::half: return part_of_year(6 * (e_.count - 1) + 1, 6, Unit::half);
    default: unresolved("nothing said");
  }
}

void Resolver::part_of_year(int first_month, int months, Unit unit) {
  if (const auto year = said_year()) {
    range(month_start(*year, first_month), month_end(*year, first_month + months - 1), DatePrecision::month, e_.year ? "written out" : "in the year reckoned from " + page());
    return narrow(*r_.end, unit);
  }
  if (narrative_year_ && e_.pointing == Pointing::none) {
    range(month_start(*narrative_year_, first_month), month_end(*narrative_year_, first_month + months - 1), DatePrecision::month, "in the year told of");
    return narrow(*r_.end, unit);
  }
  if (!need_reference(name_of_unit(unit))) return;
  const Day page_day = *reference_;
  const int page_year = parts_of(page_day).year;
  std::optional<int> chosen;
  for (int year = page_year - 2; year <= page_year + 2; ++year) {
    const Day start = month_start(year, first_month), end = month_end(year, first_month + months - 1);
    if (e_.pointing == Pointing::next) {
      if (start > page_day && !chosen) chosen = year;
    } else if (e_.pointing == Pointing::last) {
      if (end < page_day) chosen = year;
    } else if (e_.pointing == Pointing::this_one) {
      // The running one, else the nearer of this year's and, for a winter begun last year, that one.
      const bool running = start <= page_day && page_day <= end;
      if (running || (!chosen && year == page_year)) chosen = year;
    } else if (direction_ == Direction::future) {
      if (end >= page_day && !chosen) chosen = year;
    } else if (start <= page_day) {
      chosen = year;
    }
  }
  if (!chosen) return unresolved("not found around " + page());
  range(month_start(*chosen, first_month), month_end(*chosen, first_month + months - 1), DatePrecision::month,
        fmt::format("{} {} {}", name_of_unit(unit), direction_word(), page()));
  narrow(*r_.end, unit);
}

}  // namespace attache::knowledge
